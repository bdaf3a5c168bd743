package io.hanproof.dongle;

import io.hanproof.lab.Delivery;

/** Who is told what became of one frame, from the thread that reads the line. */
interface Fate {
    /** The stick knows; or does not, and will not. */
    void settled(Delivery delivery);

    /** The stick has no room for the frame just now. */
    void busy();

    /** The stick will not send it. */
    void refused(String why);
}

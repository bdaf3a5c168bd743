package io.hanproof.dongle;

import io.hanproof.lab.Delivery;

/** The fate of a frame that nobody waits for. */
enum Unheeded implements Fate {
    UNHEEDED;

    @Override
    public void settled(Delivery delivery) {}

    @Override
    public void busy() {}

    @Override
    public void refused(String why) {}
}

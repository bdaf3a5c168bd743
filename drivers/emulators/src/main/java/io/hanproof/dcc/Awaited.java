package io.hanproof.dcc;

import io.hanproof.duis.RequestId;
import io.hanproof.octets.Eui64;

/**
 * A command that a device has still to answer.
 *
 * @param counter the originator counter that the answer repeats
 */
public record Awaited(int serial, Eui64 user, RequestId request, Eui64 device, Question question, long counter) {

    /** What was asked. */
    public enum Question {
        READ_FIRMWARE_VERSION,
        READ_DEVICE_MODEL,
        ACTIVATE_FIRMWARE
    }
}

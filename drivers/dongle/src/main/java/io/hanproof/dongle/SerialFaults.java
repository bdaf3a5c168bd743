package io.hanproof.dongle;

/** Why a port that was there did not open, and what mends it. */
final class SerialFaults {
    private SerialFaults() {}

    static String refused(String device, boolean exists, boolean permitted, int error) {
        if (!exists) {
            return "port %s does not exist any more: was the stick pulled out?".formatted(device);
        }
        if (!permitted) {
            return ("port %s may not be used by this user: add the user to the group that owns it"
                            + " (dialout, or uucp), as in: sudo usermod -aG dialout $USER, and log in again;"
                            + " or give it a udev rule: SUBSYSTEM==\"tty\", ATTRS{idVendor}==\"10c4\", MODE=\"0666\"")
                    .formatted(device);
        }
        return "port %s is in use by another program, or broken (error %d): close what holds it, as zigbee2mqtt,"
                        .formatted(device, error)
                + " ModemManager or another hanproof";
    }
}

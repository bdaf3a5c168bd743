package io.hanproof.launcher;

import io.hanproof.dongle.FoundPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;

/**
 * Whether this user may use a serial port.
 *
 * @param group that may, where the system knows of such
 */
record PortAccess(boolean usable, Optional<String> group) {
    private static final String USUAL_GROUP = "dialout";
    private static final String RULES = "/etc/udev/rules.d/70-hanproof.rules";
    private static final String RELOAD = "sudo udevadm control --reload && sudo udevadm trigger";

    /** @param port a path, as {@code /dev/ttyUSB0} */
    static PortAccess of(String port) {
        Path device = Path.of(port);
        boolean usable = Files.isReadable(device) && Files.isWritable(device);
        try {
            var attributes = Files.readAttributes(device, PosixFileAttributes.class);
            return new PortAccess(usable, Optional.of(attributes.group().getName()));
        } catch (IOException | UnsupportedOperationException e) {
            return new PortAccess(usable, Optional.empty());
        }
    }

    /** What makes a port usable that is not: the group's command, and the rule for the stick with these USB ids. */
    static String remedy(String port, Optional<String> group, Optional<FoundPort> stick) {
        String command = "%s may not be read and written by this user: sudo usermod -aG %s $USER, then log in again"
                .formatted(port, group.filter(it -> !it.equals("root")).orElse(USUAL_GROUP));
        return stick.flatMap(PortAccess::rule)
                .map(it -> "%s; or put this line in %s: %s - then: %s".formatted(command, RULES, it, RELOAD))
                .orElse(command);
    }

    private static Optional<String> rule(FoundPort stick) {
        return stick.vendor().flatMap(vendor -> stick.product().map(product -> rule(vendor, product)));
    }

    private static String rule(int vendor, int product) {
        return "SUBSYSTEM==\"tty\", ATTRS{idVendor}==\"%04x\", ATTRS{idProduct}==\"%04x\", MODE=\"0666\""
                .formatted(vendor, product);
    }
}

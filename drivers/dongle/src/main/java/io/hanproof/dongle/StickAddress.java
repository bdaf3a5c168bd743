package io.hanproof.dongle;

import io.hanproof.lab.BenchFault;
import java.util.HashSet;

/**
 * Where a stick is and how to talk to it: {@code /dev/ttyUSB0}, {@code COM3} or {@code tcp://host:port}, then options
 * as in {@code ,family=ember,baud=115200,flow=rts}.
 *
 * @param port as written, without the options
 */
public record StickAddress(String port, StickFamily family, int baud, FlowControl flow) {
    private static final String TCP = "tcp://";
    private static final int MOST_BAUD = 4_000_000;
    private static final int MOST_TCP_PORT = 0xFFFF;

    /** @throws BenchFault naming the field that is wrong */
    public static StickAddress parse(String text) {
        String[] parts = text.split(",", -1);
        var family = StickFamily.EMBER;
        var flow = FlowControl.NONE;
        int baud = 0;
        var seen = new HashSet<String>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            String name = equals < 0 ? parts[i] : parts[i].substring(0, equals);
            String value = equals < 0 ? "" : parts[i].substring(equals + 1);
            if (!seen.add(name)) {
                throw new BenchFault("option %s stands twice in %s".formatted(name, text));
            }
            switch (name) {
                case "family" -> family = StickFamily.of(value);
                case "flow" -> flow = FlowControl.of(value);
                case "baud" -> baud = number("baud", value, MOST_BAUD);
                default -> throw new BenchFault("option needs family, baud or flow, found %s".formatted(parts[i]));
            }
        }
        var address = new StickAddress(parts[0], family, baud == 0 ? family.baud() : baud, flow);
        address.check();
        return address;
    }

    boolean isTcp() {
        return port.startsWith(TCP);
    }

    String host() {
        String host = port.substring(TCP.length(), port.lastIndexOf(':'));
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    int tcpPort() {
        return number("tcp port", port.substring(port.lastIndexOf(':') + 1), MOST_TCP_PORT);
    }

    private void check() {
        if (port.isBlank()) {
            throw new BenchFault("port needs a device as /dev/ttyUSB0 or COM3, or tcp://host:port, found nothing");
        }
        if (!isTcp() && port.contains("://")) {
            throw new BenchFault("port needs a device as /dev/ttyUSB0 or COM3, or tcp://host:port, found " + port);
        }
        if (isTcp()) {
            if (port.lastIndexOf(':') < TCP.length() || host().isBlank()) {
                throw new BenchFault("port needs a host and a number as in tcp://host:port, found " + port);
            }
            tcpPort();
        }
    }

    private static int number(String field, String digits, int most) {
        try {
            int number = Integer.parseInt(digits);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with what was found
        }
        throw new BenchFault("%s needs a number from 1 to %d, found %s"
                .formatted(field, most, digits.isEmpty() ? "nothing" : digits));
    }

    /** How messages name it: {@code /dev/ttyUSB0 at 115200 baud}. */
    String words() {
        return isTcp() ? port : "%s at %d baud".formatted(port, baud);
    }

    @Override
    public String toString() {
        return words();
    }
}

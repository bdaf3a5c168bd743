package io.hanproof.dongle;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The serial ports of this machine, and whose sticks are in them as far as one can tell without opening them. */
public final class Ports {
    private static final List<Known> KNOWN = List.of(
            new Known(0x1CF1, 0x0030, StickFamily.CONBEE),
            new Known(0x0451, 0x16A8, StickFamily.CC2531),
            new Known(0x10C4, 0x8293, StickFamily.TELEGESIS),
            new Known(0x0403, 0x6015, StickFamily.CONBEE, List.of("conbee")),
            new Known(0x0403, 0x6015, StickFamily.XBEE),
            new Known(0x0403, 0x6001, StickFamily.XBEE),
            new Known(0x1A86, 0x55D4, StickFamily.EMBER), // Sonoff ZBDongle-E
            new Known(0x10C4, 0xEA60, StickFamily.EMBER, List.of("dongle plus v2")),
            new Known(0x10C4, 0xEA60, StickFamily.CC2531, List.of("dongle plus", "cc2652", "cc1352")),
            new Known(0x10C4, 0xEA60, StickFamily.EMBER),
            new Known(0x10C4, 0x8A2A, StickFamily.EMBER)); // HUSBZB-1

    /** @param words one of which the description has to carry, or none */
    private record Known(int vendor, int product, StickFamily family, List<String> words) {
        Known(int vendor, int product, StickFamily family) {
            this(vendor, product, family, List.of());
        }

        boolean is(int otherVendor, int otherProduct, String description) {
            String lower = description.toLowerCase(Locale.ROOT);
            return vendor == otherVendor
                    && product == otherProduct
                    && (words.isEmpty() || words.stream().anyMatch(lower::contains));
        }
    }

    private Ports() {}

    /** Every serial port, in the order of the system. */
    public static List<FoundPort> found() {
        return Arrays.stream(SerialPort.getCommPorts()).map(Ports::found).toList();
    }

    static String names() {
        String names = found().stream().map(FoundPort::port).collect(Collectors.joining(", "));
        return names.isEmpty() ? "no serial port" : names;
    }

    private static FoundPort found(SerialPort port) {
        boolean usb = port.getVendorID() >= 0;
        String description = Optional.ofNullable(port.getPortDescription()).orElse("");
        return new FoundPort(
                port.getSystemPortPath(),
                description,
                Optional.ofNullable(port.getSerialNumber())
                        .filter(it -> usb && !it.isBlank() && !it.equals(SerialLine.NONE_KNOWN)),
                usb ? Optional.of(port.getVendorID()) : Optional.empty(),
                usb ? Optional.of(port.getProductID()) : Optional.empty(),
                guess(port.getVendorID(), port.getProductID(), description));
    }

    static Optional<StickFamily> guess(int vendor, int product, String description) {
        return KNOWN.stream()
                .filter(it -> it.is(vendor, product, description))
                .map(Known::family)
                .findFirst();
    }
}

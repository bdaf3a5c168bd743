package io.hanproof.launcher;

import io.hanproof.doors.TimeMode;
import io.hanproof.octets.Eui64;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where an emulator finds its HAN. */
final class HanOptions {
    private static final String SCHEME = "tcp://";

    @Option(
            names = "--han",
            paramLabel = "tcp://HOST:PORT",
            required = true,
            description = "The HAN socket, where 'hanproof run --against socket:HOST:PORT' listens.")
    String han = "";

    @Option(
            names = "--time",
            paramLabel = "lockstep|wall",
            description = "How time passes there; that of the run. Default: lockstep.")
    String time = "lockstep";

    @Option(names = "--eui64", paramLabel = "DIGITS", description = "Its address, 16 hexadecimal digits.")
    Optional<String> eui64 = Optional.empty();

    @Option(names = "--once", description = "End after one session rather than come back for the next.")
    boolean once;

    TimeMode mode() {
        return switch (time) {
            case "lockstep" -> TimeMode.LOCKSTEP;
            case "wall" -> TimeMode.WALL;
            default -> throw new UsageFault("--time needs lockstep or wall, found " + time);
        };
    }

    InetSocketAddress socket() {
        String address = han.startsWith(SCHEME) ? han.substring(SCHEME.length()) : "";
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new UsageFault("--han needs tcp://HOST:PORT, found " + han);
        }
        return resolved(
                "--han", address.substring(0, colon), Against.port("--han " + han, address.substring(colon + 1)));
    }

    /** An address to listen at, from {@code http://HOST:PORT}. */
    static InetSocketAddress http(String option, String text) {
        try {
            var uri = URI.create(text);
            if ("http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() >= 0) {
                return resolved(option, uri.getHost(), uri.getPort());
            }
        } catch (IllegalArgumentException e) {
            // said below, as for another scheme
        }
        throw new UsageFault("%s needs http://HOST:PORT, found %s".formatted(option, text));
    }

    private static InetSocketAddress resolved(String option, String host, int port) {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UsageFault("%s: there is no host %s".formatted(option, host));
        }
        return address;
    }

    Eui64 address(Eui64 usual) {
        try {
            return eui64.map(Eui64::parse).orElse(usual);
        } catch (IllegalArgumentException e) {
            throw new UsageFault("--eui64: " + e.getMessage(), e);
        }
    }
}

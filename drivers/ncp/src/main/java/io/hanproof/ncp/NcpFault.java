package io.hanproof.ncp;

import io.hanproof.lab.BenchFault;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/** One way in which a stick, or the line to it, goes wrong; several may be in force at once. */
public sealed interface NcpFault {
    /** Names that {@link #parse} knows, with the arguments that each needs. */
    List<String> NAMES = List.of(
            "naks-every=N",
            "corrupts-every=N",
            "loses-ack-every=N",
            "loses-data-every=N",
            "garbage-every=N",
            "busy-every=N",
            "stalls=N,DURATION",
            "resets=N,CODE",
            "fails=N,CODE",
            "unplugs=N,DURATION",
            "reports-version=N");

    /** Refuses every n-th data frame of the host. */
    record NaksEvery(int frames) implements NcpFault {}

    /** Spoils an octet of every n-th data frame to the host. */
    record CorruptsEvery(int frames) implements NcpFault {}

    /** Keeps every n-th acknowledgement that stands alone to itself. */
    record LosesAckEvery(int frames) implements NcpFault {}

    /** Keeps every n-th data frame to the host to itself, the first time. */
    record LosesDataEvery(int frames) implements NcpFault {}

    /** Puts octets that mean nothing before every n-th data frame to the host. */
    record GarbageEvery(int frames) implements NcpFault {}

    /** Takes every n-th message not, for want of room. */
    record BusyEvery(int messages) implements NcpFault {}

    /** Falls silent for that long after so many commands, once. */
    record Stalls(int after, Duration howLong) implements NcpFault {}

    /** Restarts by itself after so many commands, once. */
    record Resets(int after, int code) implements NcpFault {}

    /** Fails after so many commands, once, and waits for a reset. */
    record Fails(int after, int code) implements NcpFault {}

    /** Is pulled out after so many commands, once, and put back that much later. */
    record Unplugs(int after, Duration backAfter) implements NcpFault {}

    /** Says that it speaks that version of EZSP. */
    record ReportsVersion(int version) implements NcpFault {}

    /**
     * Reads a fault as a command line has it, as {@code stalls=100,PT3S}.
     *
     * @throws BenchFault when it names none, or its arguments are not there
     */
    static NcpFault parse(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        List<String> arguments =
                equals < 0 ? List.of() : List.of(text.substring(equals + 1).split(",", -1));
        try {
            return of(name, arguments);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeParseException e) {
            throw new BenchFault("fault needs one of %s, found %s".formatted(NAMES, text), e);
        }
    }

    private static NcpFault of(String name, List<String> arguments) {
        int first = Integer.decode(arguments.getFirst());
        if (first < 1) {
            throw new IllegalArgumentException("less than 1");
        }
        return switch (name) {
            case "naks-every" -> new NaksEvery(first);
            case "corrupts-every" -> new CorruptsEvery(first);
            case "loses-ack-every" -> new LosesAckEvery(first);
            case "loses-data-every" -> new LosesDataEvery(first);
            case "garbage-every" -> new GarbageEvery(first);
            case "busy-every" -> new BusyEvery(first);
            case "stalls" -> new Stalls(first, Duration.parse(arguments.get(1)));
            case "resets" -> new Resets(first, Integer.decode(arguments.get(1)));
            case "fails" -> new Fails(first, Integer.decode(arguments.get(1)));
            case "unplugs" -> new Unplugs(first, Duration.parse(arguments.get(1)));
            case "reports-version" -> new ReportsVersion(first);
            default -> throw new IllegalArgumentException("unknown");
        };
    }
}

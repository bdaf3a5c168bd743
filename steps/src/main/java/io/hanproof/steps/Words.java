package io.hanproof.steps;

import io.cucumber.java.ParameterType;
import io.hanproof.zcl.ZclStatus;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words that many sentences share, as values: firmware, times, displays. */
public final class Words {
    static final String DURATION = "\\d+ (?:second|minute|hour|day)s?";
    static final String FIRMWARE = "0x[0-9A-F]+";
    static final String CLOCK = "\\d\\d:\\d\\d(?::\\d\\d)?";
    static final String DISPLAYS = "the PPMID|the second PPMID|both PPMIDs|the HCALCS|the ESME|the GSME";
    static final String ACTIVATION = "to activate now|to activate at " + CLOCK + "|to activate in " + DURATION
            + "|to wait for the hub|to wait for its supplier";
    private static final Pattern ONE_DURATION = Pattern.compile("(\\d+) (second|minute|hour|day)");
    private static final Map<String, ZclStatus> STATUSES =
            Map.of("SUCCESS", ZclStatus.SUCCESS, "INVALID_IMAGE", ZclStatus.INVALID_IMAGE, "ABORT", ZclStatus.ABORT);

    /** A firmware by the name that the profile binds to a version and an image. */
    public record Firmware(String name) {}

    /** When an image is to be activated. */
    public sealed interface Activation {
        Activation AT_ONCE = new Now();

        record Now() implements Activation {}

        record At(LocalTime clock) implements Activation {}

        record In(Duration delay) implements Activation {}

        /** The hub's first Upgrade End Response tells the device to wait for a further one. */
        record WhenTold() implements Activation {}

        /** The supplier will order it by a command of its own. */
        record WhenOrdered() implements Activation {}
    }

    /** Which displays, switch or meter a sentence speaks of, by the names the site knows them by. */
    public record Displays(List<String> names) {
        static final Displays FIRST = new Displays(List.of(HanDevices.FIRST));

        static Displays of(String words) {
            return switch (words) {
                case "both PPMIDs" -> new Displays(List.of(HanDevices.FIRST, HanDevices.SECOND));
                case "the PPMID" -> FIRST;
                case "the second PPMID" -> new Displays(List.of(HanDevices.SECOND));
                default -> new Displays(List.of(HanDevices.named(words.substring("the ".length()))));
            };
        }
    }

    /** As what a display asks for its next image. */
    public sealed interface Asking {
        record AsItIs() implements Asking {}

        record NamingAnotherManufacturer() implements Asking {}

        record NamingAnotherModel() implements Asking {}

        record Running(String firmware) implements Asking {}
    }

    /** What a display can ask the hub for. */
    public enum Piece {
        FIRST_BLOCK("the first block again"),
        LAST_BLOCK("the last block"),
        NEXT_BLOCK("the next block"),
        NEXT_BLOCK_TWICE("the next block, twice"),
        PAGE("a page of the image"),
        TIME("the time");

        private final String words;

        Piece(String words) {
            this.words = words;
        }
    }

    /** Which image the hub orders a device to activate; none stands for whatever it holds. */
    public record ActivationOrder(Optional<String> firmware) {}

    @ParameterType(FIRMWARE)
    public Firmware firmware(String name) {
        return new Firmware(name);
    }

    @ParameterType(FIRMWARE + "(?: or " + FIRMWARE + ")*")
    public List<Firmware> firmwares(String names) {
        return Pattern.compile(" or ").splitAsStream(names).map(Firmware::new).toList();
    }

    @ParameterType("\\d+\\.\\d+")
    public String hardware(String name) {
        return name;
    }

    @ParameterType(DURATION + "(?: and " + DURATION + ")*")
    public Duration duration(String words) {
        return toDuration(words);
    }

    @ParameterType(CLOCK)
    public LocalTime clock(String time) {
        return LocalTime.parse(time);
    }

    @ParameterType(ACTIVATION)
    public Activation activation(String words) {
        return toActivation(words);
    }

    @ParameterType(DISPLAYS)
    public Displays displays(String words) {
        return Displays.of(words);
    }

    @ParameterType("SUCCESS|INVALID_IMAGE|ABORT")
    public ZclStatus status(String name) {
        return STATUSES.getOrDefault(name, ZclStatus.FAILURE);
    }

    @ParameterType("(naming another manufacturer|naming another model|running firmware) ?(" + FIRMWARE + ")?")
    public Asking asking(String words, String firmware) {
        if (firmware != null) {
            return new Asking.Running(firmware);
        }
        return words.endsWith("model") ? new Asking.NamingAnotherModel() : new Asking.NamingAnotherManufacturer();
    }

    @ParameterType("the first block again|the last block|the next block(?:, twice)?|a page of the image|the time")
    public Piece piece(String words) {
        for (Piece piece : Piece.values()) {
            if (piece.words.equals(words)) {
                return piece;
            }
        }
        throw new IllegalArgumentException(words);
    }

    @ParameterType("image (" + FIRMWARE + ")|whatever image it holds")
    public ActivationOrder order(String firmware) {
        return new ActivationOrder(Optional.ofNullable(firmware));
    }

    static Duration toDuration(String words) {
        return ONE_DURATION.matcher(words).results().map(Words::oneDuration).reduce(Duration.ZERO, Duration::plus);
    }

    static Activation toActivation(String words) {
        if (words.equals("to activate now")) {
            return Activation.AT_ONCE;
        }
        if (words.equals("to wait for the hub")) {
            return new Activation.WhenTold();
        }
        if (words.equals("to wait for its supplier")) {
            return new Activation.WhenOrdered();
        }
        String at = "to activate at ";
        return words.startsWith(at)
                ? new Activation.At(LocalTime.parse(words.substring(at.length())))
                : new Activation.In(toDuration(words));
    }

    private static Duration oneDuration(MatchResult words) {
        long count = Long.parseLong(words.group(1));
        return switch (words.group(2)) {
            case "second" -> Duration.ofSeconds(count);
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}

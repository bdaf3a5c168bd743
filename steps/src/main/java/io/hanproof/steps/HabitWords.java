package io.hanproof.steps;

import io.cucumber.java.ParameterType;
import io.hanproof.lab.DutyCycle;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/** The words about how our counterparts and the HAN behave: unusual but legal, or wrong on purpose. */
public final class HabitWords {

    /** What a hub can be made to do. */
    public sealed interface HubHabit {
        record BlocksOfAtMost(int octets) implements HubHabit {}

        record LosesBlocks(int count) implements HubHabit {}

        record RepeatsBlock() implements HubHabit {}

        record AnswersBlocksAfter(Duration delay) implements HubHabit {}

        record TellsToWait(Duration delay) implements HubHabit {}

        record TellsToWaitUntil() implements HubHabit {}

        record NoPages() implements HubHabit {}

        record StopsHalfWay() implements HubHabit {}

        record OneBitWrong() implements HubHabit {}

        record RelativeTimes() implements HubHabit {}

        record UtcTimes() implements HubHabit {}

        record RefusesEnd() implements HubHabit {}

        record EndsAnotherImage() implements HubHabit {}

        /** Notifies while it serves a block in the middle. */
        record NotifiesHalfWay() implements HubHabit {}

        /** Notifies at once, and has no image for who asks then. */
        record NotifiesOfNothing() implements HubHabit {}

        /** Tells the DCC nothing of what it has read of a device. */
        record KeepsReads() implements HubHabit {}
    }

    /** What a display can be made to do. */
    public sealed interface DisplayHabit {
        record NoHardware() implements DisplayHabit {}

        record NoActivation() implements DisplayHabit {}

        record SilentToReads() implements DisplayHabit {}

        record SlowToRead(Duration delay) implements DisplayHabit {}

        record BlocksOf(int octets) implements DisplayHabit {}
    }

    /** How long a display says nothing, by what the hub waits for one. */
    public enum Silent {
        A_MINUTE_LESS("for a minute less than the hub waits"),
        LONGER("for longer than the hub waits");

        private final String words;

        Silent(String words) {
            this.words = words;
        }
    }

    /** What the HAN can be made to do. */
    public sealed interface HanHabit {
        record InDutyCycle(DutyCycle state) implements HanHabit {}

        /** Happens to one frame in twenty, as the seed draws them. */
        record Unreliable(Mishap mishap) implements HanHabit {}
    }

    /** What happens to a frame on an unreliable HAN. */
    public enum Mishap {
        LOSES,
        REPEATS,
        DELAYS
    }

    /**
     * @param from absent means at once
     */
    public record PowerOrder(boolean on, Optional<LocalTime> from) {}

    @ParameterType(
            "serves blocks of at most \\d+ octets?|loses one block|loses three blocks in a row|sends one block twice"
                    + "|answers blocks after " + Words.DURATION + "|tells the device to wait for " + Words.DURATION
                    + "|tells the device to wait until a UTC time|serves no pages|stops serving half-way|serves one bit wrong"
                    + "|gives the activation time as seconds from now|gives the activation time as UTC times"
                    + "|refuses the end of the transfer|ends the transfer of another image"
                    + "|notifies the device again half-way|notifies the device of nothing"
                    + "|keeps what it reads to itself")
    public HubHabit hubHabit(String words) {
        if (words.startsWith("serves blocks of at most ")) {
            return new HubHabit.BlocksOfAtMost(Integer.parseInt(words.replaceAll("\\D", "")));
        }
        if (words.startsWith("answers blocks after ")) {
            return new HubHabit.AnswersBlocksAfter(Words.toDuration(words));
        }
        if (words.startsWith("tells the device to wait for ")) {
            return new HubHabit.TellsToWait(Words.toDuration(words));
        }
        return switch (words) {
            case "loses one block" -> new HubHabit.LosesBlocks(1);
            case "loses three blocks in a row" -> new HubHabit.LosesBlocks(3);
            case "sends one block twice" -> new HubHabit.RepeatsBlock();
            case "tells the device to wait until a UTC time" -> new HubHabit.TellsToWaitUntil();
            case "serves no pages" -> new HubHabit.NoPages();
            case "stops serving half-way" -> new HubHabit.StopsHalfWay();
            case "serves one bit wrong" -> new HubHabit.OneBitWrong();
            case "gives the activation time as seconds from now" -> new HubHabit.RelativeTimes();
            case "gives the activation time as UTC times" -> new HubHabit.UtcTimes();
            case "refuses the end of the transfer" -> new HubHabit.RefusesEnd();
            case "ends the transfer of another image" -> new HubHabit.EndsAnotherImage();
            case "notifies the device again half-way" -> new HubHabit.NotifiesHalfWay();
            case "notifies the device of nothing" -> new HubHabit.NotifiesOfNothing();
            case "keeps what it reads to itself" -> new HubHabit.KeepsReads();
            default -> throw new IllegalArgumentException(words);
        };
    }

    @ParameterType("does not tell its hardware|does not activate|does not answer reads|answers reads after "
            + Words.DURATION + "|asks for blocks of \\d+ octets?")
    public DisplayHabit displayHabit(String words) {
        if (words.startsWith("answers reads after ")) {
            return new DisplayHabit.SlowToRead(Words.toDuration(words));
        }
        return switch (words) {
            case "does not tell its hardware" -> new DisplayHabit.NoHardware();
            case "does not activate" -> new DisplayHabit.NoActivation();
            case "does not answer reads" -> new DisplayHabit.SilentToReads();
            default -> new DisplayHabit.BlocksOf(Integer.parseInt(words.replaceAll("\\D", "")));
        };
    }

    @ParameterType("for a minute less than the hub waits|for longer than the hub waits")
    public Silent silent(String words) {
        return words.equals(Silent.LONGER.words) ? Silent.LONGER : Silent.A_MINUTE_LESS;
    }

    @ParameterType("is in (normal|limited|critical) duty cycle|(loses|repeats|delays) one frame in twenty")
    public HanHabit hanHabit(String dutyCycle, String mishap) {
        return dutyCycle == null
                ? new HanHabit.Unreliable(Mishap.valueOf(mishap.toUpperCase(Locale.ROOT)))
                : new HanHabit.InDutyCycle(DutyCycle.valueOf(dutyCycle.toUpperCase(Locale.ROOT)));
    }

    @ParameterType("(on|off)(?: from (" + Words.CLOCK + "))?")
    public PowerOrder power(String words, String from) {
        return new PowerOrder(words.equals("on"), Optional.ofNullable(from).map(LocalTime::parse));
    }
}

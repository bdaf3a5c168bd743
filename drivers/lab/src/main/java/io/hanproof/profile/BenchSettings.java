package io.hanproof.profile;

import io.hanproof.octets.Eui64;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a run on real hardware has to know of the bench that the product stands on.
 *
 * @param network absent where the product is never reached by radio
 * @param power how it is switched; absent where a person does it
 * @param joining the command that puts it in joining mode; empty where a person does it
 * @param restore how it gets back to the firmware that is installed when scenarios begin
 * @param reconnect how long to look for a radio that was lost
 * @param prompt how long a person, or a command, may take to do what is asked
 * @param updates how many updates a run may use at most; any number where the profile does not say
 */
public record BenchSettings(
        Optional<Network> network,
        Optional<Power> power,
        List<String> joining,
        Restore restore,
        Duration reconnect,
        Duration prompt,
        OptionalInt updates) {
    /** What a profile that says nothing declares: a person does everything, and there is no way back. */
    public static final BenchSettings USUAL = new BenchSettings(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            new Restore.None(),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            OptionalInt.empty());

    public BenchSettings {
        joining = List.copyOf(joining);
    }

    /**
     * The HAN that hanproof forms, or joins where the hub is under test.
     *
     * @param channel 11 to 26
     * @param extendedPan as it is printed, its most significant octet first
     * @param secret what a device joins with; absent where the run decides
     * @param device the product's own address; absent where it is the first that joins
     * @param join how long it may take to join
     */
    public record Network(
            int channel,
            int pan,
            Eui64 extendedPan,
            KeySource key,
            Optional<JoinSecret> secret,
            Optional<Eui64> device,
            Duration join) {}

    /** What a device and the trust centre know of each other before the device joins. */
    public sealed interface JoinSecret {
        /** The code on the device's label, its CRC checked; the link key derives from it. */
        record Label(InstallCode code) implements JoinSecret {}

        /** The link key itself. */
        record Preconfigured(KeySource key) implements JoinSecret {}
    }

    /** Commands that switch the product; the first word is the program. */
    public record Power(List<String> off, List<String> on) {
        public Power {
            off = List.copyOf(off);
            on = List.copyOf(on);
        }
    }

    /** How a product gets back to the firmware that is installed when scenarios begin. */
    public sealed interface Restore {
        /** It does not: one update, and whatever needs the old firmware can no longer run. */
        record None() implements Restore {}

        /** By the air: it takes the image of the installed firmware like any other update. */
        record Downgrade() implements Restore {}

        /** By a command of the user's. */
        record Command(List<String> words) implements Restore {
            public Command {
                words = List.copyOf(words);
            }
        }
    }
}

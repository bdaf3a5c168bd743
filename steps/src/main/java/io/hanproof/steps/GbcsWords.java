package io.hanproof.steps;

import io.cucumber.java.ParameterType;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;

/** The words about commands to devices and what devices say of themselves. */
public final class GbcsWords {
    static final String RESULT = "success|noImageHeld|hashMismatch|activationFailure";

    /** What is wrong with an order of the supplier. */
    public enum CommandFlaw {
        NONE(""),
        HASH("with one bit of the hash wrong"),
        ANOTHER_KEY("signed with another key"),
        ANOTHER_SUPPLIER("signed by another supplier"),
        UNSIGNED("without a signature"),
        MAC("with one bit of the MAC wrong"),
        WITHOUT_MAC("without a MAC"),
        ANOTHER_DEVICE("meant for another device"),
        OLD_COUNTER("with the counter of the order before");

        private final String words;

        CommandFlaw(String words) {
            this.words = words;
        }
    }

    /**
     * An order to activate.
     *
     * @param at absent for at once
     */
    public record ActivationCommand(String firmware, Optional<LocalTime> at, CommandFlaw flaw) {
        static ActivationCommand of(String firmware) {
            return new ActivationCommand(firmware, Optional.empty(), CommandFlaw.NONE);
        }
    }

    /** What a device answers to an order for at once, and with which firmware running. */
    public record CommandResult(String result, String firmware) {}

    /** What an alert of a device tells beside its code. */
    public sealed interface DeviceAlertSubject {
        /** @param same whether it is the hash of the image that was sent, or has to be another */
        record Hash(String firmware, boolean same) implements DeviceAlertSubject {}

        record Result(String result, String firmware) implements DeviceAlertSubject {}
    }

    public record DeviceAlertWords(int code, DeviceAlertSubject subject) {}

    @ParameterType("image (" + Words.FIRMWARE + ")(?:, at (" + Words.CLOCK + "))?"
            + "(?:, (with one bit of the hash wrong|signed with another key|signed by another supplier|without a signature"
            + "|with one bit of the MAC wrong|without a MAC|meant for another device"
            + "|with the counter of the order before))?")
    public ActivationCommand activationCommand(String firmware, String clock, String flaw) {
        return new ActivationCommand(
                firmware,
                Optional.ofNullable(clock).map(LocalTime::parse),
                flaw == null ? CommandFlaw.NONE : flaw(flaw));
    }

    private static CommandFlaw flaw(String words) {
        return Arrays.stream(CommandFlaw.values())
                .filter(it -> it.words.equals(words))
                .findFirst()
                .orElseThrow();
    }

    @ParameterType("(" + RESULT + "), with firmware (" + Words.FIRMWARE + ")")
    public CommandResult commandResult(String result, String firmware) {
        return new CommandResult(result, firmware);
    }

    @ParameterType("alert 0x(8F[0-9A-F]{2})(?: with (the|another) hash (?:of|than that of) image (" + Words.FIRMWARE
            + ")" + "|, (" + RESULT + "|activationSuccess), with firmware (" + Words.FIRMWARE + "))")
    public DeviceAlertWords deviceAlert(String code, String hash, String image, String result, String firmware) {
        return new DeviceAlertWords(
                Integer.parseInt(code, 16),
                hash == null
                        ? new DeviceAlertSubject.Result(result, firmware)
                        : new DeviceAlertSubject.Hash(image, hash.equals("the")));
    }
}

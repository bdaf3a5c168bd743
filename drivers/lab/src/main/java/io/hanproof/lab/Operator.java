package io.hanproof.lab;

import java.util.Arrays;
import java.util.Optional;

/** Does to the product under test what no frame can: a person at the bench, a relay, a script. */
public interface Operator {
    /**
     * Returns when it has been done.
     *
     * @throws BenchFault when it was refused, failed or took too long
     */
    void ask(Act act);

    /**
     * Whether it is as the question says.
     *
     * @throws BenchFault when nobody answered in time
     */
    boolean confirm(Question question);

    /** Something that is asked of an operator. */
    sealed interface Request {
        default Kind kind() {
            return switch (this) {
                case PowerOff it -> Kind.POWER_OFF;
                case PowerOn it -> Kind.POWER_ON;
                case JoiningMode it -> Kind.JOINING;
                case PutBack it -> Kind.RESTORE;
                case ConfirmDisplay it -> Kind.CONFIRM;
            };
        }

        /** What a person is told. */
        default String text() {
            return switch (this) {
                case PowerOff(var device) -> "switch the %s off".formatted(device);
                case PowerOn(var device) -> "switch the %s on".formatted(device);
                case JoiningMode(var device) -> "put the %s in joining mode".formatted(device);
                case PutBack(var device, var firmware) -> "put firmware %s back on the %s".formatted(firmware, device);
                case ConfirmDisplay(var device, var what) -> "does the %s show %s?".formatted(device, what);
            };
        }
    }

    /** Something to be done. */
    sealed interface Act extends Request {}

    /** Something to be looked at, and answered by yes or no. */
    sealed interface Question extends Request {}

    record PowerOff(String device) implements Act {}

    record PowerOn(String device) implements Act {}

    record JoiningMode(String device) implements Act {}

    /** @param firmware as scenarios call it */
    record PutBack(String device, String firmware) implements Act {}

    /** @param what it should show, as {@code "firmware 0x20"} */
    record ConfirmDisplay(String device, String what) implements Question {}

    /** What can be asked, and how scripts call it. */
    enum Kind {
        POWER_OFF("power-off"),
        POWER_ON("power-on"),
        JOINING("joining"),
        RESTORE("restore"),
        CONFIRM("confirm");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        public static Optional<Kind> named(String text) {
            return Arrays.stream(values()).filter(it -> it.text.equals(text)).findFirst();
        }
    }
}

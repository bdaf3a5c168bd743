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
        Kind kind();

        /** What a person is told. */
        String text();
    }

    /** Something to be done. */
    sealed interface Act extends Request {}

    /** Something to be looked at, and answered by yes or no. */
    sealed interface Question extends Request {}

    record PowerOff(String device) implements Act {
        @Override
        public Kind kind() {
            return Kind.POWER_OFF;
        }

        @Override
        public String text() {
            return "switch the %s off".formatted(device);
        }
    }

    record PowerOn(String device) implements Act {
        @Override
        public Kind kind() {
            return Kind.POWER_ON;
        }

        @Override
        public String text() {
            return "switch the %s on".formatted(device);
        }
    }

    record JoiningMode(String device) implements Act {
        @Override
        public Kind kind() {
            return Kind.JOINING;
        }

        @Override
        public String text() {
            return "put the %s in joining mode".formatted(device);
        }
    }

    /** @param firmware as scenarios call it */
    record PutBack(String device, String firmware) implements Act {
        @Override
        public Kind kind() {
            return Kind.RESTORE;
        }

        @Override
        public String text() {
            return "put firmware %s back on the %s".formatted(firmware, device);
        }
    }

    /** @param what it should show, as {@code "firmware 0x20"} */
    record ConfirmDisplay(String device, String what) implements Question {
        @Override
        public Kind kind() {
            return Kind.CONFIRM;
        }

        @Override
        public String text() {
            return "does the %s show %s?".formatted(device, what);
        }
    }

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

package io.hanproof.launcher;

/** What hanproof was given is wrong: a name, a file, an expression. The message says what was needed and found. */
final class UsageFault extends RuntimeException {
    UsageFault(String message) {
        super(message);
    }

    UsageFault(String message, Throwable cause) {
        super(message, cause);
    }
}

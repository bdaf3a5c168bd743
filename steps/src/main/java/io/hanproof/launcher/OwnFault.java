package io.hanproof.launcher;

/** hanproof itself is wrong: there is no verdict, whatever the target did. */
final class OwnFault extends RuntimeException {
    OwnFault(String message) {
        super(message);
    }

    OwnFault(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.hanproof.gbcs;

/** One thing that is wrong with a message. */
public record GbcsFinding(Code code, String message) {

    /** Kinds of wrong, in the order in which a message is checked. */
    public enum Code {
        /** No message: names field, need, place and what was found. */
        MALFORMED,
        /** A message, but not in the one form that DER and GBCS allow. */
        NOT_CANONICAL,
        /** Two fields contradict each other. */
        CODE_MISMATCH,
        /** A counter in the payload is not the header's. */
        COUNTER_MISMATCH,
        WRONG_RECIPIENT,
        UNKNOWN_ORIGINATOR,
        WRONG_ROLE,
        /** The originator is known, but by no certificate for this use. */
        WRONG_KEY_USAGE,
        MISSING_SIGNATURE,
        /** A signature where none belongs. */
        UNEXPECTED_SIGNATURE,
        WRONG_SIGNATURE,
        MISSING_MAC,
        /** A MAC where none belongs. */
        UNEXPECTED_MAC,
        WRONG_MAC,
        COUNTER_NOT_HIGHER
    }

    @Override
    public String toString() {
        return code + ": " + message;
    }
}

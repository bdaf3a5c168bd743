package io.hanproof.gbcs;

/** One thing that is wrong with a message, or that keeps it from being found right. */
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
        /** A date-time that no calendar or clock has. */
        NO_DATE,
        WRONG_RECIPIENT,
        UNKNOWN_ORIGINATOR,
        WRONG_ROLE,
        /** The originator is known, but by no certificate to verify its signature with. */
        NO_SIGNING_CERTIFICATE,
        MISSING_SIGNATURE,
        /** A signature where none belongs. */
        UNEXPECTED_SIGNATURE,
        WRONG_SIGNATURE,
        MISSING_MAC,
        /** A MAC where none belongs. */
        UNEXPECTED_MAC,
        /** The other end is known by no certificate to make the MAC's key with, or not at all. */
        NO_AGREEMENT_CERTIFICATE,
        WRONG_MAC,
        COUNTER_NOT_HIGHER
    }

    /** Whether it is of who looks, not of the message: a receiver does not accept it, and a judge cannot blame it. */
    public boolean isUndecided() {
        return code == Code.NO_SIGNING_CERTIFICATE || code == Code.NO_AGREEMENT_CERTIFICATE;
    }

    @Override
    public String toString() {
        return code + ": " + message;
    }
}

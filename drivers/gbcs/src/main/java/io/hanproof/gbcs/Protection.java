package io.hanproof.gbcs;

/** What guards a message against change: by kind of message, not by choice. */
public enum Protection {
    /** Critical commands. */
    SIGNATURE_AND_MAC(true, true),
    /** Non-critical commands and responses, and duty-cycle alerts. */
    MAC(false, true),
    /** Responses to critical commands, and alerts. */
    SIGNATURE(true, false);

    private final boolean signed;
    private final boolean maced;

    Protection(boolean signed, boolean maced) {
        this.signed = signed;
        this.maced = maced;
    }

    public boolean signed() {
        return signed;
    }

    public boolean maced() {
        return maced;
    }
}

package io.hanproof.cpl;

/**
 * What one of a supplier's checks found.
 *
 * @param need what had to be there
 * @param found what was there
 */
public record SupplierFinding(Check check, Outcome outcome, String need, String found) {
    /** What is checked, in the order of Annex A 3.1.1. */
    public enum Check {
        /** The OTA header names manufacturer, model, version, and the hardware that the image is for. */
        HEADER_FIELDS("header-fields"),
        /** The hash calculated is the one that the manufacturer gave. */
        MANUFACTURERS_HASH("manufacturers-hash"),
        /** The hash stands against at least one entry. */
        HASH_LISTED("hash-listed"),
        /** One of those entries has the manufacturer, model and version of the header. */
        ENTRY_MATCHES_HEADER("entry-matches-header"),
        /** Such an entry's hardware version is among those that the header admits. */
        HARDWARE_IN_RANGE("hardware-in-range"),
        /** Such an entry has not been removed. */
        ENTRY_NOT_REMOVED("entry-not-removed");

        private final String text;

        Check(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** How a check ended. */
    public enum Outcome {
        OK,
        WRONG,
        /** Nothing was given to compare with, or an earlier check left nothing. */
        NOT_CHECKED
    }

    public boolean isWrong() {
        return outcome == Outcome.WRONG;
    }
}

package io.hanproof.cpl;

import java.util.List;

/**
 * What one of a supplier's checks found.
 *
 * @param need what had to be there
 * @param found what was there
 */
public record SupplierFinding(Check check, Outcome outcome, String need, String found) {
    /** What is checked: in the order of Annex A 3.1.1, then what else the DCC would refuse. */
    public enum Check {
        /** The OTA header names manufacturer, model, version, and the hardware that the image is for. */
        HEADER_FIELDS("header-fields", "SUP-02"),
        /** The hash calculated is the one that the manufacturer gave. */
        MANUFACTURERS_HASH("manufacturers-hash", "SUP-01", "SUP-03"),
        /** The hash stands against at least one entry; a list whose entries lack another field is not read at all. */
        HASH_LISTED("hash-listed", "CPL-02", "SUP-04"),
        /** One of those entries has the manufacturer, model and version of the header. */
        ENTRY_MATCHES_HEADER("entry-matches-header", "SUP-05"),
        /** Such an entry's hardware version is among those that the header admits. */
        HARDWARE_IN_RANGE("hardware-in-range", "SUP-06"),
        /** Such an entry is for a device of the kind that the image is for. */
        ENTRY_FOR_DEVICE("entry-for-device"),
        /** Such an entry has not been removed. */
        ENTRY_NOT_REMOVED("entry-not-removed");

        private final String text;

        @SuppressWarnings("ImmutableEnumChecker") // it comes from List.of
        private final List<String> requirements;

        Check(String text, String... requirements) {
            this.text = text;
            this.requirements = List.of(requirements);
        }

        /** Those of the catalogue that the check tests; none where it looks ahead at what the DCC is going to check. */
        public List<String> requirements() {
            return requirements;
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
}

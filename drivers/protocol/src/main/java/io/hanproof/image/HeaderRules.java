package io.hanproof.image;

/**
 * Checks a header that could be read against what header version 0x0100 says of its fields.
 *
 * @param magic offset of the header's first octet from the file's
 */
record HeaderRules(OtaHeader header, int magic, Findings findings) {
    void check() {
        boolean known = header.headerVersion() == OtaHeader.VERSION;
        boolean reserved = (header.fieldControl() & ~OtaHeader.KNOWN_FIELDS) != 0;
        if (!known) {
            findings.add(
                    FindingCode.HEADER_VERSION,
                    "header version",
                    Hex.u16(OtaHeader.VERSION),
                    magic + OtaHeader.VERSION_AT,
                    "found " + Hex.u16(header.headerVersion()));
        }
        if (reserved) {
            findings.add(
                    FindingCode.RESERVED_FIELD_CONTROL,
                    "field control",
                    "no bit but 0, 1 and 2",
                    magic + OtaHeader.FIELD_CONTROL_AT,
                    "found " + Hex.u16(header.fieldControl()));
        }
        // a newer version or a field of unknown meaning explains a longer header; nothing explains a shorter one
        checkLength(known && !reserved);
        checkString();
    }

    private void checkLength(boolean exact) {
        int need = header.fieldsLength();
        int found = header.headerLength();
        if (found < need || (exact && found > need)) {
            lengthFinding((exact ? "" : "at least ") + need);
        } else if (found > header.totalImageSize()) {
            lengthFinding("at most the total image size " + header.totalImageSize());
        }
    }

    private void lengthFinding(String need) {
        findings.add(
                FindingCode.HEADER_LENGTH,
                "header length",
                need,
                magic + OtaHeader.LENGTH_AT,
                "found " + header.headerLength());
    }

    private void checkString() {
        var string = header.headerString();
        int unprintable = string.firstUnprintable();
        if (unprintable >= 0) {
            stringFinding(FindingCode.HEADER_STRING_NOT_ASCII, "printable ASCII", unprintable);
        }
        int afterNul = string.firstAfterNul();
        if (afterNul >= 0) {
            stringFinding(FindingCode.HEADER_STRING_AFTER_NUL, "NUL after its first NUL", afterNul);
        }
    }

    private void stringFinding(FindingCode code, String need, int place) {
        int octet = header.headerString().octets().u8(place);
        findings.add(code, "header string", need, magic + OtaHeader.STRING_AT + place, "found " + Hex.u8(octet));
    }
}

package io.hanproof.image;

import io.hanproof.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The 32 octets of free text in an OTA header: printable ASCII, filled up with NUL. */
public record HeaderString(Octets octets) {
    static final int LENGTH = 32;
    private static final int NONE = -1;

    public HeaderString {
        if (octets.length() != LENGTH) {
            throw new IllegalArgumentException(
                    "header string needs %d octets, found %d".formatted(LENGTH, octets.length()));
        }
    }

    /**
     * Fills {@code text} up with NUL.
     *
     * @throws IllegalArgumentException when the text is longer than 32 characters or not printable ASCII
     */
    public static HeaderString of(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
        if (ascii.length > LENGTH) {
            throw new IllegalArgumentException(
                    "header string needs at most %d characters, found %d".formatted(LENGTH, ascii.length));
        }
        var string = new HeaderString(Octets.copyOf(Arrays.copyOf(ascii, LENGTH)));
        if (!string.text().equals(text)) {
            throw new IllegalArgumentException("header string needs printable ASCII, found \"%s\"".formatted(text));
        }
        return string;
    }

    /** The text where it says all, otherwise {@code hex:} and the 32 octets in lower-case digits. */
    public String text() {
        if (firstUnprintable() != NONE || firstAfterNul() != NONE) {
            return "hex:" + octets.hex().toLowerCase(Locale.ROOT);
        }
        return new String(octets.toArray(), 0, end(), StandardCharsets.US_ASCII);
    }

    /** Where the text first has an octet that is not printable ASCII; -1 when it has none. */
    int firstUnprintable() {
        for (int i = 0; i < end(); i++) {
            if (octets.u8(i) < ' ' || octets.u8(i) > '~') {
                return i;
            }
        }
        return NONE;
    }

    /** Where something other than NUL first follows a NUL; -1 when nothing does. */
    int firstAfterNul() {
        for (int i = end(); i < LENGTH; i++) {
            if (octets.u8(i) != 0) {
                return i;
            }
        }
        return NONE;
    }

    private int end() {
        int end = 0;
        while (end < LENGTH && octets.u8(end) != 0) {
            end++;
        }
        return end;
    }
}

package io.hanproof.zcl.ota;

import io.hanproof.zcl.Unsigned;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hardware an image runs on: {@code version} in the high octet on the wire, {@code revision} in the low one. */
public record HardwareVersion(int version, int revision) implements Comparable<HardwareVersion> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})");

    public HardwareVersion {
        Unsigned.u8("hardware version", version);
        Unsigned.u8("hardware revision", revision);
    }

    public static HardwareVersion of(int u16) {
        Unsigned.u16("hardware version", u16);
        return new HardwareVersion(u16 >> 8, u16 & 0xFF);
    }

    /**
     * Reads version and revision in decimal, as {@code 1.1}.
     *
     * @throws IllegalArgumentException when the text is not of that form
     */
    public static HardwareVersion parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "hardware version needs version.revision as 1.1, found \"%s\"".formatted(text));
        }
        return new HardwareVersion(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    public int u16() {
        return version << 8 | revision;
    }

    @Override
    public int compareTo(HardwareVersion other) {
        return Integer.compare(u16(), other.u16());
    }

    @Override
    public String toString() {
        return version + "." + revision;
    }
}

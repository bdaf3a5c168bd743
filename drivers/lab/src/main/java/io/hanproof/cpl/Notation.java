package io.hanproof.cpl;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** How the sources write a number of so many octets: {@code FF:FE}, or {@code 0xFFFE}. */
enum Notation {
    U8(1, "two hexadecimal digits as \"01\", or \"0x01\""),
    U16(2, "two octets as \"FF:FE\", or \"0xFFFE\""),
    U32(4, "four octets as \"00:00:00:10\", or \"0x00000010\"");

    private final Pattern pattern;
    private final String expected;

    Notation(int octets, String expected) {
        this.pattern = Pattern.compile(
                "0[xX][0-9A-Fa-f]{1,%d}|[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){%d}".formatted(2 * octets, octets - 1));
        this.expected = expected;
    }

    OptionalLong read(String text) {
        if (!pattern.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        boolean prefixed = text.length() > 2 && (text.charAt(1) == 'x' || text.charAt(1) == 'X');
        return OptionalLong.of(Long.parseLong(prefixed ? text.substring(2) : text.replace(":", ""), 16));
    }

    String expected() {
        return expected;
    }
}

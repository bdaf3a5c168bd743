package io.hanproof.profile;

import java.util.regex.Pattern;

/** The forms that texts of a profile have; {@code schema.json} has the same ones. */
enum Shape {
    HEX_16("0x[0-9A-Fa-f]{1,4}", "a hexadecimal number of up to 4 digits in quotes, as \"0xFFFE\""),
    HEX_32("0x[0-9A-Fa-f]{1,8}", "a hexadecimal number of up to 8 digits in quotes, as \"0x20\""),
    PAN("0x(?![Ff]{4})[0-9A-Fa-f]{1,4}", "a PAN identifier in quotes, as \"0x1A62\", and not the broadcast's"),
    EUI_64(
            "(?!0{16}|[Ff]{16})[0-9A-Fa-f]{16}",
            "16 hexadecimal digits in quotes, as \"00DB1234567890A4\", neither all 0 nor all F"),
    HARDWARE(
            "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])",
            "version.revision in quotes, each 0 to 255, as \"1.1\""),
    DURATION(
            "P(?=[0-9T])([0-9]{1,6}D)?(T(?=[0-9])([0-9]{1,6}H)?([0-9]{1,6}M)?([0-9]{1,6}(\\.[0-9]{1,3})?S)?)?",
            "an ISO 8601 duration, as PT3M"),
    NAME("\\S{1,40}", "a name of up to 40 characters without blanks, in quotes if it is a number"),
    PATH("\\S(.*\\S)?", "the path of a file"),
    TEXT("[\\s\\S]*", "a text, in quotes if it is a number");

    private final Pattern pattern;
    private final String expected;

    Shape(String regex, String expected) {
        this.pattern = Pattern.compile(regex);
        this.expected = expected;
    }

    boolean fits(String text) {
        return pattern.matcher(text).matches();
    }

    String regex() {
        return pattern.pattern();
    }

    String expected() {
        return expected;
    }
}

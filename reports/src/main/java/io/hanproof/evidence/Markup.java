package io.hanproof.evidence;

/** Text as XML and HTML hold it. */
public final class Markup {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final char REPLACEMENT = '\uFFFD';

    private Markup() {}

    /** Safe as content and between double quotes; what XML cannot hold becomes the replacement character. */
    public static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            append(out, text, i);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, String text, int at) {
        char it = text.charAt(at);
        switch (it) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\n' -> out.append("&#10;"); // in an attribute a bare one would be read as a space
            case '\r' -> out.append("&#13;");
            case '\t' -> out.append("&#9;");
            default -> out.append(isAllowed(text, at) ? it : REPLACEMENT);
        }
    }

    private static boolean isAllowed(String text, int at) {
        char it = text.charAt(at);
        if (Character.isHighSurrogate(it)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(it)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return it >= FIRST_PRINTABLE && it != '\uFFFE' && it != '\uFFFF';
    }
}

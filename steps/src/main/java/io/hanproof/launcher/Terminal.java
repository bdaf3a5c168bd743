package io.hanproof.launcher;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Where hanproof speaks.
 *
 * @param out what was asked for
 * @param err progress and complaints
 * @param colour whether {@code out} may be coloured
 * @param live whether a line on {@code err} can be written over
 */
record Terminal(PrintWriter out, PrintWriter err, boolean colour, boolean live) {
    private static final String RESET = "\u001B[0m";

    /**
     * The process's own. Java cannot tell which stream is a terminal, so whoever starts it says so.
     *
     * @param terminals the file descriptors that are terminals, as {@code 1,2}
     */
    static Terminal ofProcess(String terminals, Map<String, String> environment) {
        List<String> descriptors = Arrays.asList(terminals.split(","));
        boolean able = !"dumb".equals(environment.get("TERM"));
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty();
        Charset charset = System.out.charset();
        return new Terminal(
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, charset),
                able && colour && descriptors.contains("1"),
                able && descriptors.contains("2"));
    }

    /** Nobody reads it. */
    static Terminal silent() {
        var nowhere = new PrintWriter(Writer.nullWriter());
        return new Terminal(nowhere, nowhere, false, false);
    }

    String red(String text) {
        return coloured("\u001B[31m", text);
    }

    String green(String text) {
        return coloured("\u001B[32m", text);
    }

    String yellow(String text) {
        return coloured("\u001B[33m", text);
    }

    private String coloured(String colour, String text) {
        return this.colour ? colour + text + RESET : text;
    }
}

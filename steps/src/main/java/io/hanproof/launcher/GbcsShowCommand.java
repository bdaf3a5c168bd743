package io.hanproof.launcher;

import io.hanproof.gbcs.GbcsField;
import io.hanproof.gbcs.GbcsText;
import io.hanproof.gbcs.Keys;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what GBCS messages say, octet by octet, and what is wrong with them. */
@Command(
        name = "show",
        description = "Shows what GBCS messages say, where each field stands, and what is wrong with them. Exit code 1"
                + " when something is.")
final class GbcsShowCommand implements Callable<Integer> {
    private static final String STDIN = "-";
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");

    private final Session session;

    @Parameters(
            paramLabel = "HEX|FILE|-",
            arity = "1..*",
            description = "Messages: hexadecimal digits, or a file that holds them or the octets, or - for what comes"
                    + " in.")
    List<String> messages = new ArrayList<>();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "A key store of 'hanproof keys make', or certificates in PEM, to check signatures and MACs"
                    + " with. May be given several times.")
    List<Path> keys = new ArrayList<>();

    @Option(names = "--json", description = "One JSON object on a line for each message.")
    boolean json;

    GbcsShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Keys known = KeyFiles.read(keys);
        List<Octets> all = messages.stream().map(this::octets).toList();
        boolean flawless = true;
        for (Octets octets : all) {
            GbcsVerdict verdict = GbcsVerdict.of(octets, known);
            flawless &= verdict.findings().isEmpty();
            if (json) {
                session.terminal().out().println(Json.line(it -> fields(it, octets, verdict)));
            } else {
                print(octets, verdict);
            }
        }
        return flawless ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private static void fields(Json json, Octets octets, GbcsVerdict verdict) throws IOException {
        json.texts("text", GbcsText.of(octets))
                .objects(
                        "fields",
                        GbcsField.of(octets),
                        (one, it) -> one.text("name", it.name())
                                .number("at", it.at())
                                .text("octets", it.octets().hex()))
                .text("signature", verdict.signature())
                .text("mac", verdict.mac())
                .objects(
                        "findings",
                        verdict.findings(),
                        (one, it) -> one.text("code", it.code().name()).text("message", it.message()));
    }

    private void print(Octets octets, GbcsVerdict verdict) {
        PrintWriter out = session.terminal().out();
        GbcsText.of(octets).forEach(out::println);
        out.printf("signature check: %s%n", verdict.signature());
        out.printf("MAC check: %s%n", verdict.mac());
        verdict.findings().forEach(it -> out.printf("finding: %s%n", it));
        out.printf("%noffset  field, octets%n");
        GbcsField.of(octets)
                .forEach(it -> out.printf(
                        "%6d  %-34s  %s%n", it.at(), it.name(), it.octets().hex()));
        out.println();
    }

    private Octets octets(String given) {
        try {
            if (given.equals(STDIN)) {
                return octets(given, session.in().readAllBytes());
            }
            if (isHex(given)) {
                return Octets.hex(given);
            }
            if (isFile(given)) {
                return octets(given, Files.readAllBytes(Path.of(given)));
            }
        } catch (IOException e) {
            throw new UsageFault("%s cannot be read: %s".formatted(given, e.getMessage()), e);
        }
        throw new UsageFault("a message is hexadecimal digits, a file or -, found " + given);
    }

    private static boolean isHex(String text) {
        String digits = BLANKS.matcher(text).replaceAll("");
        boolean hex = HEX.matcher(digits).matches();
        if (hex && digits.length() % 2 != 0) {
            throw new UsageFault("a message is an even number of hexadecimal digits, found " + digits.length());
        }
        return hex;
    }

    private static boolean isFile(String given) {
        try {
            return Files.isRegularFile(Path.of(given));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** A file's content: digits if that is all there is, or the octets themselves. */
    private static Octets octets(String given, byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (isHex(text)) {
            return Octets.hex(text);
        }
        if (content.length == 0) {
            throw new UsageFault("%s is empty".formatted(given));
        }
        return Octets.copyOf(content);
    }
}

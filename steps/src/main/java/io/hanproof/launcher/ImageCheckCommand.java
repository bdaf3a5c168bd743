package io.hanproof.launcher;

import io.hanproof.cpl.CplReader;
import io.hanproof.cpl.SupplierChecks;
import io.hanproof.cpl.SupplierFinding;
import io.hanproof.cpl.SupplierFinding.Outcome;
import io.hanproof.image.OtaImage;
import io.hanproof.octets.Octets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the checks of a supplier who is about to have an image sent. */
@Command(
        name = "check",
        description = "Makes a supplier's checks of an image (Annex A 3.1.1): is it the manufacturer's, and is it on"
                + " the Central Products List for the product that its header names? Exit code 1 when one is wrong, 2 when"
                + " none is but the manufacturer's hash was not given.")
final class ImageCheckCommand implements Callable<Integer> {
    private static final int HASH_DIGITS = 64;

    private final Terminal terminal;

    /** What all checks say together. One that was not made must not look like one that passed. */
    private enum Verdict {
        PASS(ExitCode.PASSED, ""),
        FAIL(ExitCode.FAILED, ""),
        INCONCLUSIVE(ExitCode.INCONCLUSIVE, ": give the manufacturer's hash by --hash");

        final int exitCode;
        final String advice;

        Verdict(int exitCode, String advice) {
            this.exitCode = exitCode;
            this.advice = advice;
        }

        static Verdict of(List<SupplierFinding> findings) {
            var outcomes = findings.stream().map(SupplierFinding::outcome).toList();
            if (outcomes.contains(Outcome.WRONG)) {
                return FAIL;
            }
            return outcomes.contains(Outcome.NOT_CHECKED) ? INCONCLUSIVE : PASS;
        }
    }

    @Parameters(paramLabel = "FILE", description = "An OTA image file.")
    Path file = Path.of("");

    @Option(
            names = "--cpl",
            paramLabel = "FILE",
            required = true,
            description = "The Central Products List as JSON; the format is hanproof's own.")
    Path list = Path.of("");

    @Option(
            names = "--hash",
            paramLabel = "HEX",
            description = "The SHA-256 of the Manufacturer Image as its manufacturer gave it. Without it the checks are"
                    + " not complete, and the verdict is INCONCLUSIVE.")
    Optional<String> hash = Optional.empty();

    @Mixin
    ImageForm form = new ImageForm();

    @Option(names = "--json", description = "One JSON object on a line.")
    boolean json;

    ImageCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        OtaImage image = form.whole(file);
        List<SupplierFinding> findings =
                SupplierChecks.of(image, form.recipient(), hash.map(ImageCheckCommand::digits), CplReader.read(list));
        Verdict verdict = Verdict.of(findings);
        if (json) {
            terminal.out()
                    .println(Json.line(object -> object.text("file", file.toString())
                            .text("image", image.id().toString())
                            .text("manufacturerImageSha256", ImageText.lowerCase(image.sha256()))
                            .flag("passed", verdict == Verdict.PASS)
                            .text("verdict", verdict.name())
                            .objects(
                                    "checks",
                                    findings,
                                    (one, it) -> one.text("check", it.check().text())
                                            .texts("requirements", it.check().requirements())
                                            .text("outcome", words(it.outcome()))
                                            .text("need", it.need())
                                            .text("found", it.found()))));
        } else {
            print(image, findings, verdict);
        }
        return verdict.exitCode;
    }

    private void print(OtaImage image, List<SupplierFinding> findings, Verdict verdict) {
        PrintWriter out = terminal.out();
        out.printf("%s: %s%n", file, image.id());
        for (SupplierFinding it : findings) {
            String said = switch (it.outcome()) {
                case OK -> it.found();
                case WRONG, NOT_CHECKED -> "needs %s, found %s".formatted(it.need(), it.found());
            };
            out.printf("  %-12s%-22s%s%n", words(it.outcome()), it.check().text(), said);
        }
        out.println(verdict + verdict.advice);
    }

    private static String words(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Octets digits(String text) {
        try {
            if (text.length() == HASH_DIGITS) {
                return Octets.hex(text);
            }
        } catch (IllegalArgumentException e) {
            // said below, with what was needed
        }
        throw new UsageFault("--hash needs %d hexadecimal digits, found %s".formatted(HASH_DIGITS, text));
    }
}

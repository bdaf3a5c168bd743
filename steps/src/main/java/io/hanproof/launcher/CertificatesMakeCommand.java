package io.hanproof.launcher;

import io.hanproof.cbke.CertificateAuthority;
import io.hanproof.cbke.Suite;
import io.hanproof.ncp.StickSettings;
import io.hanproof.octets.Eui64;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes an authority for tests, and certificates by it. */
@Command(
        name = "make",
        description = "Makes an authority for tests, and by it a certificate for each address, a file each: first the"
                + " hub's, then the device's. The authority's private key is not kept: what is made later is of another"
                + " authority. A product believes it once it is given the key in authority.txt.")
final class CertificatesMakeCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the files go.")
    Path out = Path.of("");

    @Option(
            names = "--eui64",
            paramLabel = "EUI64,..",
            split = ",",
            description = "Who the certificates are for. Of one address alone it is the hub's, and the next is the"
                    + " device's. Default: those of 'hanproof emulate ncp'.")
    List<String> addresses = new ArrayList<>();

    @Option(names = "--suite", paramLabel = "1|2", description = "The cryptographic suite. Default: 2, as in GB.")
    int suite = 2;

    CertificatesMakeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var name = new Eui64(session.chance().nextLong()); // who trusts another says so by its name
        var authority = CertificateAuthority.make(suite(), name, session.chance());
        PrintWriter said = session.terminal().out();
        folder();
        Path trusted = out.resolve("authority.txt");
        CertificateFile.make(
                trusted,
                "CA Pub Key:%n%s%n".formatted(authority.publicKey().hex().toLowerCase(Locale.ROOT)));
        said.printf("%s: the authority's public key%n", trusted);
        for (Eui64 each : subjects()) {
            Path file = out.resolve(each + ".txt");
            CertificateFile.make(file, authority.issue(each).text());
            said.printf("%s: %s and its private key%n", file, each);
        }
        return ExitCode.PASSED;
    }

    private void folder() {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UsageFault("--out needs a folder that can be written to, found " + out, e);
        }
    }

    private Suite suite() {
        return switch (suite) {
            case 1 -> Suite.SUITE_1;
            case 2 -> Suite.SUITE_2;
            default -> throw new UsageFault("--suite needs 1 or 2, found " + suite);
        };
    }

    private Iterable<Eui64> subjects() {
        var subjects = new LinkedHashSet<Eui64>();
        addresses.forEach(it -> subjects.add(address(it)));
        if (subjects.isEmpty()) {
            subjects.add(StickSettings.USUAL_ADDRESS);
        }
        if (subjects.size() == 1) {
            subjects.add(new Eui64(subjects.getFirst().value() + 1));
        }
        return subjects;
    }

    private static Eui64 address(String text) {
        try {
            return Eui64.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageFault("--eui64 needs 16 hexadecimal digits, found " + text, e);
        }
    }
}

package io.hanproof.launcher;

import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.Role;
import io.hanproof.gbcs.SmkiCertificate;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows whose certificates a file has; never a private key. */
@Command(
        name = "show",
        description = "Lists the certificates in a key store, or in a PEM file. Private keys are neither shown nor"
                + " exported.")
final class KeysShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A key store of 'hanproof keys make', or certificates in PEM.")
    Path file = Path.of("");

    @Option(names = "--pem", paramLabel = "DIR", description = "Also writes each certificate there as a PEM file.")
    Optional<Path> folder = Optional.empty();

    @Option(names = "--json", description = "One JSON object on a line for each certificate.")
    boolean json;

    KeysShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Keys keys = KeyFiles.read(List.of(file));
        for (SmkiCertificate it : keys.given().all()) {
            String name = name(it);
            if (json) {
                terminal.out()
                        .println(Json.line(
                                object -> object.text("entity", it.entity().toString())
                                        .text("role", role(keys, it).name())
                                        .text("usage", it.usage().title())
                                        .text("serialNumber", it.serialNumber().toString(16))
                                        .text("issuer", it.issuer())
                                        .text("notAfter", it.notAfter().toString())));
            } else {
                terminal.out()
                        .printf(
                                "%s  %-9s %-18s serial %s, issued by %s, until %s%n",
                                it.entity(),
                                role(keys, it),
                                it.usage().title(),
                                it.serialNumber().toString(16),
                                it.issuer(),
                                it.notAfter());
            }
            folder.ifPresent(to -> write(to, name, it));
        }
        return ExitCode.PASSED;
    }

    /** A hub's certificate looks like any device's: only whoever has its keys knows. */
    private static Role role(Keys keys, SmkiCertificate certificate) {
        return keys.identities().stream()
                .filter(it -> it.id().equals(certificate.entity()))
                .map(Identity::role)
                .findFirst()
                .orElse(certificate.role());
    }

    private static String name(SmkiCertificate certificate) {
        return "%s-%s.pem"
                .formatted(certificate.entity(), certificate.usage().name().toLowerCase(Locale.ROOT));
    }

    private static void write(Path folder, String name, SmkiCertificate certificate) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageFault("--pem needs a folder that can be written to, found " + folder, e);
        }
        ImageText.write(folder.resolve(name), Octets.copyOf(certificate.pem().getBytes(StandardCharsets.US_ASCII)));
    }
}

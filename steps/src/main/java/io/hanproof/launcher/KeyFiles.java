package io.hanproof.launcher;

import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.KeyStoreFile;
import io.hanproof.gbcs.Keys;
import io.hanproof.octets.Decoded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Files of GBCS keys: a key store with certificates and private keys, or certificates of others in PEM. What is wrong with one
 * is said without anything of its content.
 */
final class KeyFiles {
    /** The key store's; its keys are for tests and guard nothing. */
    static final String PASSWORD = "hanproof";

    private static final String PEM = "-----BEGIN ";

    private KeyFiles() {}

    /** Test keys, but for what the files have. */
    static Keys read(Collection<Path> files) {
        Keys keys = Keys.test();
        for (Path file : files) {
            keys = read(file, keys);
        }
        return keys;
    }

    private static Keys read(Path file, Keys keys) {
        try {
            byte[] octets = Files.readAllBytes(file);
            // whatever the octets are, Latin-1 reads them
            String text = new String(octets, StandardCharsets.ISO_8859_1);
            return text.contains(PEM)
                    ? keys.knowing(certificates(file, text))
                    : keys.with(KeyStoreFile.read(file, PASSWORD.toCharArray()));
        } catch (NoSuchFileException e) {
            throw new UsageFault("there is no file " + file, e);
        } catch (IOException e) {
            String found = Files.isDirectory(file) ? file + " is a folder" : e.getMessage();
            throw new UsageFault(
                    "--keys needs a key store of 'hanproof keys make', or certificates in PEM: " + found, e);
        }
    }

    private static Certificates certificates(Path file, String text) {
        Certificates read = switch (Certificates.readPem(text)) {
            case Decoded.Value<Certificates>(var certificates) -> certificates;
            case Decoded.Malformed<Certificates> malformed ->
                throw new UsageFault("%s: %s".formatted(file, malformed.message()));
        };
        if (read.all().isEmpty()) {
            throw new UsageFault("%s has no certificate".formatted(file));
        }
        return read;
    }

    /** Writes a key store that nobody but its owner may read, and that was not there. */
    static void make(Path file, Collection<Identity> identities) {
        CertificateFile.make(file, "");
        try {
            KeyStoreFile.write(file, PASSWORD.toCharArray(), identities);
        } catch (IOException e) {
            throw new UsageFault("%s cannot be made: %s".formatted(file, e.getMessage()), e);
        }
    }
}

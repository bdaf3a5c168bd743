package io.hanproof.launcher;

import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.KeyStoreFile;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.Role;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Files of GBCS keys: a key store with certificates and private keys, or certificates of others in PEM. What is wrong with one
 * is said without anything of its content.
 */
final class KeyFiles {
    /** The key store's; its keys are for tests and guard nothing. */
    static final String PASSWORD = "hanproof";

    private static final String PEM = "-----BEGIN ";

    private static final List<Eui64> SUPPLIERS =
            List.of(Keys.IMPORT_SUPPLIER, Keys.GAS_SUPPLIER, Keys.GAINING_SUPPLIER);

    /** What the addresses of the hub and the devices that hanproof plays begin with. */
    private static final long HAN = 0x00A1_B2C3_D4E5L;

    private KeyFiles() {}

    /** Test keys, but for what the files have. */
    static Keys read(Collection<Path> files) {
        Keys keys = Keys.test();
        for (Path file : files) {
            keys = read(file, keys);
        }
        return keys;
    }

    /**
     * The same, for a run or an emulator, which needs them for those whom it plays.
     *
     * @throws UsageFault when a file has keys of another role for one of them
     */
    static Keys readToPlay(Collection<Path> files) {
        Keys keys = read(files);
        for (Path file : files) {
            for (Identity it : read(file, Keys.test()).identities()) {
                needed(it.id(), keys).filter(role -> !keys.isOf(it.id(), role)).ifPresent(role -> {
                    throw new UsageFault("%s has keys of role %s for %s, which needs keys of role %s"
                            .formatted(file, it.role(), it.id(), role));
                });
            }
        }
        return keys;
    }

    /** What an entity is in every run: nothing of those that a run has no part for. */
    private static Optional<Role> needed(Eui64 entity, Keys keys) {
        if (entity.equals(Keys.ACB)) {
            boolean another = keys.identities().stream().anyMatch(it -> it.role() == Role.ACB);
            return another ? Optional.empty() : Optional.of(Role.ACB);
        }
        if (SUPPLIERS.contains(entity)) {
            return Optional.of(Role.SUPPLIER);
        }
        return entity.value() >>> Short.SIZE == HAN ? Optional.of(Role.DEVICE) : Optional.empty();
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

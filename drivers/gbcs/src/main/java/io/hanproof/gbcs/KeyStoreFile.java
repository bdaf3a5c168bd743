package io.hanproof.gbcs;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Identities in a PKCS#12 file that any tool opens: two entries each, named {@code <entity>-<role>-signing} and
 * {@code -agreement}. What goes wrong is said in words that quote no key.
 */
public final class KeyStoreFile {
    private static final String TYPE = "PKCS12";

    private KeyStoreFile() {}

    /** Replaces the file. */
    public static void write(Path file, char[] password, Collection<Identity> identities) throws IOException {
        try {
            var store = KeyStore.getInstance(TYPE);
            store.load(null, password);
            for (var identity : identities) {
                put(store, identity, identity.signing(), identity.keys().signing(), password);
                put(store, identity, identity.agreement(), identity.keys().agreement(), password);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, password);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " cannot be written: " + e.getMessage());
        }
    }

    private static void put(
            KeyStore store, Identity identity, SmkiCertificate certificate, ECPrivateKey key, char[] password)
            throws GeneralSecurityException {
        var x509 = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.der().toArray()));
        store.setKeyEntry(
                "%016X-%s-%s".formatted(identity.id().value(), identity.role(), certificate.usage()),
                key,
                password,
                new Certificate[] {x509});
    }

    /** The identities in the file, in order of their identifiers. */
    public static List<Identity> read(Path file, char[] password) throws IOException {
        try {
            var store = load(file, password);
            var identities = new ArrayList<Identity>();
            var aliases = Collections.list(store.aliases());
            Collections.sort(aliases);
            for (String alias : aliases) {
                var parts = parts(file, alias);
                if (parts.usage() == Usage.SIGNING) {
                    identities.add(identity(file, store, parts, password));
                } else if (!store.containsAlias(parts.sibling())) {
                    throw new IOException("%s has %s without %s".formatted(file, alias, parts.sibling()));
                }
            }
            return List.copyOf(identities);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds what cannot be read: " + e.getMessage());
        }
    }

    private static KeyStore load(Path file, char[] password) throws IOException, GeneralSecurityException {
        byte[] content = Files.readAllBytes(file);
        var store = KeyStore.getInstance(TYPE);
        try {
            store.load(new ByteArrayInputStream(content), password);
            return store;
        } catch (IOException e) {
            throw new IOException(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? file + ": the password is wrong"
                            : file + " is no PKCS#12 key store");
        }
    }

    /** What an entry's name says. */
    private record Parts(String alias, String stem, Role role, Usage usage) {
        String sibling() {
            return stem + (usage == Usage.SIGNING ? "-agreement" : "-signing");
        }
    }

    private static Parts parts(Path file, String alias) throws IOException {
        var pieces = alias.toUpperCase(Locale.ROOT).split("-", -1);
        try {
            if (pieces.length == 3) {
                return new Parts(
                        alias,
                        alias.substring(0, alias.lastIndexOf('-')),
                        Role.valueOf(pieces[1]),
                        Usage.valueOf(pieces[2]));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IOException(
                "%s has an entry %s, which is no <entity>-<role>-signing or -agreement".formatted(file, alias));
    }

    private static Identity identity(Path file, KeyStore store, Parts parts, char[] password)
            throws IOException, GeneralSecurityException {
        var signing = certificate(file, store, parts.alias());
        var agreement = certificate(file, store, parts.sibling());
        var keys =
                new PrivateKeys(key(file, store, parts.alias(), password), key(file, store, parts.sibling(), password));
        try {
            return new Identity(signing.entity(), parts.role(), signing, agreement, keys);
        } catch (IllegalArgumentException e) {
            throw new IOException("%s, entry %s: %s".formatted(file, parts.alias(), e.getMessage()));
        }
    }

    private static SmkiCertificate certificate(Path file, KeyStore store, String alias)
            throws IOException, GeneralSecurityException {
        var x509 = Optional.ofNullable(store.getCertificate(alias))
                .orElseThrow(() -> new IOException("%s has no certificate %s".formatted(file, alias)));
        return switch (SmkiCertificate.read(Octets.copyOf(x509.getEncoded()))) {
            case Decoded.Value<SmkiCertificate>(var certificate) -> certificate;
            case Decoded.Malformed<SmkiCertificate> malformed ->
                throw new IOException("%s, entry %s: %s".formatted(file, alias, malformed.message()));
        };
    }

    private static ECPrivateKey key(Path file, KeyStore store, String alias, char[] password)
            throws IOException, GeneralSecurityException {
        Key key = store.getKey(alias, password);
        if (key instanceof ECPrivateKey ec && P256.isScalar(ec.getS())) {
            return ec;
        }
        throw new IOException("%s, entry %s has no private key on P-256".formatted(file, alias));
    }
}

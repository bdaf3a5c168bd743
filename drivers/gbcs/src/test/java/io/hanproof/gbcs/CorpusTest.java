package io.hanproof.gbcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published message of a firmware use case. */
final class CorpusTest {
    /** Octets before the general-signing tag of a message with both guards, whose length takes two. */
    private static final int MAC_HEADER = 14;

    static List<Corpus.Vector> vectors() {
        return Corpus.found().vectors();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isWrittenAgainOctetForOctetFromItsFields(Corpus.Vector vector) {
        Octets written = vector.isPreCommand()
                ? value(PreCommand.read(vector.octets())).write()
                : value(GbcsMessage.read(vector.octets())).write();

        assertThat(written).isEqualTo(vector.octets());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void satisfiesTheCertificatesBesideIt(Corpus.Vector vector) {
        assertThat(GbcsCheck.check(vector.octets(), certificates())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("signed")
    void withAnyProtectedBitFlippedSatisfiesThemNoMore(Corpus.Vector vector) {
        var certificates = certificates();
        var message = value(GbcsMessage.read(vector.octets()));
        int tag = message.mac().isPresent() ? MAC_HEADER : 0;
        int end = tag
                + 1
                + Sealing.signedPart(message.header(), message.content()).length();

        for (int bit = Byte.SIZE * (tag + 1); bit < Byte.SIZE * end; bit++) {
            int at = bit / Byte.SIZE;
            var flipped = vector.octets().with(at, vector.octets().u8(at) ^ 1 << bit % Byte.SIZE);
            assertThat(GbcsCheck.check(flipped, certificates)).as("bit %d", bit).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isToldInNamedFields(Corpus.Vector vector) {
        assertThat(GbcsText.of(vector.octets()))
                .hasSizeGreaterThan(5)
                .allSatisfy(it -> assertThat(it).matches("[A-Za-z -]+: .+"))
                .noneSatisfy(it -> assertThat(it).startsWith("malformed"));
    }

    static List<Corpus.Vector> messages() {
        return vectors().stream().filter(it -> !it.isPreCommand()).toList();
    }

    static List<Corpus.Vector> signed() {
        return messages().stream()
                .filter(it -> value(GbcsMessage.read(it.octets())).signature().isPresent())
                .toList();
    }

    private static Certificates certificates() {
        return value(Certificates.readPem(String.join("\n", Corpus.found().certificates())));
    }

    static <T> T value(Decoded<T> decoded) {
        return switch (decoded) {
            case Decoded.Value<T>(T value) -> value;
            case Decoded.Malformed<T> malformed -> throw new AssertionError(malformed.message());
        };
    }
}

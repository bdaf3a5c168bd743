package io.hanproof.gbcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published message of a firmware use case. */
final class CorpusTest {
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

    static <T> T value(Decoded<T> decoded) {
        return switch (decoded) {
            case Decoded.Value<T>(T value) -> value;
            case Decoded.Malformed<T> malformed -> throw new AssertionError(malformed.message());
        };
    }
}

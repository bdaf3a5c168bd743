package io.hanproof.gbcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Octets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GbcsFieldTest {
    /** An alert 0x8F8A as the layout of CCS08 has it, with a signature of zeros. */
    private static final Octets ALERT = Octets.hex("DF 09 03 0000000000000FA0 08 00DB1234567890A2 08 90B3D51F30000002"
            + "00 02 0128 2B 3029 02 03 008F8A 18 0F 32303135303130313030303030305A 04 08 00DB1234567890A4"
            + "04 04 0123ABCD 02 01 00 40" + "00".repeat(64));

    @Test
    void tellsWhereEachFieldStands() {
        List<GbcsField> fields = GbcsField.of(ALERT);

        assertThat(fields)
                .contains(
                        new GbcsField("CRA flag", 2, Octets.hex("03")),
                        new GbcsField("originator counter", 3, Octets.hex("0000000000000FA0")),
                        new GbcsField("message code", 31, Octets.hex("0128")),
                        new GbcsField("alert code", 38, Octets.hex("008F8A")),
                        new GbcsField("firmware version", 70, Octets.hex("0123ABCD")),
                        new GbcsField("signature", 78, Octets.hex("00".repeat(64))));
        assertThat(joined(fields)).isEqualTo(ALERT);
    }

    @Test
    void tellsWhatStandsBeforeAFault() {
        List<GbcsField> fields = GbcsField.of(ALERT.slice(0, 40));

        assertThat(fields.getLast().name()).isEqualTo("content length");
        assertThat(GbcsField.of(Octets.NONE)).isEmpty();
    }

    static List<Corpus.Vector> vectors() {
        return Corpus.found().vectors().stream()
                .filter(it -> !it.isPreCommand())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void leavesNoOctetOfAPublishedMessageOut(Corpus.Vector vector) {
        assertThat(joined(GbcsField.of(vector.octets()))).isEqualTo(vector.octets());
    }

    private static Octets joined(List<GbcsField> fields) {
        return fields.stream().map(GbcsField::octets).reduce(Octets.NONE, Octets::plus);
    }
}

package io.hanproof.octets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class OctetsTest {
    private static final Octets SOME = Octets.hex("1E F1 EE 0B 00");

    @Test
    void areReadFromDigitsInEitherCaseAndWrittenInUpperCase() {
        var octets = Octets.hex("1e F1\tEe\n0B");

        assertThat(octets.hex()).isEqualTo("1EF1EE0B");
        assertThat(octets.length()).isEqualTo(4);
    }

    @Test
    void areNotReadFromAnythingButPairsOfDigits() {
        assertThatIllegalArgumentException().isThrownBy(() -> Octets.hex("1E F"));
        assertThatIllegalArgumentException().isThrownBy(() -> Octets.hex("1G"));
    }

    @Test
    void areLittleEndianNumbersWithoutSign() {
        var octets = Octets.hex("FF FE FD FC");

        assertThat(octets.u8(0)).isEqualTo(0xFF);
        assertThat(octets.u16(1)).isEqualTo(0xFDFE);
        assertThat(octets.u32(0)).isEqualTo(0xFCFD_FEFFL);
    }

    @Test
    void doNotChangeWithTheArrayTheyWereCopiedFromOrTo() {
        byte[] source = {1, 2, 3};

        var octets = Octets.copyOf(source);
        source[0] = 9;
        octets.toArray()[1] = 9;

        assertThat(octets).isEqualTo(Octets.hex("010203"));
    }

    @Test
    void areCutOut() {
        assertThat(SOME.slice(1, 2)).isEqualTo(Octets.hex("F1EE"));
        assertThat(SOME.slice(5, 0)).isEqualTo(Octets.NONE);
        assertThat(SOME.slice(0, 5)).isSameAs(SOME);
        assertThat(Octets.copyOf(new byte[] {1, 2, 3}, 1, 2)).isEqualTo(Octets.hex("0203"));
    }

    @Test
    void areJoinedAndReplacedOneByOneInCopies() {
        assertThat(SOME.plus(Octets.hex("FF"))).isEqualTo(Octets.hex("1EF1EE0B00FF"));
        assertThat(SOME.with(4, 0x80)).isEqualTo(Octets.hex("1EF1EE0B80"));
        assertThat(SOME).isEqualTo(Octets.hex("1EF1EE0B00"));
    }

    @Test
    void areCopiedIntoAnArray() {
        byte[] target = new byte[4];

        Octets.hex("0102").copyTo(target, 0);
        SOME.copyTo(3, target, 3, 1);

        assertThat(target).containsExactly(1, 2, 0, 0x0B);
    }

    @Test
    void startWithTheirPrefixesOnly() {
        assertThat(SOME.startsWith(Octets.NONE)).isTrue();
        assertThat(SOME.startsWith(Octets.hex("1EF1"))).isTrue();
        assertThat(SOME.startsWith(Octets.hex("F1"))).isFalse();
        assertThat(SOME.startsWith(SOME.plus(SOME))).isFalse();
    }

    @Test
    void areEqualWhenTheirContentIs() {
        var same = Octets.hex("1EF1EE0B00");

        assertThat(same).isEqualTo(SOME).hasSameHashCodeAs(SOME).isNotEqualTo(Octets.hex("1EF1EE0B"));
        assertThat(Octets.copyOf(new byte[0])).isEqualTo(Octets.hex("")).isSameAs(Octets.NONE);
    }

    /** The one-block example of FIPS 180-2. */
    @Test
    void areHashed() {
        var abc = Octets.hex("616263");

        assertThat(abc.sha256().hex()).isEqualTo("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");
    }

    @Test
    void areNamedInFullUpTo64() {
        var most = Octets.copyOf(new byte[64]);

        assertThat(most).hasToString("00".repeat(64));
        assertThat(most.plus(Octets.hex("FF"))).hasToString("00".repeat(64) + "… (65 octets)");
    }
}

package io.hanproof.octets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class OctetReaderTest {

    @Test
    void readsLittleEndianFieldsInOrder() {
        var in = new OctetReader(Octets.hex("FF FEFF FDFFFF80 A4907856 3412DB00 0102 03"));

        assertThat(in.u8("first")).isEqualTo(0xFF);
        assertThat(in.u16("second")).isEqualTo(0xFFFE);
        assertThat(in.u32("third")).isEqualTo(0x80FF_FFFDL);
        assertThat(in.u64("fourth")).isEqualTo(0x00DB_1234_5678_90A4L);
        assertThat(in.take("fifth", 2)).isEqualTo(Octets.hex("0102"));
        assertThat(in.rest()).isEqualTo(Octets.hex("03"));
        assertThat(in.rest()).isEqualTo(Octets.NONE);
    }

    @Test
    void readsAllBitsOfAnEui64() {
        var in = new OctetReader(Octets.hex("0100000000000080 FFFFFFFFFFFFFFFF"));

        assertThat(in.u64("first")).isEqualTo(0x8000_0000_0000_0001L);
        assertThat(in.u64("second")).isEqualTo(-1);
    }

    @Test
    void knowsWhereItStandsAndWhatIsLeft() {
        var in = new OctetReader(Octets.hex("0102030405"));

        in.skip("three", 3);

        assertThat(in.at()).isEqualTo(3);
        assertThat(in.left()).isEqualTo(2);
    }

    @Test
    void readsAPartAndCountsFromTheBeginningOfTheWhole() {
        var in = new OctetReader(Octets.hex("0102030405"), 1, 2);

        assertThat(in.u8("second")).isEqualTo(2);
        assertThat(in.at()).isEqualTo(2);
        assertThat(in.left()).isEqualTo(1);
        assertThat(message(() -> in.u16("third"))).isEqualTo("third needs 2 octets at offset 2, 1 left");
    }

    @Test
    void saysWhatAFieldLacksAndReadsNothingOfIt() {
        var in = new OctetReader(Octets.hex("010203"));
        in.skip("something", 1);

        assertThat(message(() -> in.u32("file version"))).isEqualTo("file version needs 4 octets at offset 1, 2 left");
        assertThat(message(() -> in.u64("address"))).isEqualTo("address needs 8 octets at offset 1, 2 left");
        assertThat(message(() -> in.take("data", 3))).isEqualTo("data needs 3 octets at offset 1, 2 left");
        assertThat(message(() -> in.skip("gap", 3))).isEqualTo("gap needs 3 octets at offset 1, 2 left");
        assertThat(in.u16("rest")).isEqualTo(0x0302);
        assertThat(message(() -> in.u8("status"))).isEqualTo("status needs 1 octet at offset 3, 0 left");
    }

    @Test
    void namesAFieldOfTheWrongContent() {
        var in = new OctetReader(Octets.hex("04"));

        var malformed = in.malformed("payload type", "0 to 3", 0, "found 4").<String>asValue();

        assertThat(malformed).isEqualTo(new Decoded.Malformed<String>("payload type", "0 to 3", 0, "found 4"));
    }

    @Test
    void throwsWithoutAStackTrace() {
        var in = new OctetReader(Octets.NONE);

        var thrown = catchThrowableOfType(MalformedOctets.class, () -> in.u8("status"));

        assertThat(thrown.getStackTrace()).isEmpty();
        assertThat(thrown).hasMessageContaining("status").hasMessageContaining("1 octet");
    }

    private static String message(ThrowingCallable reading) {
        var thrown = catchThrowableOfType(MalformedOctets.class, reading);
        return thrown.asValue() instanceof Decoded.Malformed<Object> malformed ? malformed.message() : "no message";
    }
}

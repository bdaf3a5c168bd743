package io.hanproof.zcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.AttributeValue.InvalidText;
import io.hanproof.zcl.AttributeValue.Text;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AttributeValueTest {

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, 1, 10 01",
        "BITMAP8, 3, 18 03",
        "BITMAP16, 0x8001, 19 0180",
        "BITMAP24, 0x800001, 1A 010080",
        "BITMAP32, 0x80000001, 1B 01000080",
        "UINT8, 255, 20 FF",
        "UINT16, 0xFFFE, 21 FEFF",
        "UINT24, 0xFFFFFE, 22 FEFFFF",
        "UINT32, 0xFFFFFFFE, 23 FEFFFFFF",
        "UINT40, 0x0504030201, 24 0102030405",
        "UINT48, 0x060504030201, 25 010203040506",
        "UINT56, 0x07060504030201, 26 01020304050607",
        "UINT64, -1, 27 FFFFFFFFFFFFFFFF",
        "INT8, -1, 28 FF",
        "INT16, -2, 29 FEFF",
        "INT24, -2, 2A FEFFFF",
        "INT32, -3600, 2B F0F1FFFF",
        "INT40, -2, 2C FEFFFFFFFF",
        "INT48, -2, 2D FEFFFFFFFFFF",
        "INT56, -2, 2E FEFFFFFFFFFFFF",
        "INT64, -2, 2F FEFFFFFFFFFFFFFF",
        "ENUM8, 6, 30 06",
        "ENUM16, 6, 31 0600",
        "UTC_TIME, 0x30E87580, E2 8075E830",
        "IEEE_ADDRESS, 0x00DB1234567890A4, F0 A490785634 12DB00",
    })
    void numbersStandInTheWidthOfTheirType(DataType type, String value, String hex) {
        assertReadAndWritten(hex, new AttributeValue.Number(type, Long.decode(value)));
    }

    @Test
    void charactersFollowTheirLength() {
        assertReadAndWritten("42 05 50504D4944", AttributeValue.characters("PPMID"));
        assertReadAndWritten("42 00", AttributeValue.characters(""));
    }

    @Test
    void octetStringsFollowTheirLength() {
        assertReadAndWritten("41 02 FF00", new Text(DataType.OCTET_STRING, Octets.hex("FF00")));
    }

    @Test
    void charactersThatAreNotUtf8AreKept() {
        var latin = new Text(DataType.CHARACTER_STRING, Octets.hex("E9"));

        assertReadAndWritten("42 01 E9", latin);
        assertThat(latin.text()).isEqualTo("\uFFFD");
    }

    @Test
    void aStringThatTheDeviceDoesNotHaveIsNotAnEmptyOne() {
        assertReadAndWritten("42 FF", new InvalidText(DataType.CHARACTER_STRING));
        assertReadAndWritten("41 FF", new InvalidText(DataType.OCTET_STRING));
    }

    @Test
    void timeIsWrittenFromAnInstant() {
        var time = UtcTime.of(Instant.parse("2026-01-01T00:00:00Z"));

        assertReadAndWritten("E2 8075E830", AttributeValue.utcTime(time));
    }

    @Test
    void shortNamesMakeTheirTypes() {
        assertReadAndWritten("20 03", AttributeValue.uint8(3));
        assertReadAndWritten("21 0300", AttributeValue.uint16(3));
        assertReadAndWritten("23 03000000", AttributeValue.uint32(3));
        assertReadAndWritten("30 03", AttributeValue.enum8(3));
        assertReadAndWritten("18 03", AttributeValue.bitmap8(3));
        assertReadAndWritten("F0 FFFFFFFFFFFFFFFF", AttributeValue.ieeeAddress(-1));
    }

    @Test
    void anUnknownTypeIsMalformedByName() {
        assertMalformed("4C 0100", "attribute data type needs a type known here at offset 0, found 4C");
    }

    @Test
    void aValueCutShortIsMalformed() {
        assertMalformed("", "attribute data type needs 1 octet at offset 0, 0 left");
        assertMalformed("23 010203", "attribute value needs 4 octets at offset 1, 3 left");
        assertMalformed("42", "string length needs 1 octet at offset 1, 0 left");
        assertMalformed("42 05 5050", "attribute value needs 5 octets at offset 2, 2 left");
    }

    @Test
    void aNumberTooWideForItsTypeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeValue.uint8(256))
                .withMessage("UINT8 cannot hold 256");
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeValue.uint16(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new AttributeValue.Number(DataType.INT8, 128));
    }

    @Test
    void aValueOfAnotherKindOfTypeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeValue.Number(DataType.CHARACTER_STRING, 1))
                .withMessage("CHARACTER_STRING is no number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Text(DataType.UINT8, Octets.NONE))
                .withMessage("UINT8 is no string");
        assertThatIllegalArgumentException().isThrownBy(() -> new InvalidText(DataType.UINT8));
    }

    @Test
    void aStringOf255OctetsWouldReadAsInvalid() {
        assertThat(AttributeValue.characters("x".repeat(254))).isInstanceOf(Text.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeValue.characters("x".repeat(255)))
                .withMessage("CHARACTER_STRING holds up to 254 octets, not 255");
    }

    private static void assertReadAndWritten(String hex, AttributeValue value) {
        assertThat(value.write(new OctetWriter()).toOctets()).isEqualTo(Octets.hex(hex));
        assertThat(AttributeValue.read(new OctetReader(Octets.hex(hex)))).isEqualTo(value);
    }

    private static void assertMalformed(String hex, String message) {
        var thrown = catchThrowableOfType(
                MalformedOctets.class, () -> AttributeValue.read(new OctetReader(Octets.hex(hex))));

        assertThat(thrown.asValue())
                .isInstanceOfSatisfying(
                        Decoded.Malformed.class, it -> assertThat(it.message()).isEqualTo(message));
    }
}

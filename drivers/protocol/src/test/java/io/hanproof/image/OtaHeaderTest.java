package io.hanproof.image;

import static io.hanproof.image.Samples.STRING;
import static io.hanproof.image.Samples.octets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.HardwareVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OtaHeaderTest {
    private static final Octets EVERY_FIELD = octets(
            "1EF1EE0B 0001 4500 0700 FEFF BBAA 10000000 0200" + STRING + "45000000 03 A490785634 12DB00 0001 0302");

    @Test
    void carriesEveryOptionalField() {
        var header = Samples.header()
                .withHardware(Samples.HARDWARE)
                .withUpgradeFileDestination(0x00DB_1234_5678_90A4L)
                .withSecurityCredentialVersion(3)
                .before(0);

        assertThat(header.write(new OctetWriter()).toOctets()).isEqualTo(EVERY_FIELD);
        assertThat(OtaHeader.read(EVERY_FIELD)).isEqualTo(new Decoded.Value<>(header));
        assertThat(header.headerLength()).isEqualTo(69);
    }

    @Test
    void readsTheFieldsWhereTheSpecificationPutsThem() {
        var header = read("1EF1EE0B 0001 3C00 0400 1D12 8400 DCACDCAC 0200" + STRING + "27010000 1111 1112");

        assertThat(header.headerVersion()).isEqualTo(0x0100);
        assertThat(header.headerLength()).isEqualTo(60);
        assertThat(header.fieldControl()).isEqualTo(0x0004);
        assertThat(header.image()).hasToString("121D-0084-ACDCACDC");
        assertThat(header.stackVersion()).isEqualTo(2);
        assertThat(header.headerString().text()).isEqualTo("sample");
        assertThat(header.totalImageSize()).isEqualTo(295);
        assertThat(header.securityCredentialVersion()).isEmpty();
        assertThat(header.upgradeFileDestination()).isEmpty();
        assertThat(header.hardware())
                .contains(new HardwareRange(HardwareVersion.of(0x1111), HardwareVersion.of(0x1211)));
    }

    @ParameterizedTest
    @CsvSource({
        "01, 3900, 03",
        "02, 4000, A4907856 3412DB00",
        "03, 4100, 03 A4907856 3412DB00",
        "04, 3C00, 0001 0302",
        "05, 3D00, 03 0001 0302",
        "06, 4400, A4907856 3412DB00 0001 0302"
    })
    void readsEachCombinationOfOptionalFieldsInTheirOrder(String control, String length, String fields) {
        var header =
                read("1EF1EE0B 0001" + length + control + "00 FEFF BBAA 10000000 0200" + STRING + "45000000" + fields);

        assertThat(header.securityCredentialVersion())
                .isEqualTo(fields.startsWith("03") ? Optional.of(3) : Optional.empty());
        assertThat(header.upgradeFileDestination())
                .isEqualTo(fields.contains("A490") ? Optional.of(0x00DB_1234_5678_90A4L) : Optional.empty());
        assertThat(header.hardware())
                .isEqualTo(fields.endsWith("0302") ? Optional.of(Samples.HARDWARE) : Optional.empty());
        assertThat(header.extension()).isEqualTo(Octets.NONE);
    }

    @Test
    void keepsTheFieldsOfANewerHeaderThatItDoesNotKnow() {
        Octets newer = octets("1EF1EE0B 0101 3F00 0400 FEFF BBAA 10000000 0200" + STRING + "42000000 0001 0302 AABBCC");

        var header = read(newer.hex());

        assertThat(header.extension()).isEqualTo(octets("AABBCC"));
        assertThat(header.bodyOffset()).isEqualTo(63);
        assertThat(header.write(new OctetWriter()).toOctets()).isEqualTo(newer);
    }

    @Test
    void leavesOutTheFieldsThatTheHeaderLengthCutsOff() {
        var header = read("1EF1EE0B 0001 3A00 0500 FEFF BBAA 10000000 0200" + STRING + "42000000 03 0001 0302");

        assertThat(header.securityCredentialVersion()).contains(3);
        assertThat(header.hardware()).isEmpty();
        assertThat(header.extension()).isEqualTo(octets("00"));
    }

    @Test
    void saysWhatAShortHeaderLacks() {
        var decoded = OtaHeader.read(Samples.ZIGBEE.slice(0, 55));

        assertThat(message(decoded)).isEqualTo("total image size needs 4 octets at offset 52, 3 left");
    }

    @Test
    void saysThatAnotherFileHasNoFileIdentifier() {
        var decoded = OtaHeader.read(Samples.ZIGBEE.with(3, 0x0C));

        assertThat(message(decoded)).isEqualTo("file identifier needs 1EF1EE0B at offset 0, found 1EF1EE0C");
    }

    @Test
    void refusesAValueTooWideForItsField() {
        var header = Samples.header();

        assertThatThrownBy(() -> header.withSecurityCredentialVersion(256))
                .hasMessage("security credential version needs 0 to 255, found 256");
    }

    private static OtaHeader read(String hex) {
        return switch (OtaHeader.read(octets(hex))) {
            case Decoded.Value<OtaHeader>(var header) -> header;
            case Decoded.Malformed<OtaHeader> malformed -> throw new AssertionError(malformed.message());
        };
    }

    private static String message(Decoded<OtaHeader> decoded) {
        return switch (decoded) {
            case Decoded.Value<OtaHeader> value -> throw new AssertionError("read " + value);
            case Decoded.Malformed<OtaHeader> malformed -> malformed.message();
        };
    }
}

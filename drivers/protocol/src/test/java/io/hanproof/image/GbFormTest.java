package io.hanproof.image;

import static io.hanproof.image.Samples.GB;
import static io.hanproof.image.Samples.SIGNATURE;
import static io.hanproof.image.Samples.octets;
import static io.hanproof.image.Samples.patched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.UtcTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GbFormTest {
    /** FIPS 180-2, appendix B.1: the SHA-256 hash of "abc". */
    private static final Octets HASH_OF_ABC =
            octets("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");

    private static final int SIZE_AT = 52;
    private static final Octets TRAILER = octets("01 40").plus(SIGNATURE);
    private static final Octets METER = patched(GB, SIZE_AT, "81000000").plus(TRAILER);

    @Test
    void takesAllThatFollowsADisplaysHeaderForTheManufacturerImage() {
        var image = read(GB, Recipient.DISPLAY);

        assertThat(image.manufacturerImage()).isEqualTo(octets("616263"));
        assertThat(image.sha256()).isEqualTo(HASH_OF_ABC);
        assertThat(image.served()).isEqualTo(GB);
        assertThat(image.elements()).isEmpty();
        assertThat(image.activation()).isEmpty();
        assertThat(image.signature()).isEmpty();
    }

    @Test
    void hashesAManufacturerImageOfAnyLength() {
        for (int length : new int[] {0, 1, 8191, 8192, 8193, 20_000}) {
            var image = ImageWriter.gb(Samples.header(), Samples.content(length));

            assertThat(image.sha256()).isEqualTo(Samples.content(length).sha256());
        }
    }

    @Test
    void keepsTheActivationDateTimeOutOfWhatIsServed() {
        var file = GB.plus(octets("80510100"));

        var image = read(file, Recipient.DISPLAY);

        assertThat(image.activation()).contains(ActivationDateTime.at(Instant.parse("2000-01-02T00:00:00Z")));
        assertThat(image.served()).isEqualTo(GB);
        assertThat(image.sha256()).isEqualTo(HASH_OF_ABC);
        assertThat(image.file()).isEqualTo(file);
    }

    @Test
    void readsAnActivationDateTimeOfZeroAsNow() {
        assertThat(read(GB.plus(octets("00000000")), Recipient.DISPLAY).activation())
                .contains(ActivationDateTime.NOW);
    }

    @Test
    void takesNoOtherNumberOfOctetsForAnActivationDateTime() {
        assertThat(findings(GB.plus(octets("000000")), Recipient.DISPLAY))
                .containsExactly("TRAILING_OCTETS end of file needs no more octets at offset 63, 3 left");
        assertThat(findings(GB.plus(octets("0000000000")), Recipient.DISPLAY))
                .containsExactly("TRAILING_OCTETS end of file needs no more octets at offset 63, 5 left");
    }

    @Test
    void appendsAnActivationDateTimeToAnImageOfEitherForm() {
        var zigbee = ImageFile.inspect(Samples.ZIGBEE, Form.ZIGBEE).image().orElseThrow();

        var image = zigbee.withActivation(new ActivationDateTime(new UtcTime(0x0102_0304)));

        assertThat(image.file()).isEqualTo(Samples.ZIGBEE.plus(octets("04030201")));
        assertThat(image.served()).isEqualTo(Samples.ZIGBEE);
        assertThat(image.sha256()).isEqualTo(zigbee.sha256());
        assertThat(read(image.file(), Recipient.DISPLAY)).isEqualTo(image);
    }

    @Test
    void readsAMetersSignatureWithinTheTotalImageSize() {
        var image = read(METER, Recipient.METER);

        assertThat(image.signature()).contains(new SignatureTrailer(1, SIGNATURE));
        assertThat(image.manufacturerImage()).isEqualTo(octets("616263"));
        assertThat(image.sha256()).isEqualTo(HASH_OF_ABC);
        assertThat(image.served()).isEqualTo(METER);
        assertThat(image.file()).isEqualTo(METER);
    }

    @Test
    void readsAMetersSignatureBeyondTheTotalImageSize() {
        var image = read(GB.plus(TRAILER), Recipient.METER);

        assertThat(image.signature()).contains(new SignatureTrailer(1, SIGNATURE));
        assertThat(image.sha256()).isEqualTo(HASH_OF_ABC);
        assertThat(image.served()).isEqualTo(GB);
        assertThat(image.file()).isEqualTo(GB.plus(TRAILER));
    }

    @Test
    void findsAMetersImageWithoutRoomForASignature() {
        var inspection = ImageFile.inspect(GB, Form.GB, Recipient.METER);

        assertThat(findings(GB, Recipient.METER))
                .containsExactly("TRUNCATED signature trailer needs 66 octets at offset 60, 3 left");
        assertThat(inspection.image().orElseThrow().manufacturerImage()).isEqualTo(octets("616263"));
    }

    @Test
    void findsASignatureOfAnotherLength() {
        assertThat(findings(METER.with(64, 0x48), Recipient.METER))
                .containsExactly("DANGLING_TAIL signature length needs 0x40 at offset 64, found 0x48");
    }

    @Test
    void findsOctetsAfterAMetersSignature() {
        assertThat(findings(METER.plus(octets("00000000")), Recipient.METER))
                .containsExactly("TRAILING_OCTETS end of file needs no more octets at offset 129, 4 left");
    }

    @Test
    void findsAMetersImageCutShort() {
        assertThat(findings(METER.slice(0, 128), Recipient.METER))
                .containsExactly("TRUNCATED image needs 129 octets at offset 0, 128 left");
    }

    @Test
    void writesADisplaysImage() {
        var image = ImageWriter.gb(Samples.header().withHardware(Samples.HARDWARE), octets("616263"));

        assertThat(image.file()).isEqualTo(GB);
        assertThat(image.form()).isEqualTo(Form.GB);
        assertThat(image.withActivation(ActivationDateTime.NOW).file()).isEqualTo(GB.plus(octets("00000000")));
    }

    @Test
    void writesAMetersImageWithTheSignatureWhereTheMeterSeesIt() {
        var image = ImageWriter.gb(
                Samples.header().withHardware(Samples.HARDWARE), octets("616263"), new SignatureTrailer(1, SIGNATURE));

        assertThat(image.file()).isEqualTo(METER);
        assertThat(image.served()).isEqualTo(METER);
    }

    @Test
    void refusesASignatureOfAnotherLengthAsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> new SignatureTrailer(0, octets("00")))
                .hasMessage("signature needs 64 octets, found 1");
    }

    private static OtaImage read(Octets file, Recipient recipient) {
        return switch (ImageFile.readStrict(file, Form.GB, recipient)) {
            case Decoded.Value<OtaImage>(var image) -> image;
            case Decoded.Malformed<OtaImage> malformed -> throw new AssertionError(malformed.message());
        };
    }

    private static List<String> findings(Octets file, Recipient recipient) {
        return ImageFile.inspect(file, Form.GB, recipient).findings().stream()
                .map(it -> it.code() + " " + it.message())
                .toList();
    }
}

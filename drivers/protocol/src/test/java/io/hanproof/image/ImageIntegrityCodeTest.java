package io.hanproof.image;

import static io.hanproof.image.ImageIntegrityCode.Convention.BEFORE_TAG;
import static io.hanproof.image.ImageIntegrityCode.Convention.INCLUDING_TAG;
import static io.hanproof.image.Samples.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.image.ImageIntegrityCode.Verdict;
import io.hanproof.octets.Octets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ImageIntegrityCodeTest {
    private static final List<TaggedOctets> ELEMENTS =
            List.of(new TaggedOctets(SubElementTag.UPGRADE_IMAGE, Samples.content(9000)));

    /** ZigBee specification, C.5.1 and C.5.2. */
    @ParameterizedTest
    @CsvSource({
        "C0, AE3A102A28D43EE0D4A09E22788B206C",
        "C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF, A7977E88BC0B61E8210827109A228F2D"
    })
    void hashesTheSpecificationsShortMessages(String message, String hash) {
        assertThat(ImageIntegrityCode.of(octets(message)).octets()).isEqualTo(octets(hash));
    }

    /** ZigBee specification, C.5.3 to C.5.6: octets 00 to FF over and over, on both sides of the longer padding. */
    @ParameterizedTest
    @CsvSource({
        "8191, 24EC2FE75BBFFCB34789BC0610E7F165",
        "8192, DC6B0687F09F8607131C170B3BD31591",
        "8201, 72C9B15E178AA843E4A16C58E33643A3",
        "8202, BC9828D59B2AA323DAF20BE5F2E66511"
    })
    void hashesTheSpecificationsLongMessages(int length, String hash) {
        byte[] message = new byte[length];
        for (int i = 0; i < length; i++) {
            message[i] = (byte) i;
        }

        assertThat(ImageIntegrityCode.of(Octets.copyOf(message)).octets()).isEqualTo(octets(hash));
    }

    @Test
    void recognisesTheConventionThatEndsBeforeTheTag() {
        var image = ImageWriter.zigbeeWithIntegrityCode(Samples.header(), ELEMENTS, BEFORE_TAG);

        assertThat(image.data(image.elements().getLast()))
                .isEqualTo(ImageIntegrityCode.of(image.served().slice(0, 62 + 9000))
                        .octets());
        assertThat(ImageIntegrityCode.verify(image)).isEqualTo(Verdict.MATCHES_BEFORE_TAG);
    }

    @Test
    void recognisesTheConventionThatIncludesTagAndLength() {
        var image = ImageWriter.zigbeeWithIntegrityCode(Samples.header(), ELEMENTS, INCLUDING_TAG);

        assertThat(image.data(image.elements().getLast()))
                .isEqualTo(ImageIntegrityCode.of(image.served().slice(0, 62 + 9000 + 6))
                        .octets());
        assertThat(ImageIntegrityCode.verify(image)).isEqualTo(Verdict.MATCHES_INCLUDING_TAG);
    }

    @ParameterizedTest
    @EnumSource
    void noticesOneOctetChanged(ImageIntegrityCode.Convention convention) {
        var image = ImageWriter.zigbeeWithIntegrityCode(Samples.header(), ELEMENTS, convention);

        assertThat(verify(image.file().with(5000, image.file().u8(5000) ^ 1))).isEqualTo(Verdict.MISMATCH);
        assertThat(verify(image.file().with(image.file().length() - 1, 0x5A))).isEqualTo(Verdict.MISMATCH);
        assertThat(ImageFile.inspect(image.file(), Form.ZIGBEE).findings()).isEmpty();
    }

    @Test
    void matchesNothingWhenTheCodeHasAnotherLength() {
        var image = ImageWriter.zigbee(
                Samples.header(), List.of(new TaggedOctets(SubElementTag.IMAGE_INTEGRITY_CODE, octets("00"))));

        assertThat(ImageIntegrityCode.verify(image)).isEqualTo(Verdict.MISMATCH);
    }

    @Test
    void saysThatAnImageHasNoCode() {
        assertThat(verify(Samples.ZIGBEE)).isEqualTo(Verdict.NO_CODE);
    }

    private static Verdict verify(Octets file) {
        return ImageIntegrityCode.verify(
                ImageFile.inspect(file, Form.ZIGBEE).image().orElseThrow());
    }
}

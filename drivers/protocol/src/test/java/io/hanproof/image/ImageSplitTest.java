package io.hanproof.image;

import static io.hanproof.image.Samples.SIGNATURE;
import static io.hanproof.image.Samples.content;
import static io.hanproof.image.Samples.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Decoded;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageSplitTest {
    private static final int HEADER = 60;

    @Test
    void leavesAnImageBelowTheLimitAsItIs() {
        var image = gb(40);

        assertThat(ImageSplit.split(image, HEADER + 41, List.of())).isEqualTo(new Decoded.Value<>(List.of(image)));
    }

    @Test
    void splitsAnImageAsLongAsTheLimit() {
        var parts = parts(ImageSplit.split(gb(40), HEADER + 40, List.of(5L)));

        assertThat(parts).extracting(OtaImage::manufacturerImageLength).containsExactly(39, 1);
        assertThat(parts).extracting(it -> it.id().fileVersion()).containsExactly(5L, 0x10L);
    }

    @ParameterizedTest
    @CsvSource({"77, 39 38", "78, 39 39", "79, 39 39 1"})
    void makesAnotherPartOnlyForTheFirstOctetTooMany(int length, String lengths) {
        int count = lengths.split(" ").length;

        var parts =
                parts(ImageSplit.split(gb(length), HEADER + 40, List.of(5L, 6L).subList(0, count - 1)));

        assertThat(parts).extracting(it -> it.manufacturerImageLength() + "").containsExactly(lengths.split(" "));
        assertThat(parts).allSatisfy(it -> assertThat(it.served().length()).isLessThan(HEADER + 40));
    }

    @Test
    void givesEachPartTheHeaderOfTheWholeAndTheTruthAboutItself() {
        var parts = parts(ImageSplit.split(gb(50), HEADER + 40, List.of(0x0FL)));

        assertThat(parts.getFirst().served())
                .isEqualTo(octets("1EF1EE0B 0001 3C00 0400 FEFF BBAA 0F000000 0200" + Samples.STRING
                                + "63000000 0001 0302")
                        .plus(content(50).slice(0, 39)));
        assertThat(parts.getLast().served())
                .isEqualTo(octets("1EF1EE0B 0001 3C00 0400 FEFF BBAA 10000000 0200" + Samples.STRING
                                + "47000000 0001 0302")
                        .plus(content(50).slice(39, 11)));
    }

    @Test
    void putsTogetherWhatItSplit() {
        var image = gb(1000);
        var parts = parts(ImageSplit.split(image, 500, List.of(1L, 2L)));

        assertThat(ImageSplit.join(parts)).isEqualTo(image.manufacturerImage());
        assertThat(ImageSplit.join(List.of(image))).isEqualTo(image.manufacturerImage());
    }

    @Test
    void wrapsEachPartOfAZigBeeImageAsAnUpgradeImage() {
        var image = ImageWriter.zigbee(
                Samples.header(),
                List.of(
                        new TaggedOctets(0xF000, octets("AABB")),
                        new TaggedOctets(SubElementTag.UPGRADE_IMAGE, content(100))));

        var parts = parts(ImageSplit.split(image, 150, List.of(1L)));

        assertThat(parts).extracting(it -> it.served().length()).containsExactly(149, 56 + 6 + 27);
        assertThat(parts)
                .allSatisfy(it -> assertThat(
                                ImageFile.inspect(it.file(), Form.ZIGBEE).findings())
                        .isEmpty());
        assertThat(ImageSplit.join(parts)).isEqualTo(image.manufacturerImage());
    }

    @Test
    void leavesTheActivationDateTimeToThePartsOwnOrders() {
        var image = gb(50).withActivation(ActivationDateTime.NOW);

        assertThat(parts(ImageSplit.split(image, HEADER + 40, List.of(1L))))
                .allSatisfy(it -> assertThat(it.activation()).isEmpty());
    }

    @Test
    void signsEachPartOfAMetersImage() {
        var image = ImageWriter.gb(gb(0).header(), content(100), new SignatureTrailer(0, SIGNATURE));

        var parts = parts(ImageSplit.splitSigned(
                image,
                HEADER + 66 + 61,
                List.of(1L),
                it -> new SignatureTrailer(1, it.sha256().plus(it.sha256()))));

        assertThat(parts).extracting(OtaImage::manufacturerImageLength).containsExactly(60, 40);
        assertThat(parts).extracting(it -> it.served().length()).containsExactly(HEADER + 126, HEADER + 106);
        assertThat(parts)
                .allSatisfy(it -> assertThat(it.signature())
                        .contains(new SignatureTrailer(1, it.sha256().plus(it.sha256()))));
        assertThat(ImageSplit.join(parts)).isEqualTo(content(100));
    }

    @Test
    void saysWhichSignerIsMissing() {
        var signed = ImageWriter.gb(gb(0).header(), content(100), new SignatureTrailer(0, SIGNATURE));

        assertThat(message(ImageSplit.split(signed, 200, List.of(1L))))
                .isEqualTo("signature trailer needs a signer, as each part has its own at offset 226, found none");
        assertThat(message(ImageSplit.splitSigned(gb(100), 150, List.of(1L), it -> new SignatureTrailer(0, SIGNATURE))))
                .isEqualTo("signature trailer needs an image that has one at offset 160, found none");
    }

    @Test
    void saysHowManyVersionsItNeeds() {
        assertThat(message(ImageSplit.split(gb(100), HEADER + 40, List.of(1L))))
                .isEqualTo("earlier versions needs 2 for 3 parts at offset 0, 1 given");
        assertThat(message(ImageSplit.split(gb(10), HEADER + 40, List.of(1L))))
                .isEqualTo("earlier versions needs 0 for 1 parts at offset 0, 1 given");
    }

    @Test
    void givesNoVersionToTwoParts() {
        assertThat(message(ImageSplit.split(gb(100), HEADER + 40, List.of(1L, 1L))))
                .isEqualTo("earlier versions needs a version for each part at offset 1, found 0x00000001 twice");
        assertThat(message(ImageSplit.split(gb(100), HEADER + 40, List.of(0x10L, 1L))))
                .isEqualTo("earlier versions needs a version for each part at offset 0, found 0x00000010 twice");
    }

    @Test
    void givesNoPartAVersionThatStandsForAny() {
        assertThat(message(ImageSplit.split(gb(50), HEADER + 40, List.of(0xFFFF_FFFFL))))
                .isEqualTo("earlier versions needs 0 to 0xFFFFFFFE at offset 0, found 0xFFFFFFFF");
    }

    @Test
    void saysThatALimitLeavesNoRoomForContent() {
        assertThat(message(ImageSplit.split(gb(50), HEADER + 1, List.of())))
                .isEqualTo("limit needs at least 62 at offset 0, found 61");
        assertThat(parts(ImageSplit.split(gb(2), HEADER + 2, List.of(1L)))).hasSize(2);
    }

    private static OtaImage gb(int length) {
        return ImageWriter.gb(Samples.header().withHardware(Samples.HARDWARE), content(length));
    }

    private static List<OtaImage> parts(Decoded<List<OtaImage>> split) {
        return switch (split) {
            case Decoded.Value<List<OtaImage>>(var parts) -> parts;
            case Decoded.Malformed<List<OtaImage>> malformed -> throw new AssertionError(malformed.message());
        };
    }

    private static String message(Decoded<List<OtaImage>> split) {
        return switch (split) {
            case Decoded.Value<List<OtaImage>> value -> throw new AssertionError("split into " + value);
            case Decoded.Malformed<List<OtaImage>> malformed -> malformed.message();
        };
    }
}

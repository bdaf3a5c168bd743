package io.hanproof.image;

import static io.hanproof.image.Samples.STRING;
import static io.hanproof.image.Samples.octets;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ImageWriterTest {
    @Test
    void writesAnUpgradeImage() {
        assertThat(ImageWriter.zigbee(Samples.header(), octets("01020304")).file())
                .isEqualTo(Samples.ZIGBEE);
    }

    @Test
    void writesSubElementsOfAnyTagInTheOrderGiven() {
        var image = ImageWriter.zigbee(
                Samples.header(),
                List.of(
                        new TaggedOctets(0xF7BD, octets("AA")),
                        new TaggedOctets(SubElementTag.UPGRADE_IMAGE, octets("0102")),
                        new TaggedOctets(SubElementTag.ECDSA_CERTIFICATE_2, octets(""))));

        assertThat(image.file())
                .isEqualTo(octets("1EF1EE0B 0001 3800 0000 FEFF BBAA 10000000 0200" + STRING + "4D000000"
                        + "BDF7 01000000 AA  0000 02000000 0102  0600 00000000"));
        assertThat(image.elements())
                .containsExactly(
                        new SubElement(0xF7BD, 1, 62, 1),
                        new SubElement(0x0000, 2, 69, 2),
                        new SubElement(0x0006, 0, 77, 0));
    }

    @Test
    void writesAnImageWithoutItsUpgradeImageForThoseWhoTestTheReader() {
        var image = ImageWriter.zigbee(Samples.header(), List.of());

        assertThat(image.served().length()).isEqualTo(56);
        assertThat(ImageFile.inspect(image.file(), Form.ZIGBEE).findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.NO_UPGRADE_IMAGE);
    }

    @Test
    void makesLengthsAndFieldControlTrue() {
        var image = ImageWriter.zigbee(
                Samples.header().withHardware(Samples.HARDWARE).withUpgradeFileDestination(1), octets("01020304"));

        assertThat(image.header().headerLength()).isEqualTo(68);
        assertThat(image.header().fieldControl()).isEqualTo(0b110);
        assertThat(image.header().totalImageSize()).isEqualTo(78);
        assertThat(ImageFile.inspect(image.file(), Form.ZIGBEE).findings()).isEmpty();
    }
}

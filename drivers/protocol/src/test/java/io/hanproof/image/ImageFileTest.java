package io.hanproof.image;

import static io.hanproof.image.Samples.GB;
import static io.hanproof.image.Samples.ZIGBEE;
import static io.hanproof.image.Samples.octets;
import static io.hanproof.image.Samples.patched;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ImageFileTest {
    private static final int VERSION_AT = 4;
    private static final int LENGTH_AT = 6;
    private static final int CONTROL_AT = 8;
    private static final int STRING_AT = 20;
    private static final int SIZE_AT = 52;
    private static final int TAG_AT = 56;

    @Test
    void readsAFlawlessImage() {
        var inspection = ImageFile.inspect(ZIGBEE, Form.ZIGBEE);

        assertThat(inspection.findings()).isEmpty();
        assertThat(inspection.magicOffset()).hasValue(0);
        assertThat(inspection.elements()).containsExactly(new SubElement(0x0000, 4, 62, 4));
        var image = inspection.image().orElseThrow();
        assertThat(image.id()).isEqualTo(Samples.ID);
        assertThat(image.served()).isEqualTo(ZIGBEE);
        assertThat(image.file()).isEqualTo(ZIGBEE);
        assertThat(image.data(image.elements().getFirst())).isEqualTo(octets("01020304"));
        assertThat(ImageFile.readStrict(ZIGBEE, Form.ZIGBEE)).isEqualTo(new Decoded.Value<>(image));
    }

    @Test
    void takesAllThatFollowsTheHeaderForTheManufacturerImageOfTheZigBeeForm() {
        var image = ImageFile.inspect(ZIGBEE, Form.ZIGBEE).image().orElseThrow();

        assertThat(image.manufacturerImage()).isEqualTo(octets("0000 04000000 01020304"));
        assertThat(image.sha256()).isEqualTo(octets("0000 04000000 01020304").sha256());
    }

    @Test
    void readsSubElementsFromTheHeaderLengthOn() {
        var newer = patched(patched(patched(ZIGBEE, VERSION_AT, "0101"), LENGTH_AT, "3A00"), SIZE_AT, "44000000");
        var file = newer.slice(0, TAG_AT).plus(octets("FFFF")).plus(newer.slice(TAG_AT, 10));

        var inspection = ImageFile.inspect(file, Form.ZIGBEE);

        assertThat(inspection.elements()).containsExactly(new SubElement(0x0000, 4, 64, 4));
        assertThat(findings(file))
                .containsExactly("HEADER_VERSION header version needs 0x0100 at offset 4, found 0x0101");
    }

    @Test
    void findsAFileThatIsNone() {
        assertThat(findings(octets("7F454C46 02010100")))
                .containsExactly("NOT_AN_OTA_FILE file identifier needs 1EF1EE0B at offset 0, found 7F454C46");
        assertThat(findings(Octets.NONE))
                .containsExactly("NOT_AN_OTA_FILE file identifier needs 1EF1EE0B at offset 0, no octets");
    }

    @Test
    void findsOctetsBeforeTheImage() {
        var file = octets("1EF1EE00 00").plus(ZIGBEE);

        var inspection = ImageFile.inspect(file, Form.ZIGBEE);

        assertThat(findings(file))
                .containsExactly("LEADING_OCTETS file identifier needs 1EF1EE0B at offset 0, found at offset 5");
        assertThat(inspection.magicOffset()).hasValue(5);
        assertThat(inspection.image().orElseThrow().served()).isEqualTo(ZIGBEE);
        assertThat(inspection.elements()).containsExactly(new SubElement(0x0000, 4, 62, 4));
    }

    @Test
    void findsOctetsAfterTheImage() {
        var file = ZIGBEE.plus(octets("0000 00000000 FF"));

        assertThat(findings(file))
                .containsExactly("TRAILING_OCTETS end of file needs no more octets at offset 66, 7 left");
        assertThat(image(file).served()).isEqualTo(ZIGBEE);
    }

    @Test
    void findsAnImageCutShort() {
        var file = ZIGBEE.slice(0, 64);

        var inspection = ImageFile.inspect(file, Form.ZIGBEE);

        assertThat(findings(file))
                .containsExactly(
                        "TRUNCATED image needs 66 octets at offset 0, 64 left",
                        "ELEMENT_OVERRUN sub-element 0x0000 needs 4 octets of data at offset 56, 2 left");
        assertThat(inspection.elements()).containsExactly(new SubElement(0x0000, 4, 62, 2));
        assertThat(inspection.header()).isPresent();
        assertThat(inspection.image()).isEmpty();
    }

    @Test
    void findsAHeaderCutShort() {
        var inspection = ImageFile.inspect(ZIGBEE.slice(0, 21), Form.ZIGBEE);

        assertThat(findings(ZIGBEE.slice(0, 21)))
                .containsExactly("TRUNCATED header string needs 32 octets at offset 20, 1 left");
        assertThat(inspection.magicOffset()).hasValue(0);
        assertThat(inspection.header()).isEmpty();
    }

    @Test
    void findsAFileThatEndsInItsHeadersOptionalFields() {
        assertThat(findings(GB.slice(0, 58))).containsExactly("TRUNCATED image needs 63 octets at offset 0, 58 left");
    }

    @Test
    void findsATailTooShortForASubElement() {
        var file = patched(ZIGBEE, SIZE_AT, "44000000").plus(octets("0000"));

        assertThat(findings(file))
                .containsExactly("DANGLING_TAIL sub-element header needs 6 octets at offset 66, 2 left");
    }

    @Test
    void findsAnElementLongerThanTheImage() {
        var file = patched(ZIGBEE, TAG_AT, "0000 FFFFFFFF");

        assertThat(findings(file))
                .containsExactly(
                        "ELEMENT_OVERRUN sub-element 0x0000 needs 4294967295 octets of data at offset 56, 4 left");
        assertThat(image(file).elements()).containsExactly(new SubElement(0x0000, 0xFFFF_FFFFL, 62, 4));
    }

    @Test
    void findsThatNoElementIsTheUpgradeImage() {
        assertThat(findings(patched(ZIGBEE, TAG_AT, "00F0")))
                .containsExactly("NO_UPGRADE_IMAGE sub-elements needs Upgrade Image 0x0000 at offset 56, found 0xF000");
        assertThat(findings(patched(ZIGBEE, SIZE_AT, "38000000").slice(0, TAG_AT)))
                .containsExactly(
                        "NO_UPGRADE_IMAGE sub-elements needs Upgrade Image 0x0000 at offset 56, found no sub-element");
    }

    @Test
    void findsASecondUpgradeImage() {
        var file = patched(ZIGBEE, SIZE_AT, "48000000").plus(octets("0000 00000000"));

        assertThat(findings(file))
                .containsExactly("DUPLICATE_UPGRADE_IMAGE Upgrade Image needs to be the only one at offset 66, "
                        + "found another at offset 56");
    }

    @Test
    void findsReservedTagsAndListsThemOnce() {
        var file = patched(ZIGBEE, SIZE_AT, "5A000000")
                .plus(octets("0700 00000000  FFEF 00000000  0700 00000000  00F0 00000000"));

        assertThat(findings(file))
                .containsExactly(
                        "RESERVED_TAG sub-element tag needs 0x0000 to 0x0006 or 0xF000 to 0xFFFF at offset 66, "
                                + "found 0x0007, 0xEFFF");
    }

    @Test
    void listsEightReservedTagsAtMost() {
        var file = patched(ZIGBEE, SIZE_AT, "78000000")
                .plus(octets("0700 00000000 0800 00000000 0900 00000000 0A00 00000000 0B00 00000000"
                        + "0C00 00000000 0D00 00000000 0E00 00000000 0F00 00000000"));

        assertThat(findings(file).getFirst())
                .endsWith("found 0x0007, 0x0008, 0x0009, 0x000A, 0x000B, 0x000C, 0x000D, 0x000E and more");
    }

    @Test
    void knowsEveryDefinedTag() {
        var file = patched(ZIGBEE, SIZE_AT, "6C000000")
                .plus(octets("0100 00000000 0200 00000000 0300 00000000 0400 00000000 0500 00000000"
                        + "0600 00000000 FFFF 00000000"));

        assertThat(findings(file)).isEmpty();
        assertThat(image(file).elements()).extracting(SubElement::tag).containsExactly(0, 1, 2, 3, 4, 5, 6, 0xFFFF);
    }

    @Test
    void findsReservedFieldControlBits() {
        assertThat(findings(patched(ZIGBEE, CONTROL_AT, "0880")))
                .containsExactly(
                        "RESERVED_FIELD_CONTROL field control needs no bit but 0, 1 and 2 at offset 8, found 0x8008");
    }

    @Test
    void findsAnotherHeaderVersion() {
        assertThat(findings(patched(ZIGBEE, VERSION_AT, "0002")))
                .containsExactly("HEADER_VERSION header version needs 0x0100 at offset 4, found 0x0200");
    }

    @Test
    void findsAHeaderLengthThatItsFieldsContradict() {
        assertThat(findings(patched(GB, LENGTH_AT, "3B00"), Form.GB))
                .containsExactly("HEADER_LENGTH header length needs 60 at offset 6, found 59");
        assertThat(findings(patched(GB, LENGTH_AT, "3D00"), Form.GB))
                .containsExactly("HEADER_LENGTH header length needs 60 at offset 6, found 61");
        assertThat(findings(patched(ZIGBEE, LENGTH_AT, "0000")))
                .containsExactly("HEADER_LENGTH header length needs 56 at offset 6, found 0");
    }

    @Test
    void takesAReservedFieldForTheReasonOfALongerHeader() {
        var file = patched(patched(GB, CONTROL_AT, "0C00"), LENGTH_AT, "3D00");

        assertThat(findings(file, Form.GB))
                .containsExactly(
                        "RESERVED_FIELD_CONTROL field control needs no bit but 0, 1 and 2 at offset 8, found 0x000C");
    }

    @Test
    void findsATotalImageSizeSmallerThanTheHeader() {
        var file = patched(ZIGBEE, SIZE_AT, "37000000");

        assertThat(findings(file))
                .containsExactly(
                        "HEADER_LENGTH header length needs at most the total image size 55 at offset 6, found 56",
                        "TRAILING_OCTETS end of file needs no more octets at offset 55, 11 left");
        assertThat(ImageFile.inspect(file, Form.ZIGBEE).image()).isEmpty();
    }

    @Test
    void findsAHeaderStringThatIsNoText() {
        assertThat(findings(ZIGBEE.with(STRING_AT + 1, 0x7F)))
                .containsExactly(
                        "HEADER_STRING_NOT_ASCII header string needs printable ASCII at offset 21, found 0x7F");
        assertThat(findings(ZIGBEE.with(STRING_AT + 1, 0x0A)))
                .containsExactly(
                        "HEADER_STRING_NOT_ASCII header string needs printable ASCII at offset 21, found 0x0A");
    }

    @Test
    void findsAHeaderStringThatGoesOnAfterNul() {
        assertThat(findings(ZIGBEE.with(STRING_AT + 31, 0x41)))
                .containsExactly(
                        "HEADER_STRING_AFTER_NUL header string needs NUL after its first NUL at offset 51, found 0x41");
    }

    @Test
    void refusesStrictlyWhatItFindsFirst() {
        var file = patched(ZIGBEE, VERSION_AT, "0101").plus(octets("00"));

        var decoded = ImageFile.readStrict(file, Form.ZIGBEE);

        assertThat(decoded).isEqualTo(new Decoded.Malformed<OtaImage>("header version", "0x0100", 4, "found 0x0101"));
    }

    private static OtaImage image(Octets file) {
        return ImageFile.inspect(file, Form.ZIGBEE).image().orElseThrow();
    }

    private static List<String> findings(Octets file) {
        return findings(file, Form.ZIGBEE);
    }

    private static List<String> findings(Octets file, Form form) {
        return ImageFile.inspect(file, form).findings().stream()
                .map(it -> it.code() + " " + it.message())
                .toList();
    }
}

package io.hanproof.zcl.ota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import org.junit.jupiter.api.Test;

final class ImageIdTest {
    private static final ImageId IMAGE = new ImageId(0xFFFE, 0xAABB, 0x10);

    @Test
    void isMakerTypeAndVersionOnTheWire() {
        var octets = Octets.hex("FEFF BBAA 10000000");

        assertThat(IMAGE.write(new OctetWriter()).toOctets()).isEqualTo(octets);
        assertThat(ImageId.read(new OctetReader(octets))).isEqualTo(IMAGE);
    }

    @Test
    void isNamedAsItsFile() {
        assertThat(IMAGE).hasToString("FFFE-AABB-00000010");
        assertThat(new ImageId(0x0001, 0x00A0, 0xFFFF_FFFEL)).hasToString("0001-00A0-FFFFFFFE");
    }

    @Test
    void coversItselfAndByWildcardsOthers() {
        var newer = IMAGE.withFileVersion(0x20);

        assertThat(IMAGE.covers(IMAGE)).isTrue();
        assertThat(IMAGE.covers(newer)).isFalse();
        assertThat(IMAGE.withFileVersion(ImageId.ANY_VERSION).covers(newer)).isTrue();
        assertThat(new ImageId(ImageId.ANY_MANUFACTURER, 0xAABB, 0x10).covers(IMAGE))
                .isTrue();
        assertThat(new ImageId(0xFFFE, ImageId.ANY_TYPE, 0x10).covers(IMAGE)).isTrue();
        assertThat(new ImageId(0x0001, ImageId.ANY_TYPE, ImageId.ANY_VERSION).covers(IMAGE))
                .isFalse();
        assertThat(new ImageId(0xFFFE, 0x0001, 0x10).covers(IMAGE)).isFalse();
        assertThat(ImageId.ANY.covers(newer)).isTrue();
        assertThat(IMAGE.covers(ImageId.ANY)).isFalse();
    }

    @Test
    void refusesNumbersTooWideForTheirFields() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageId(0x1_0000, 0, 0))
                .withMessage("manufacturer code needs 0 to 65535, found 65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageId(0, -1, 0))
                .withMessage("image type needs 0 to 65535, found -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageId(0, 0, 0x1_0000_0000L))
                .withMessage("file version needs 0 to 4294967295, found 4294967296");
    }
}

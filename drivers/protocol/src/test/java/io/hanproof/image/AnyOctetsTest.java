package io.hanproof.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class AnyOctetsTest {
    @Property
    void anyOctetsAreReadWithoutAnException(@ForAll byte[] octets) {
        assertThatItIsRead(Octets.copyOf(octets));
    }

    @Property
    void anyOctetsAfterAFileIdentifierAreReadWithoutAnException(@ForAll @Size(max = 200) byte[] octets) {
        assertThatItIsRead(Octets.hex("1EF1EE0B").plus(Octets.copyOf(octets)));
    }

    @Property
    void anImageWithAnyOctetChangedIsReadWithoutAnException(
            @ForAll @IntRange(max = 62) int at, @ForAll @IntRange(max = 255) int octet) {
        assertThatItIsRead(Samples.ZIGBEE.with(at, octet));
        assertThatItIsRead(Samples.GB.with(at, octet));
    }

    @Property
    void anImageCutAnywhereIsReadWithoutAnException(@ForAll @IntRange(max = 63) int length) {
        assertThatItIsRead(Samples.ZIGBEE.slice(0, length));
        assertThatItIsRead(Samples.GB.slice(0, length));
    }

    @Property
    void aSplitImageIsPutTogetherAgain(
            @ForAll @IntRange(max = 400) int length, @ForAll @IntRange(min = 70, max = 300) int limit) {
        var image = ImageWriter.gb(Samples.header(), Samples.content(length));
        int capacity = limit - 1 - image.header().headerLength();
        int parts = image.served().length() < limit ? 1 : Math.ceilDiv(length, capacity);
        List<Long> versions = LongStream.range(100, 100 + parts - 1).boxed().toList();

        var split = ImageSplit.split(image, limit, versions);

        switch (split) {
            case Decoded.Value<List<OtaImage>>(var images) -> {
                assertThat(images).hasSize(parts);
                assertThat(images)
                        .allSatisfy(it -> assertThat(it.served().length()).isLessThan(limit));
                assertThat(ImageSplit.join(images)).isEqualTo(Samples.content(length));
            }
            case Decoded.Malformed<List<OtaImage>> malformed -> throw new AssertionError(malformed.message());
        }
    }

    private static void assertThatItIsRead(Octets file) {
        for (Form form : Form.values()) {
            for (Recipient recipient : Recipient.values()) {
                assertThatItIsRead(file, form, recipient);
            }
        }
    }

    private static void assertThatItIsRead(Octets file, Form form, Recipient recipient) {
        var inspection = ImageFile.inspect(file, form, recipient);

        inspection.findings().forEach(it -> assertThat(it.at()).isBetween(0, file.length()));
        inspection.header().ifPresent(it -> assertThatItIsWrittenAsRead(it, inspection));
        inspection.image().ifPresent(it -> {
            assertThat(it.served().length()).isEqualTo((int) it.header().totalImageSize());
            assertThat(it.sha256()).isEqualTo(it.manufacturerImage().sha256());
            assertThat(ImageIntegrityCode.verify(it)).isNotNull();
        });
        switch (ImageFile.readStrict(file, form, recipient)) {
            case Decoded.Value<OtaImage>(var image) -> {
                assertThat(inspection.findings()).isEmpty();
                assertThat(image.file()).isEqualTo(file);
            }
            case Decoded.Malformed<OtaImage> malformed ->
                assertThat(malformed.message())
                        .isEqualTo(inspection.findings().getFirst().message());
        }
    }

    private static void assertThatItIsWrittenAsRead(OtaHeader header, ImageInspection inspection) {
        Octets written = header.write(new OctetWriter()).toOctets();
        Octets file = inspection.file();
        int magic = inspection.magicOffset().orElseThrow();

        assertThat(written).isEqualTo(file.slice(magic, written.length()));
        assertThat(written.length()).isEqualTo(Math.min(header.bodyOffset(), file.length() - magic));
    }
}

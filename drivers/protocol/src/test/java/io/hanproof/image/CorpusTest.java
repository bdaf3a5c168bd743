package io.hanproof.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.hanproof.image.ImageIntegrityCode.Verdict;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class CorpusTest {
    /** The index's words for each finding that real images give cause for. */
    private static final Map<String, FindingCode> CODES = Map.of(
            "magic at offset", FindingCode.LEADING_OCTETS,
            "trailing bytes", FindingCode.TRAILING_OCTETS,
            "truncated", FindingCode.TRUNCATED,
            "dangling", FindingCode.DANGLING_TAIL,
            "overruns image", FindingCode.ELEMENT_OVERRUN,
            "no Upgrade Image", FindingCode.NO_UPGRADE_IMAGE,
            "more than one Upgrade Image", FindingCode.DUPLICATE_UPGRADE_IMAGE,
            "reserved tag", FindingCode.RESERVED_TAG,
            "not printable ASCII", FindingCode.HEADER_STRING_NOT_ASCII,
            "after first NUL", FindingCode.HEADER_STRING_AFTER_NUL);

    @TestFactory
    Stream<DynamicTest> readsARealImageAsTheIndexSays() {
        var corpus = Corpus.found();

        return corpus.rows().stream()
                .map(row -> dynamicTest(row.toString(), () -> assertThatItIsRead(corpus.file(row), row)));
    }

    @Test
    void readsTheFlawlessRealImagesStrictly() {
        var corpus = Corpus.found();

        long flawless = corpus.rows().stream()
                .map(row -> ImageFile.readStrict(corpus.file(row), Form.ZIGBEE))
                .filter(Decoded.Value.class::isInstance)
                .count();

        assertThat(flawless).isEqualTo(35);
    }

    @Test
    void verifiesEveryImageIntegrityCodeByOneConventionOrTheOther() {
        var corpus = Corpus.found();

        Map<Verdict, Long> verdicts = corpus.rows().stream()
                .flatMap(row -> ImageFile.inspect(corpus.file(row), Form.ZIGBEE).image().stream())
                .collect(Collectors.groupingBy(ImageIntegrityCode::verify, Collectors.counting()));

        assertThat(verdicts)
                .containsOnly(
                        Map.entry(Verdict.MATCHES_BEFORE_TAG, 17L),
                        Map.entry(Verdict.MATCHES_INCLUDING_TAG, 6L),
                        Map.entry(Verdict.NO_CODE, 36L));
    }

    private static void assertThatItIsRead(Octets file, Corpus.Row row) {
        var inspection = ImageFile.inspect(file, Form.ZIGBEE);

        assertThat(file.length()).hasToString(row.cell("size"));
        assertThat(file.sha256().hex()).isEqualToIgnoringCase(row.cell("sha256"));
        assertThat(inspection.magicOffset().orElseThrow()).hasToString(row.cell("magicOffset"));
        assertThatItIs(inspection.header().orElseThrow(), row);
        assertThat(inspection.elements().stream().map(CorpusTest::text).collect(Collectors.joining(" ")))
                .isEqualTo(row.cell("subelements"));
        assertThat(inspection.findings().stream().map(Finding::code).toList())
                .containsExactlyInAnyOrderElementsOf(codes(row.cell("strictIssues")));
        assertThatItIsWrittenAsRead(inspection);
    }

    private static void assertThatItIs(OtaHeader header, Corpus.Row row) {
        assertThat(header.headerVersion()).isEqualTo(Integer.decode(row.cell("headerVersion")));
        assertThat(header.headerLength()).hasToString(row.cell("headerLength"));
        assertThat(header.fieldControl()).isEqualTo(Integer.decode(row.cell("fieldControl")));
        assertThat(header.image().manufacturerCode()).isEqualTo(Integer.decode(row.cell("manufacturerCode")));
        assertThat(header.image().imageType()).isEqualTo(Integer.decode(row.cell("imageType")));
        assertThat(header.image().fileVersion()).isEqualTo(Long.decode(row.cell("fileVersion")));
        assertThat(header.stackVersion()).isEqualTo(Integer.decode(row.cell("stackVersion")));
        assertThat(header.headerString().text()).isEqualTo(row.cell("headerString"));
        assertThat(header.totalImageSize()).hasToString(row.cell("totalImageSize"));
        assertThat(optional(header.securityCredentialVersion())).isEqualTo(row.cell("securityCredentialVersion"));
        assertThat(optional(header.hardware().map(it -> it.minimum().u16()))).isEqualTo(row.cell("minHw"));
        assertThat(optional(header.hardware().map(it -> it.maximum().u16()))).isEqualTo(row.cell("maxHw"));
    }

    private static void assertThatItIsWrittenAsRead(ImageInspection inspection) {
        var header = inspection.header().orElseThrow().write(new OctetWriter()).toOctets();
        int magic = inspection.magicOffset().orElseThrow();

        assertThat(header).isEqualTo(inspection.file().slice(magic, header.length()));
        if (inspection.findings().isEmpty()) {
            var image = inspection.image().orElseThrow();
            var elements = image.elements().stream()
                    .map(it -> new TaggedOctets(it.tag(), image.data(it)))
                    .toList();
            assertThat(ImageWriter.zigbee(image.header(), elements).file()).isEqualTo(inspection.file());
        }
    }

    private static String text(SubElement element) {
        String text = "%04x:%d".formatted(element.tag(), element.length());
        return element.present() < element.length() ? text + "(has " + element.present() + ")" : text;
    }

    private static List<FindingCode> codes(String issues) {
        return Arrays.stream(issues.split("; "))
                .filter(it -> !it.isEmpty())
                .map(CorpusTest::code)
                .toList();
    }

    private static FindingCode code(String issue) {
        List<FindingCode> codes = CODES.entrySet().stream()
                .filter(it -> issue.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(codes).as("codes known for \"%s\"", issue).hasSize(1);
        return codes.getFirst();
    }

    private static String optional(Optional<Integer> value) {
        return value.map(it -> String.format(Locale.ROOT, "%d", it)).orElse("");
    }
}

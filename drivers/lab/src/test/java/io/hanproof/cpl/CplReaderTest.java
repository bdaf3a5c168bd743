package io.hanproof.cpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CplReaderTest {
    private static final String HASH_10 = "7542F475E3F12EAE887D81E32C46D313741D67076B13CAEC2F82E00BA5E1BB36";
    private static final String ENTRY = """
            {"deviceType": "PPMID", "manufacturerIdentifier": "FF:FE", "modelIdentifier": "AA:BB",
             "hardwareVersion": "01", "hardwareVersionRevision": "02", "firmwareVersion": "00:00:00:10",
             "hash": "%s"}""".formatted(HASH_10);

    private static Cpl read(String text) {
        return CplReader.read("cpl.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String... entries) {
        return "{\"format\": \"hanproof CPL 1, non-normative\",\n\"entries\": [\n%s\n]}"
                .formatted(String.join(",\n", entries));
    }

    private static List<String> mistakes(String text) {
        return catchThrowableOfType(CplError.class, () -> read(text)).problems();
    }

    /** The first row of S002's table of new entries. */
    @Test
    void readsAnEntryAsTheSourcesWriteIt() {
        Cpl cpl = read(file(ENTRY));

        assertThat(cpl.entries())
                .containsExactly(CplEntry.of("PPMID", new ImageId(0xFFFE, 0xAABB, 0x10), 0x0102, Octets.hex(HASH_10)));
        assertThat(cpl.entries().getFirst().hardware()).isEqualTo(new HardwareVersion(1, 2));
    }

    @Test
    void readsTheSameInTheNotationOfProfiles() {
        String other = ENTRY.replace("FF:FE", "0xFFFE")
                .replace("AA:BB", "0xaabb")
                .replace("00:00:00:10", "0x10")
                .replace("\"01\"", "\"0x1\"");

        assertThat(read(file(other))).isEqualTo(read(file(ENTRY)));
    }

    @Test
    void readsWhatAnEntryMaySayBesides() {
        String entry = """
                {"deviceType": "HCALCS", "manufacturerIdentifier": "FF:FE", "modelIdentifier": "AA:BB",
                 "hardwareVersion": "01", "hardwareVersionRevision": "01", "firmwareVersion": "00:00:00:20",
                 "status": "removed", "smetsVersion": "5.1", "gbcsVersion": "4.1"}""";

        Cpl cpl = read(file(entry));

        assertThat(cpl.entries())
                .containsExactly(new CplEntry(
                        0xFFFE,
                        0xAABB,
                        0x0101,
                        0x20,
                        Optional.empty(),
                        "HCALCS",
                        CplEntry.Status.REMOVED,
                        Optional.of("5.1"),
                        Optional.of("4.1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"FF:FE\" | \"FF:FE:00\" | 3:51: entry 1: manufacturerIdentifier: expected two octets as \"FF:FE\", or"
                        + " \"0xFFFE\", found \"FF:FE:00\"",
                "\"FF:FE\" | \"FFFE\"     | 3:51: entry 1: manufacturerIdentifier: expected two octets as \"FF:FE\", or"
                        + " \"0xFFFE\", found \"FFFE\"",
                "\"FF:FE\" | 65534        | 3:25: entry 1: manufacturerIdentifier: expected a text, found 65534",
                "\"FF:FE\" | {}           | 3:25: entry 1: manufacturerIdentifier: expected a text, found an object",
                "\"01\"    | \"0x100\"    | 4:21: entry 1: hardwareVersion: expected two hexadecimal digits as \"01\", or"
                        + " \"0x01\", found \"0x100\"",
                "PPMID     | TV           | 3:16: entry 1: deviceType: expected one of ESME, GSME, GPF, CHF, HCALCS,"
                        + " PPMID, IHD, CAD, found \"TV\"",
                "7542F4    | 7542         | 5:10: entry 1: hash: expected 64 hexadecimal digits, found" + " \"7542",
                "\"hash\"  | \"hsah\"     | 5:2: entry 1: expected one of deviceType,",
                "\"hash\"  | \"deviceType\" | 5:2: entry 1: deviceType: expected once, found again",
            })
    void saysWhereWhatIsWrong(String right, String wrong, String message) {
        List<String> mistakes = mistakes(file(ENTRY.replace(right, wrong)));

        assertThat(mistakes).hasSize(1);
        assertThat(mistakes.getFirst()).startsWith("cpl.json:" + message);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        String second = ENTRY.replace("AA:BB", "no").replace("\"01\"", "1").replace("hardwareVersionRevision", "extra");

        List<String> mistakes = mistakes(file("7", second, ENTRY));

        assertThat(mistakes)
                .hasSize(5)
                .anyMatch(it -> it.contains("entry 1: expected an object, found 7"))
                .anyMatch(it -> it.contains("entry 2: modelIdentifier: "))
                .anyMatch(it -> it.contains("entry 2: hardwareVersion: expected a text, found 1"))
                .anyMatch(it -> it.contains("entry 2: expected a key hardwareVersionRevision, found none"))
                .anyMatch(it -> it.contains("found key extra"));
    }

    @Test
    void aLongListOfMistakesEndsInTheirNumber() {
        String[] entries = new String[150];
        Arrays.fill(entries, "null");

        List<String> mistakes = mistakes(file(entries));

        assertThat(mistakes).hasSize(101);
        assertThat(mistakes.getLast()).isEqualTo("cpl.json: and 50 more mistakes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "nonsense",
                "{\"entries\": []}",
                "{\"format\": \"CPL\", \"entries\": []}",
                "{\"format\": \"hanproof CPL 1, non-normative\"}",
                "{\"format\": \"hanproof CPL 1, non-normative\", \"entries\": {}}",
                "{\"format\": \"hanproof CPL 1, non-normative\", \"entries\": [], \"entries\": []}",
                "{\"format\": \"hanproof CPL 1, non-normative\", \"entries\": [], \"more\": []}",
                "{\"format\": \"hanproof CPL 1, non-normative\", \"entries\": []} []",
                "{\"format\": \"hanproof CPL 1, non-normative\", \"entries\": [",
            })
    void whatIsNoListIsAMistakeAndNothingElse(String text) {
        assertThat(mistakes(text)).isNotEmpty().allMatch(it -> it.matches("cpl.json:[0-9]+:[0-9]+: .+"));
    }

    @Test
    void whatStandsTwiceIsThereTwice() {
        Octets hash = Octets.hex(HASH_10);

        Cpl cpl = read(file(ENTRY, ENTRY.replace("AA:BB", "AA:BC")));

        assertThat(cpl.withHash(hash)).hasSize(2);
        assertThat(cpl.ofProduct(0xFFFE, 0xAABC, 0x0102)).hasSize(1);
        assertThat(cpl.ofProduct(0xFFFE, 0xAABC, 0x0101)).isEmpty();
        assertThat(cpl.changed(CplEntry::removed).withHash(hash)).allMatch(CplEntry::isRemoved);
        assertThat(cpl.plus(cpl.entries().getFirst()).withHash(hash)).hasSize(3);
    }

    @Test
    void aFileThatIsNotThereIsAMistake(@TempDir Path folder) {
        assertThat(catchThrowableOfType(CplError.class, () -> CplReader.read(folder.resolve("none"))))
                .hasMessageStartingWith("there is no file ");
        assertThat(catchThrowableOfType(CplError.class, () -> CplReader.read(folder)))
                .hasMessageEndingWith(": cannot be read: it is a folder");
    }

    @Test
    void readsAHundredThousandEntries() {
        String[] entries = new String[100_000];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = ENTRY.replace("00:00:00:10", "0x%08X".formatted(i)).replace("7542F475", "%08X".formatted(i));
        }
        byte[] octets = file(entries).getBytes(StandardCharsets.UTF_8);

        Cpl cpl = CplReader.read("cpl.json", octets);

        assertThat(cpl.entries()).hasSize(100_000);
        assertThat(cpl.withHash(Octets.hex("000003E8" + HASH_10.substring(8)))).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beyondAllLimits")
    void saysInOneLineThatAFileIsBeyondAllLimits(String limit, String text) {
        assertThat(mistakes(text))
                .last()
                .asString()
                .startsWith("cpl.json: this is more than a list may hold: " + limit)
                .doesNotContain("StreamReadConstraints")
                .hasSizeLessThan(200);
    }

    private static Stream<Arguments> beyondAllLimits() {
        return Stream.of(
                arguments("Document nesting depth", "{\"entries\": " + "[".repeat(1_200) + "]".repeat(1_200) + "}"),
                arguments("Document nesting depth", "{\"x\": " + "[".repeat(1_200) + "]".repeat(1_200) + "}"),
                arguments("Name length", "{\"" + "k".repeat(60_000) + "\": 1}"),
                arguments("Number value length", file("9".repeat(2_000))),
                arguments("String value length", "{\"format\": \"" + "x".repeat(20_000_100) + "\"}"));
    }
}

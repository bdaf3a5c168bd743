package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.cpl.SupplierFinding;
import io.hanproof.matrix.Requirements;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The image is for manufacturer FFFE, model AABB, version 20, hardware 1.0 to 2.0; its Manufacturer Image is "abc". */
class ImageCheckCommandTest {
    private static final String START = "1EF1EE0B 0001 3C00 0400 FEFF BBAA 20000000 0200"
            + "68616E70726F6F66000000000000000000000000000000000000000000000000";

    /** FIPS 180-4's example of one block. */
    private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final String LIST = """
            {
              "format": "hanproof CPL 1, non-normative",
              "entries": [
                { "deviceType": "PPMID", "manufacturerIdentifier": "FF:FE", "modelIdentifier": "AA:BB",
                  "hardwareVersion": "01", "hardwareVersionRevision": "00", "firmwareVersion": "00:00:00:20",
                  "hash": "%s", "status": "active" }
              ]
            }
            """.formatted(HASH);

    @TempDir
    Path temp;

    private Path image = Path.of("");
    private Path list = Path.of("");

    @BeforeEach
    void files() throws IOException {
        image = temp.resolve("image.ota");
        list = temp.resolve("cpl.json");
        Files.write(image, Octets.hex(START + "3F000000 0001 0002 616263").toArray());
        Files.writeString(list, LIST);
    }

    private Launched check(String... more) {
        return Launched.with(
                Stream.concat(Stream.of("image", "check", image.toString(), "--cpl", list.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void anImageThatIsListedForItsProductIsAllRight() {
        Launched launched = check("--form", "gb", "--hash", HASH);

        assertThat(launched.exitCode()).as(launched.err()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out().lines())
                .containsExactly(
                        image + ": FFFE-AABB-00000020",
                        "  ok          header-fields         FFFE-AABB-00000020 for hardware 1.0 to 2.0",
                        "  ok          manufacturers-hash    " + HASH,
                        "  ok          hash-listed           PPMID FFFE-AABB-00000020 on hardware 1.0",
                        "  ok          entry-matches-header  FFFE-AABB-00000020",
                        "  ok          hardware-in-range     1.0",
                        "  ok          entry-for-device      PPMID",
                        "  ok          entry-not-removed     PPMID FFFE-AABB-00000020 on hardware 1.0",
                        "PASS");
    }

    @Test
    void withoutTheManufacturersHashNotAllIsChecked() {
        Launched launched = check("--form", "gb");

        assertThat(launched.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(launched.out())
                .contains("  not checked manufacturers-hash    needs the manufacturer's hash, found none was given")
                .endsWith("INCONCLUSIVE: give the manufacturer's hash by --hash%n".formatted());
        assertThat(check("--form", "gb", "--json").out()).contains("\"passed\":false,\"verdict\":\"INCONCLUSIVE\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ba7816bf | 007816bf | hash-listed           needs an entry with hash ba7816bf",
                "FF:FE    | FF:FD    | entry-matches-header  needs an entry for FFFE-AABB-00000020, found FFFD-AABB-",
                "\"01\"   | \"03\"   | hardware-in-range     needs an entry for hardware 1.0 to 2.0, found 3.0",
                "PPMID    | ESME     | entry-for-device      needs an entry for one of PPMID, IHD, found ESME",
                "active   | removed  | entry-not-removed     needs an entry that has not been removed, found PPMID ",
            })
    void whatTheListContradictsIsWrong(String listed, String instead, String finding) throws IOException {
        Files.writeString(list, LIST.replace(listed, instead));

        Launched launched = check("--form", "gb");

        assertThat(launched.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(launched.out()).contains("  wrong       " + finding).endsWith("FAIL%n".formatted());
    }

    @Test
    void tellsTheSameInJson() {
        Launched launched = check("--form", "gb", "--hash", HASH.replace('b', 'c'), "--json");

        assertThat(launched.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(launched.out().strip())
                .startsWith("{\"file\":\"" + image + "\",\"image\":\"FFFE-AABB-00000020\","
                        + "\"manufacturerImageSha256\":\"" + HASH + "\",\"passed\":false,\"verdict\":\"FAIL\","
                        + "\"checks\":[{\"check\":\"header-fields\",\"requirements\":[\"SUP-02\"],\"outcome\":\"ok\",")
                .contains(
                        "{\"check\":\"manufacturers-hash\",\"requirements\":[\"SUP-01\",\"SUP-03\"],\"outcome\":\"wrong\",");
    }

    @Test
    void theSignatureBehindAMetersImageIsLeftOut() throws IOException {
        Files.write(
                image,
                Octets.hex(START + "81000000 0001 0002 616263 0040" + "5A".repeat(64))
                        .toArray());
        Files.writeString(list, LIST.replace("PPMID", "GSME"));

        Launched asMeters = check("--form", "gb", "--for", "meter", "--hash", HASH);
        Launched asDisplays = check("--form", "gb", "--hash", HASH);

        assertThat(asMeters.exitCode()).as(asMeters.err()).isEqualTo(ExitCode.PASSED);
        assertThat(asDisplays.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--hash 12                   | --hash needs 64 hexadecimal digits, found 12",
                "--for meter                 | --for meter needs --form gb",
                "--form gb --for meter       | is no whole image of form gb: signature trailer needs 66 octets",
                "--for hub                   | --for needs display or meter, found hub",
            })
    void aWrongOptionIsNoVerdict(String options, String message) {
        Launched launched = check(options.split(" "));

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).startsWith("hanproof: ").contains(message);
    }

    /** CPL-02: the fields of Annex A's example. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "manufacturerIdentifier",
                "modelIdentifier",
                "hardwareVersion",
                "hardwareVersionRevision",
                "firmwareVersion"
            })
    void anEntryThatLacksAFieldIsNoEntry(String field) throws IOException {
        Files.writeString(list, LIST.replaceFirst("\"" + field + "\": \"[^\"]*\", *", ""));

        Launched launched = check("--form", "gb", "--hash", HASH);

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).contains("entry 1: expected a key " + field + ", found none");
    }

    @Test
    void anEntryWithoutAHashListsNoImage() throws IOException {
        Files.writeString(list, LIST.replaceFirst("\"hash\": \"[^\"]*\", *", ""));

        Launched launched = check("--form", "gb", "--hash", HASH);

        assertThat(launched.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(launched.out())
                .contains("  wrong       hash-listed", "none; FFFE-AABB-00000020 is listed with no hash");
    }

    @Test
    void whatTheChecksTestIsWhatTheCatalogueSaysOfThem() {
        Set<String> named = Requirements.shipped().all().stream()
                .flatMap(row -> row.command().map(it -> row.id() + " " + it).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> tested = Arrays.stream(SupplierFinding.Check.values())
                .flatMap(check -> check.requirements().stream()
                        .map(it -> "%s hanproof image check --cpl, check %s".formatted(it, check.text())))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(tested);
    }

    @Test
    void aListThatCannotBeReadIsNoVerdict() throws IOException {
        Files.writeString(list, LIST.replace("FF:FE", "FFFE").replace("active", "gone"));

        Launched launched = check();

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err().lines()).hasSize(2);
        assertThat(launched.err())
                .contains(
                        "cpl.json:4:56: entry 1: manufacturerIdentifier: ", "status: expected one of active, removed");
    }

    @Test
    void aListBeyondAllLimitsIsAMistakeOfWhoeverWroteIt() throws IOException {
        Files.writeString(list, "{\"" + "k".repeat(60_000) + "\": 1}");

        Launched launched = check("--form", "gb");

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err().lines())
                .containsExactly("hanproof: " + list + ": this is more than a list may hold: "
                        + "Name length (60000) exceeds the maximum allowed (50000)");
    }
}

package io.hanproof.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hanproof.matrix.Requirement.Kind;
import io.hanproof.matrix.Requirement.Observable;
import io.hanproof.matrix.Requirement.Sight;
import io.hanproof.matrix.Requirement.Status;
import io.hanproof.profile.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequirementsTest {
    static final Path CATALOGUE = Path.of("..", "features", "requirements");
    private static final String ROW = """
            section: Hub alerts
            requirements:
              - id: ALT-05
                actor: HUB
                text: Read-back failure
                source: "S002:2250-2260"
                kind: must
                baseline: "2019"
                status: superseded
                observable: { han: partly, wan: direct, user: none }
            """;

    @TempDir
    private Path folder;

    @Test
    void holdsEveryRowOfTheCatalogue() {
        var requirements = Requirements.in(CATALOGUE);

        assertThat(requirements.all()).hasSize(272);
        assertThat(requirements.ids()).contains("SCO-01", "OTA-22", "PWR-08", "TST-07");
    }

    @Test
    void readsARow() throws IOException {
        var requirements = requirements(ROW);

        assertThat(requirements.find("ALT-05"))
                .contains(new Requirement(
                        "ALT-05",
                        "Hub alerts",
                        "HUB",
                        "Read-back failure",
                        "S002:2250-2260",
                        Kind.MUST,
                        Optional.of(Baseline.BASELINE_2019),
                        Status.SUPERSEDED,
                        new Observable(Sight.PARTLY, Sight.DIRECT, Sight.NONE),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void refusesAKeyThatItDoesNotKnow() {
        assertRefused(
                ROW.replace("actor", "aktor"),
                "hub.yaml, row 1: unknown key aktor; known are actor, baseline, command, id, kind, observable, source,"
                        + " status, text, untested");
    }

    @Test
    void refusesAWordThatItDoesNotKnow() {
        assertRefused(
                ROW.replace("kind: must", "kind: shall"),
                "hub.yaml, row 1: kind needs one of must, contested, variant, document, found shall");
    }

    @Test
    void refusesARowThatLacksAField() {
        assertRefused(
                ROW.replace("    source: \"S002:2250-2260\"\n", ""),
                "hub.yaml, row 1: source needs text, found nothing");
    }

    @Test
    void refusesAYearThatIsNoBaseline() {
        assertRefused(
                ROW.replace("2019", "2018"), "hub.yaml, row 1: baseline needs both or a year in quotes, found 2018");
    }

    @Test
    void refusesAnIdThatComesTwice() {
        String row = ROW.substring(ROW.indexOf("  - id"));

        assertRefused(ROW + row, "hub.yaml: id needs to be unique, found ALT-05 again");
    }

    @Test
    void refusesAFolderWithoutACatalogue() {
        assertThatExceptionOfType(CatalogueFault.class)
                .isThrownBy(() -> Requirements.in(folder))
                .withMessage("the catalogue of requirements holds no .yaml file");
    }

    @Test
    void suggestsWhatAMisspeltIdMayHaveMeant() {
        var requirements = Requirements.in(CATALOGUE);

        assertThat(requirements.nearest("OTA-99")).containsExactly("OTA-09", "OTA-19");
        assertThat(requirements.nearest("ota-7")).first().isEqualTo("OTA-07");
        assertThat(requirements.nearest("OAT-03")).contains("OTA-03");
    }

    private void assertRefused(String text, String message) {
        assertThatExceptionOfType(CatalogueFault.class)
                .isThrownBy(() -> requirements(text))
                .withMessage(message);
    }

    private Requirements requirements(String text) throws IOException {
        Files.writeString(folder.resolve("hub.yaml"), text);
        return Requirements.in(folder);
    }
}

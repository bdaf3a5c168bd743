package io.hanproof.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.evidence.PlannedScenario;
import io.hanproof.evidence.SampleRun;
import io.hanproof.lab.Misbehaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceabilityTest {
    private static final String ROW = """
              - id: %s
                actor: HUB
                text: Something
                source: "S002:1"
                kind: must
                baseline: both
                status: final
                observable: { han: direct, wan: none, user: none }
            """;

    @TempDir
    private Path folder;

    private Requirements requirements;

    @BeforeEach
    void catalogueOfFour() throws IOException {
        catalogue(ROW.formatted("OTA-06")
                + ROW.formatted("OTA-07")
                + ROW.formatted("OTA-08")
                + "    untested: planned\n"
                + ROW.formatted("OTA-18")
                + "    untested: left open by the text\n");
    }

    private void catalogue(String rows) throws IOException {
        Files.writeString(folder.resolve("hub.yaml"), "section: Hub\nrequirements:\n" + rows);
        requirements = Requirements.in(folder);
    }

    @Test
    void namesWhatTestsEachRequirement() {
        var traceability = trace(List.of(on("OTA-06"), on("OTA-06")), Map.of("secured", List.of("OTA-07")));

        var rows = traceability.rows();

        assertThat(rows.getFirst().scenarios()).containsExactly("OTA-06/scenario");
        assertThat(rows.getFirst().misbehaviours()).containsExactly("offers-anything");
        assertThat(rows.get(1).monitors()).containsExactly("secured");
        assertThat(traceability.errors()).isEmpty();
    }

    @Test
    void countsWhatIsPlannedApart() {
        var traceability = trace(List.of(on("OTA-06"), on("OTA-07")), Map.of());

        assertThat(traceability.tested()).isEqualTo(2);
        assertThat(traceability.planned()).isEqualTo(1);
        assertThat(traceability.untestable()).isEqualTo(1);
    }

    @Test
    void countsWhatACommandTestsApart() throws IOException {
        catalogue(ROW.formatted("SUP-03") + "    command: hanproof image check\n" + ROW.formatted("SUP-04"));

        var traceability = trace(List.of(on("SUP-04")), Map.of());

        assertThat(traceability.tested()).isEqualTo(1);
        assertThat(traceability.testedByCommand()).isEqualTo(1);
        assertThat(traceability.untestable()).isZero();
    }

    @Test
    void findsAReasonBesideACommand() throws IOException {
        catalogue(ROW.formatted("OTA-06") + "    command: hanproof image check\n    untested: left open\n");

        var traceability = trace(List.of(), Map.of());

        assertThat(traceability.errors())
                .containsExactly(
                        "requirement OTA-06 says that it is untested (left open), yet names hanproof image check");
    }

    @Test
    void findsAScenarioThatNamesNoRequirement() {
        var traceability = trace(List.of(on("OTA-06"), on("OTA-07"), on("OTA-70")), Map.of());

        assertThat(traceability.errors())
                .containsExactly("scenario OTA-70/scenario names requirement OTA-70, none such in the catalogue;"
                        + " nearest: OTA-07");
    }

    @Test
    void findsARequirementThatNothingTestsAndNobodyExplains() {
        var traceability = trace(List.of(on("OTA-06")), Map.of());

        assertThat(traceability.errors())
                .containsExactly("requirement OTA-07 needs a scenario, a command or a reason why it is"
                        + " untested, found none");
    }

    @Test
    void findsAReasonThatNoLongerHolds() {
        var traceability = trace(List.of(on("OTA-06"), on("OTA-07"), on("OTA-08")), Map.of());

        assertThat(traceability.errors())
                .containsExactly("requirement OTA-08 says that it is untested (planned), yet OTA-08/scenario tests it");
    }

    private Traceability trace(List<PlannedScenario> scenarios, Map<String, List<String>> monitors) {
        var misbehaviour = Misbehaviour.of("offers-anything", "offers whatever it holds", "OTA-06", honest -> honest);
        return Traceability.of(requirements, scenarios, monitors, List.of(misbehaviour));
    }

    private static PlannedScenario on(String requirement) {
        return SampleRun.planned(requirement + "/scenario", "a scenario", SampleRun.HUB, requirement, "A rule");
    }
}

package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
    @TempDir
    Path temp;

    private Path out() {
        return temp.resolve("out");
    }

    @ParameterizedTest
    @CsvSource({
        "@holds, 0",
        "@breaks, 1",
        "@holds or @breaks or @cable, 1",
        "@holds or @cable, 2",
        "@holds or @undecidable, 0",
        "@holds or @elsewhere, 0",
    })
    void theExitCodeSaysWhatTheVerdictsSay(String tags, int exitCode) {
        Launched launched = Launched.run(out(), "--tags", tags);

        assertThat(launched.exitCode()).as(launched.out() + launched.err()).isEqualTo(exitCode);
        assertThat(out().resolve("verdicts.json")).exists();
        assertThat(launched.out()).startsWith("baseline 2019");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@wrong | DEV-10/the-rule-that-hanproof-gets-wrong/hanproof-throws",
                "@unseen | failed nothing and observed nothing",
                "@lost | the-outcome-is-lost on ppmid-example was planned and did not come back",
                "@twice | left two outcomes behind",
                "@endless | nothing has ended for 2 s; running: DEV-10",
            })
    void anErrorOfItsOwnIsNoVerdict(String tags, String message) {
        Launched launched = Launched.run(out(), "--tags", "@holds or " + tags);

        assertThat(launched.exitCode()).isEqualTo(ExitCode.OWN_ERROR);
        assertThat(launched.err()).contains("an error of its own, no verdict: ").contains(message);
        assertThat(launched.err()).doesNotContain("\tat ");
        assertThat(launched.runs()).isEmpty();
        assertThat(out()).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tags @holsd | unknown tag @holsd: did you mean @holds?",
                "--tags @holds_and_( | --tags: ",
                "--req OTA-99 | unknown requirement OTA-99: did you mean OTA-09?",
                "--req DEV-02 | requirement DEV-02 has no scenario",
                "--scenario DEV-01/the-rule-that-holds/the-furst | did you mean DEV-01/the-rule-that-holds/the-first?",
                "--policy overwrite=pja | policy overwrite needs one of annex-a, working-group, pia, found pja",
                "--policy overwritten=pia | unknown policy overwritten: did you mean overwrite?",
                "--tags '' | --tags needs an expression, found nothing",
                "--out --list | Expected parameter for option '--out' but found '--list'",
                "--policy overwrite | --policy needs NAME=VALUE",
                "--baseline 2021 | --baseline needs 2019 or 2020, found 2021",
                "--time slow | --time needs virtual or wall against emulator, found slow",
                "--jobs 0 | --jobs needs a number from 1 on, found 0",
                "--seed x | --seed",
                "--frofile x | unknown option --frofile: did you mean --profile?",
                "--profile ppmid-exampel | did you mean ppmid-example?",
                "--profile nowhere.yaml | there is no file nowhere.yaml",
                "--misbehaviour nothing-like-it | unknown misbehaviour nothing-like-it: did you mean ",
                "--image nowhere.ota | there is no file nowhere.ota",
                "--tags @hub | nothing is planned for profile ppmid-example, a device (PPMID): what is selected",
                "--tags @elsewhere | nothing is to be executed: all 1 planned are not applicable: holds",
                "--tags @unknown | on ppmid-example cannot be run (line 56 of file:",
                "--tags @undecidable | nothing was executed: the profile has no clock",
                "--profile ihd-example --baseline 2020 | which baseline 2020 leaves out",
            })
    void whatCannotBeMeantIsRefusedInOneMessage(String args, String message) {
        String[] words = args.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].equals("''") ? "" : words[i].replace('_', ' ');
        }

        Launched launched = Launched.run(out(), words);

        assertThat(launched.exitCode()).as(launched.out() + launched.err()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).startsWith("hanproof: ").contains(message).doesNotContain("\tat ");
        assertThat(launched.runs()).isEmpty();
        assertThat(out().resolve("verdicts.json")).doesNotExist();
    }

    @Test
    void aFolderThatIsReadOnlyIsRefusedBeforeAnythingRuns() throws IOException {
        Path readOnly = Files.createDirectory(temp.resolve("read-only"));
        assumeThat(Files.getFileStore(temp).supportsFileAttributeView("posix"))
                .as("permissions can be taken away here")
                .isTrue();
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));

        Launched launched = Launched.run(readOnly, "--tags", "@holds");

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).contains("--out needs a folder").contains("read-only");
        assertThat(readOnly).isEmptyDirectory();
    }

    @Test
    void everyPlannedScenarioHasOneVerdict() {
        Launched launched = Launched.run(
                out(),
                "--tags",
                "not (@wrong or @unknown or @unseen or @lost or @twice or @endless)",
                "--profile",
                "ppmid-example",
                "--profile",
                "hub-example");

        List<ScenarioResult> scenarios = launched.run().scenarios();
        assertThat(scenarios)
                .extracting(ScenarioResult::scenario)
                .isEqualTo(launched.run().plan());
        assertThat(launched.run().count(Verdict.PASS)).isEqualTo(4);
        assertThat(launched.run().count(Verdict.FAIL)).isEqualTo(2);
        assertThat(launched.run().count(Verdict.INCONCLUSIVE)).isEqualTo(1);
        assertThat(launched.run().count(Verdict.NOT_APPLICABLE)).isEqualTo(2);
        assertThat(launched.out())
                .contains("FAIL: 9 planned, 7 executed: 4 PASS, 2 FAIL, 1 INCONCLUSIVE; 2 NOT_APPLICABLE");
    }

    @Test
    void failFastLeavesNothingWithoutAVerdict() {
        Launched launched = Launched.run(out(), "--fail-fast", "--tags", "@holds or @breaks or @cable or @elsewhere");

        assertThat(launched.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(launched.run().scenarios())
                .extracting(ScenarioResult::verdict)
                .containsExactly(
                        Verdict.PASS,
                        Verdict.PASS,
                        Verdict.PASS,
                        Verdict.FAIL,
                        Verdict.INCONCLUSIVE,
                        Verdict.INCONCLUSIVE,
                        Verdict.NOT_APPLICABLE);
        assertThat(launched.run().scenarios().get(5).reason())
                .isEqualTo("not executed: --fail-fast after DEV-05/the-rule-that-is-broken/the-target-breaks-it");
    }

    @Test
    void aFailureTellsRequirementFindingPlaceAndReplay() {
        Launched launched = Launched.run(out(), "--req", "DEV-05", "--seed", "42", "--policy", "offer=newer");

        assertThat(launched.out())
                .contains("FAIL  DEV-05/the-rule-that-is-broken/the-target-breaks-it on ppmid-example")
                .contains("  requirement DEV-05: ")
                .containsPattern("\\(S002:[0-9, -]+.*\\)")
                .contains("  finding     expected alert 0x8F8B within PT10M, saw none (frames 1-3)")
                .contains("  evidence    frames 1-3, 7 of " + out().resolve("frames/ppmid-example"))
                .contains("  replay      ./hanproof run --profile ppmid-example --scenario"
                        + " DEV-05/the-rule-that-is-broken/the-target-breaks-it --seed 42 --policy offer=newer --feat");
    }

    @Test
    void theSeedOfAScenarioIsTheSameAloneAndAmongOthers() {
        String id = "DEV-01/the-rule-that-holds/this-with-1/a";

        Launched all = Launched.run(out(), "--tags", "@holds", "--jobs", "2");
        Launched alone = Launched.run(out(), "--scenario", id);
        Launched other = Launched.run(out(), "--scenario", id, "--seed", "2");

        assertThat(all.run().plan()).extracting("id").contains(id);
        assertThat(all.run().plan()).contains(alone.run().plan().getFirst());
        assertThat(other.run().plan().getFirst().seed())
                .isNotEqualTo(alone.run().plan().getFirst().seed());
    }

    @Test
    void theRunSaysWhatItWasMadeOf() {
        Launched launched = Launched.run(out(), "--tags", "@holds", "--policy", "overwrite=pia", "--seed", "9");

        assertThat(launched.run().started()).isEqualTo(Launched.NOW);
        assertThat(launched.run().seed()).isEqualTo(9);
        assertThat(launched.run().baseline()).isEqualTo("2019");
        assertThat(launched.run().policies()).containsEntry("overwrite", "pia").containsEntry("offer", "any");
        assertThat(launched.run().catalogueSha256()).hasSize(64);
        assertThat(launched.run().planSha256()).hasSize(64);
        assertThat(launched.run().profiles()).singleElement().extracting("name").isEqualTo("ppmid-example");
        assertThat(launched.run().runId()).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--list", "--dry-run"})
    void aPlanIsPrintedAndNothingIsRun(String option) {
        Launched launched = Launched.run(out(), option, "--tags", "@breaks or @elsewhere");

        assertThat(launched.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out().lines())
                .startsWith("baseline 2019")
                .contains("DEV-05/the-rule-that-is-broken/the-target-breaks-it\tppmid-example\truns")
                .contains("DEV-11/the-rule-of-another-reading/it-holds-elsewhere\tppmid-example\tnot applicable: holds"
                        + " under overwrite=pia; this run follows annex-a")
                .endsWith("3 planned, 2 run, 1 not applicable");
        assertThat(out()).doesNotExist();
    }

    @Test
    void undefinedAndAmbiguousStepsStopTheRunFirst() {
        Path features = Launched.folder("launcher/undefined");

        Launched launched = Launched.with(
                "run", "--features", features.toString(), "--profile", "ppmid-example", "--out", out().toString());

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err())
                .contains("steps.feature:9: no step understands \"a sentence that nobody knows\" (nor 1 more of this")
                .contains("steps.feature:14: more than one step understands \"an ambiguous thing\"");
        assertThat(out()).doesNotExist();
    }

    @Test
    void onlyTheStepsOfWhatIsSelectedAreLookedFor() {
        Path features = Launched.folder("launcher/undefined");

        Launched launched = Launched.with(
                "run",
                "--features",
                features.toString(),
                "--profile",
                "ppmid-example",
                "--tags",
                "@known",
                "--dry-run");

        assertThat(launched.exitCode()).as(launched.err()).isEqualTo(ExitCode.PASSED);
    }

    @Test
    void anIhdIsLeftOutOfTheLaterBaselineUnlessItIsNamed() {
        Launched launched = Launched.with("run", "--list", "--baseline", "2020", "--req", "DEV-01");

        assertThat(launched.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out().lines()).startsWith("baseline 2020");
        assertThat(launched.out())
                .contains("ihd-example\tnot applicable: profile ihd-example is an IHD, which baseline 2020 leaves out")
                .contains("ppmid-example\truns");
    }
}

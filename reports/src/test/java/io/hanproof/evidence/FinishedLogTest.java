package io.hanproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.evidence.RunResult.NamedHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run has finished outlives it, however it ends. */
final class FinishedLogTest {
    private static final RunConditions CONDITIONS = new RunConditions(
            "91A4",
            "CA7A",
            "2019",
            Map.of("overwrite", "annex-a", "offer", "newer"),
            42,
            List.of(new NamedHash(SampleRun.HUB, "B0"), new NamedHash(SampleRun.PPMID, "D0")),
            List.of(new NamedHash("v2.ota", "1F")));

    private static final List<PlannedScenario> PLAN =
            List.of(SampleRun.INSIDE, SampleRun.OUTSIDE, SampleRun.DOWNLOAD, SampleRun.CLOCKLESS);

    @TempDir
    private Path out;

    private Path file() {
        return out.resolve("finished.jsonl");
    }

    private void finish(int results) {
        try (var log = FinishedLog.begin(out, CONDITIONS)) {
            SampleRun.results().subList(0, results).forEach(log::add);
        }
    }

    @Test
    void everyResultIsReadBackAsItWas() throws IOException {
        finish(4);

        Finished finished = FinishedReader.read(out, PLAN);

        assertThat(finished.conditions()).isEqualTo(CONDITIONS);
        assertThat(finished.notes()).isEmpty();
        assertThat(finished.results())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("recording")
                .isEqualTo(SampleRun.results());
        assertThat(finished.results().get(1).recording().orElseThrow().entries())
                .isEqualTo(SampleRun.recording().entries());
        assertThat(finished.results().get(3).recording()).isEmpty();
    }

    @Test
    void aResultIsOnDiskBeforeTheRunEnds() throws IOException {
        var log = FinishedLog.begin(out, CONDITIONS);

        log.add(SampleRun.results().getFirst());

        assertThat(FinishedReader.read(out, PLAN).results()).hasSize(1);
        log.close();
    }

    @Test
    void aLastLineThatIsCutShortIsLeftOutAndWrittenOver() throws IOException {
        finish(2);
        String text = Files.readString(file());
        Files.writeString(file(), text.substring(0, text.length() - 7));

        Finished torn = FinishedReader.read(out, PLAN);
        try (var log = FinishedLog.resume(out)) {
            log.add(SampleRun.results().get(2));
        }
        Finished resumed = FinishedReader.read(out, PLAN);

        assertThat(torn.results()).hasSize(1);
        assertThat(torn.notes())
                .containsExactly("the last line of %s is cut short: its scenario is executed again".formatted(file()));
        assertThat(resumed.results())
                .extracting(ScenarioResult::scenario)
                .containsExactly(SampleRun.INSIDE, SampleRun.DOWNLOAD);
        assertThat(resumed.notes()).isEmpty();
    }

    @Test
    void aScenarioWhoseRecordingIsGoneIsLeftOut() throws IOException {
        finish(2);
        Files.delete(out.resolve("finished/0001.rec"));

        Finished finished = FinishedReader.read(out, PLAN);

        assertThat(finished.results()).extracting(ScenarioResult::scenario).containsExactly(SampleRun.OUTSIDE);
        assertThat(finished.notes())
                .singleElement()
                .asString()
                .startsWith(
                        "the recording of OTA-06/inside/hardware-1.1 on hub-example cannot be read: it is executed");
    }

    @Test
    void theLaterOfTwoResultsCounts() throws IOException {
        finish(1);
        try (var log = FinishedLog.resume(out)) {
            log.add(SampleRun.result(SampleRun.INSIDE, Verdict.INCONCLUSIVE, "later", Optional.empty()));
        }

        assertThat(FinishedReader.read(out, PLAN).results())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).isEqualTo("later"));
    }

    @Test
    void whatIsNoResultIsNamedWithItsLine() throws IOException {
        finish(1);
        List<String> lines = Files.readAllLines(file());

        Files.write(file(), List.of(lines.get(0), "{\"id\":\"x\"}", lines.get(1)));
        assertThatThrownBy(() -> FinishedReader.read(out, PLAN))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("line 2 of " + file());

        Files.write(file(), List.of(lines.get(0), lines.get(1).replace("PASS", "PASSED")));
        assertThatThrownBy(() -> FinishedReader.read(out, PLAN))
                .hasMessageStartingWith("line 2 of " + file())
                .hasMessageContaining("PASSED");

        Files.write(file(), List.of("{\"schema\":\"hanproof-finished/9\"}"));
        assertThatThrownBy(() -> FinishedReader.read(out, PLAN))
                .hasMessageContaining("schema needs to be hanproof-finished/1");
    }

    @Test
    void aRecordingLiesBesideTheLogWhateverTheLogSays() throws IOException {
        finish(1);
        Files.writeString(file(), Files.readString(file()).replace("0001.rec", "../../elsewhere/0001.rec"));

        assertThat(FinishedReader.read(out, PLAN).results()).hasSize(1);
    }

    @Test
    void theFolderIsKnownAsOurs() throws IOException {
        finish(1);

        OutFolder.claim(out);

        assertThat(FinishedLog.isIn(out)).isTrue();
        assertThat(file()).exists();
    }

    @Test
    void aRunThatBeginsAnewForgetsWhatWasFinished() throws IOException {
        finish(3);
        finish(1);

        assertThat(FinishedReader.read(out, PLAN).results()).hasSize(1);
        assertThat(out.resolve("finished")).isDirectoryNotContaining("glob:**0002.rec");
    }

    @Test
    void whenAllIsReportedThereIsNothingLeftToGoOnWith() {
        var log = FinishedLog.begin(out, CONDITIONS);
        log.add(SampleRun.results().getFirst());

        log.complete();

        assertThat(FinishedLog.isIn(out)).isFalse();
        assertThat(out).isEmptyDirectory();
    }
}

package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.evidence.FinishedLog;
import io.hanproof.evidence.OutFolder;
import io.hanproof.evidence.PlannedScenario;
import io.hanproof.evidence.RunConditions;
import io.hanproof.evidence.RunResult.NamedHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    private static final RunConditions CONDITIONS = new RunConditions(
            "AA".repeat(32),
            "BB".repeat(32),
            "2019",
            Map.of("offer", "any"),
            1,
            List.of(new NamedHash("acme", "cc".repeat(32))),
            List.of(new NamedHash("v2.ota", "dd".repeat(32))));

    private static final PlannedScenario DONE = new Air().result().scenario();
    private static final PlannedScenario LEFT = new PlannedScenario(
            "DEV-09/c/d", "d", "device", List.of(), "", "", "", "file:///a.feature", 9, List.of(), "acme", 2);

    @TempDir
    private Path out;

    private void interrupted() {
        try (var log = FinishedLog.begin(out, CONDITIONS)) {
            log.add(new Air().asks(0x10).result(1));
        }
    }

    @Test
    void whatIsFinishedIsNotExecutedAgain() {
        interrupted();

        var resume = Resume.from(out, CONDITIONS, List.of(DONE, LEFT));

        assertThat(resume.result(DONE)).hasValueSatisfying(it -> {
            assertThat(it.reason()).isEqualTo("seen");
            assertThat(it.frames()).isEqualTo(1);
        });
        assertThat(resume.result(LEFT)).isEmpty();
        assertThat(resume.notes()).isEmpty();
        assertThat(Resume.nothing().result(DONE)).isEmpty();
    }

    @Test
    void theFolderOfARunThatWasCutShortMayBeWrittenAgain() throws IOException {
        interrupted();
        OutFolder.claim(out);

        try (var log = FinishedLog.resume(out)) {
            log.add(new Air().asks(0x10).asks(0x10).result(2));
        }

        assertThat(Files.readAllLines(out.resolve("finished.jsonl"))).hasSize(3);
        assertThat(out.resolve("finished")).isDirectoryContaining("glob:**0002.rec");
    }

    @Test
    void anotherRunIsNotTheSame() {
        interrupted();
        var other = new RunConditions(
                "AA".repeat(32),
                "BB".repeat(32),
                "2020",
                Map.of("offer", "newer"),
                2,
                List.of(new NamedHash("acme", "ee".repeat(32))),
                List.of());

        assertThatThrownBy(() -> Resume.from(out, other, List.of(DONE, LEFT)))
                .isInstanceOf(UsageFault.class)
                .hasMessage(
                        "--resume needs the same run as the one in %s: the baseline was 2019 and is 2020; the seed was "
                                        .formatted(out)
                                + "1 and is 2; policy offer was any and is newer; profile acme was "
                                + "cccccccccccc and is eeeeeeeeeeee; "
                                + "image v2.ota was dddddddddddd and is none");
    }

    @Test
    void anotherSelectionIsNotTheSameEither() {
        interrupted();
        var other = new RunConditions(
                "FF".repeat(32),
                CONDITIONS.catalogue(),
                CONDITIONS.baseline(),
                CONDITIONS.policies(),
                CONDITIONS.seed(),
                CONDITIONS.profiles(),
                CONDITIONS.images());

        assertThatThrownBy(() -> Resume.from(out, other, List.of(DONE)))
                .hasMessageEndingWith("what is selected was AAAAAAAAAAAA and is FFFFFFFFFFFF");
    }

    @Test
    void withoutARunThatWasCutShortThereIsNothingToGoOnWith() throws IOException {
        assertThatThrownBy(() -> Resume.from(out, CONDITIONS, List.of(DONE)))
                .isInstanceOf(UsageFault.class)
                .hasMessage("--resume needs the folder of a run that was cut short: %s holds none".formatted(out));

        interrupted();
        Files.writeString(out.resolve("finished.jsonl"), "nonsense\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Resume.from(out, CONDITIONS, List.of(DONE)))
                .isInstanceOf(UsageFault.class)
                .hasMessageStartingWith("--resume: line 3 of ");
    }
}

package io.hanproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
    @TempDir
    private Path folder;

    @Test
    void writesEveryFileAndLeavesNothingElse() throws IOException {
        Report.write(SampleRun.run(), folder);

        assertThat(files(folder))
                .containsExactly(
                        "frames/hub-example/OTA-06/inside/hardware-1.1.log",
                        "frames/hub-example/OTA-06/inside/hardware-1.1.pcapng",
                        "frames/hub-example/OTA-07/outside/hardware-2.1.log",
                        "frames/hub-example/OTA-07/outside/hardware-2.1.pcapng",
                        "frames/ppmid-example/DEV-04/downloads.log",
                        "frames/ppmid-example/DEV-04/downloads.pcapng",
                        "junit.xml",
                        "verdicts.json");
    }

    @Test
    void leavesTheCapturesOutThatNobodyAskedFor() throws IOException {
        Report.write(SampleRun.run(), folder, Captured.FAILED);
        var ofFailed = files(folder);
        Report.write(SampleRun.run(), folder, Captured.NONE);
        var ofNone = files(folder);

        assertThat(ofFailed.stream().filter(it -> it.endsWith(".pcapng")))
                .containsExactly(
                        FrameCaptures.path(SampleRun.OUTSIDE).toString(),
                        FrameCaptures.path(SampleRun.DOWNLOAD).toString());
        assertThat(ofNone).noneMatch(it -> it.endsWith(".pcapng"));
    }

    @Test
    void writesEqualRunsOctetForOctet() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path one = Files.createDirectory(folder.resolve("one"));

        Report.write(SampleRun.run(), one);
        Report.write(SampleRun.run(), other);

        for (String file : files(one)) {
            assertThat(other.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
        }
    }

    @Test
    void takesThePlaceOfAnEarlierRun() throws IOException {
        Report.write(SampleRun.run(), folder);
        Files.createDirectory(folder.resolve("report"));
        Files.writeString(folder.resolve("report/index.html"), "of the earlier run");
        Files.writeString(folder.resolve("notes.txt"), "mine");

        Report.write(
                SampleRun.run(
                        List.of(SampleRun.INSIDE), List.of(SampleRun.results().getFirst())),
                folder);

        assertThat(files(folder))
                .containsExactly(
                        "frames/hub-example/OTA-06/inside/hardware-1.1.log",
                        "frames/hub-example/OTA-06/inside/hardware-1.1.pcapng",
                        "junit.xml",
                        "notes.txt",
                        "verdicts.json");
    }

    @Test
    void leavesTheEarlierRunWhenThisOneCannotBeWritten() throws IOException {
        Report.write(SampleRun.run(), folder);
        String before = Files.readString(folder.resolve("verdicts.json"));
        var twins = List.of(twin("OTA-06/a?"), twin("OTA-06/a*")); // one name for two logs

        assertThatExceptionOfType(ReportFault.class)
                .isThrownBy(() -> Report.write(
                        SampleRun.run(
                                twins.stream().map(ScenarioResult::scenario).toList(), twins),
                        folder));

        assertThat(folder.resolve("verdicts.json")).hasContent(before);
        assertThat(files(folder)).noneMatch(it -> it.startsWith(".hanproof"));
    }

    @Test
    void refusesARunWhoseVerdictsDifferFromThePlan() throws IOException {
        var results = new ArrayList<>(SampleRun.results());
        var lost = results.removeLast();

        assertThatIllegalStateException()
                .isThrownBy(() -> Report.write(SampleRun.run(SampleRun.run().plan(), results), folder))
                .withMessage("4 scenarios were planned, 3 have a verdict; missing first: scenario DEV-09/clockless on"
                        + " ppmid-example");
        results.add(lost);
        results.add(lost);
        assertThatIllegalStateException()
                .isThrownBy(() -> Report.write(SampleRun.run(SampleRun.run().plan(), results), folder))
                .withMessageEndingWith("has two verdicts");
        assertThatIllegalStateException()
                .isThrownBy(() -> Report.write(SampleRun.run(List.of(), List.of(lost)), folder))
                .withMessageEndingWith("has a verdict and was not planned");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void hashesAPlanByItsIdsAndProfilesInOrder() {
        // printf 'OTA-06/inside/hardware-1.1 hub-example\nDEV-04/downloads ppmid-example\n' | sha256sum
        assertThat(PlannedScenario.sha256(List.of(SampleRun.INSIDE, SampleRun.DOWNLOAD)))
                .isEqualTo("875A3A3AC52B87C28FD5FEED2087FB46DD7C73A66E83797CA892960BA738150E");
    }

    private static ScenarioResult twin(String id) {
        var planned = SampleRun.planned(id, "a twin", SampleRun.HUB, "OTA-06", "Inside the range");
        return SampleRun.result(
                planned, Verdict.PASS, "seen", SampleRun.results().getFirst().recording());
    }

    private static List<String> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(it -> folder.relativize(it).toString())
                    .sorted()
                    .toList();
        }
    }
}

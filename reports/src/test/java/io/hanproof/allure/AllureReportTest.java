package io.hanproof.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hanproof.evidence.Report;
import io.hanproof.evidence.ReportFault;
import io.hanproof.evidence.SampleRun;
import io.hanproof.matrix.Requirements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AllureReportTest {
    private static final Path UNPACKED = Path.of("target", "allure-commandline");
    private static final Requirements REQUIREMENTS = Requirements.in(Path.of("..", "features", "requirements"));

    @TempDir
    private Path folder;

    @Test
    void isOnePageThatNeedsNoNetwork() throws IOException {
        assumeThat(UNPACKED.resolve("lib"))
                .as("Allure's generator is unpacked by ./mvnw package")
                .isDirectory();
        Report.write(SampleRun.run(), folder);

        AllureReport.write(
                SampleRun.run(),
                REQUIREMENTS,
                folder,
                new AllureGenerator(UNPACKED.toAbsolutePath(), Duration.ofMinutes(2)));

        String page = Files.readString(folder.resolve("report/index.html"));
        assertThat(page).doesNotContain("googletagmanager");
        assertThat(data(page, "widgets/summary.json"))
                .contains("\"failed\":2", "\"broken\":1", "\"skipped\":1", "\"passed\":1", "\"total\":5");
        assertThat(data(page, "data/behaviors.json")).contains("Hub as OTA server", "Outside the range");
        assertThat(folder.resolve("report/requirements.html")).isRegularFile();
        assertThat(folder.resolve("verdicts.json")).isRegularFile();
        try (var files = Files.list(folder)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrder("allure-results", "frames", "junit.xml", "report", "verdicts.json");
        }
    }

    @Test
    void saysWhereTheGeneratorShouldBe() {
        var nowhere = new AllureGenerator(folder.resolve("nowhere"), Duration.ofSeconds(1));

        assertThatExceptionOfType(ReportFault.class)
                .isThrownBy(() -> AllureReport.write(SampleRun.run(), REQUIREMENTS, folder, nowhere))
                .withMessageContaining("nowhere")
                .withMessageContaining("holds no allure-commandline jar: ./mvnw package unpacks it there");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhatAGeneratorSaidThatFails() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("home/lib"));
        Files.writeString(lib.resolve("allure-commandline-0.jar"), "no jar");
        Path out = Files.createDirectory(folder.resolve("out"));

        assertThatExceptionOfType(ReportFault.class)
                .isThrownBy(() -> AllureReport.write(
                        SampleRun.run(),
                        REQUIREMENTS,
                        out,
                        new AllureGenerator(lib.resolveSibling(""), Duration.ofMinutes(1))))
                .withMessageStartingWith("Allure made no report, it ended with 1: ")
                .withMessageContaining("io.qameta.allure.CommandLine");
        assertThat(out).isEmptyDirectory();
    }

    private static String data(String page, String name) {
        var matcher = Pattern.compile("'" + Pattern.quote(name) + "','([A-Za-z0-9+/=]*)'")
                .matcher(page);
        assertThat(matcher.find()).as(name).isTrue();
        return new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8);
    }
}

package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client that the README shows does what the README says. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReadmeClientTest {
    private static final Path ROOT = Path.of("..");
    private static final String BEGIN = "```python\n";

    @TempDir
    Path temp;

    private static String shown() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        return readme.substring(begin, readme.indexOf("```", begin));
    }

    @ParameterizedTest
    @CsvSource({"'', PASS", "broken, FAIL"})
    void itEarnsThatVerdict(String argument, String verdict) throws IOException, InterruptedException {
        Tools.require("python3", "--version");
        Path client = Files.writeString(temp.resolve("client.py"), shown());
        try (var run = Forked.hanproof(
                "run",
                "--against",
                "socket:127.0.0.1:0",
                "--profile",
                "ppmid-example",
                "--req",
                "DEV-01",
                "--out",
                temp.resolve("out").toString())) {
            String address = run.awaitLine("HAN socket: tcp://");
            var command = new ArrayList<>(List.of(
                    "python3", client.toString(), "127.0.0.1", address.substring(address.lastIndexOf(':') + 1)));
            if (!argument.isEmpty()) {
                command.add(argument);
            }
            try (var python = Forked.started(command)) {
                int unused = run.exitCode();

                assertThat(Verdicts.of(temp.resolve("out")).values())
                        .as(run.text() + python.text())
                        .containsExactly(verdict);
            }
        }
    }

    @Test
    void itIsTheOneThatTheDoorsAreTestedWith() throws IOException {
        String tested = Files.readString(ROOT.resolve("drivers/doors/src/test/python/client.py"));

        assertThat(shown()).isEqualTo(tested);
        assertThat(tested.lines()).hasSizeLessThanOrEqualTo(30);
    }
}

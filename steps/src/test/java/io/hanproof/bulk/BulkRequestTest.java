package io.hanproof.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkRequestTest {
    private static final Path SCRIPT = Path.of("..", ".ci", "count-reasons");
    private static final int DEVICES = 1000;

    @TempDir
    Path temp;

    @Test
    void aScriptOfItsOwnCountsWhatWasPutIn() throws IOException, InterruptedException {
        Tools.require("awk", "BEGIN { exit 0 }");
        var request = new BulkRequest(DEVICES);
        Path file = temp.resolve("devices.tsv");

        try (var report = new BulkReport(file)) {
            var running = request.start(report);
            running.send();
            running.letHubsAnswer();
        }

        assertThat(counted(file)).isEqualTo(request.expected());
        assertThat(request.expected())
                .hasSize(12)
                .allSatisfy((what, times) ->
                        assertThat(times).isEqualTo(what.startsWith("alert") ? DEVICES / 10 * 2 : DEVICES / 10));
    }

    private Map<String, Integer> counted(Path file) throws IOException, InterruptedException {
        Path counts = temp.resolve("counts.tsv");
        int exitCode = new ProcessBuilder("sh", SCRIPT.toString(), file.toString())
                .redirectOutput(counts.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        assertThat(exitCode).isZero();
        var counted = new TreeMap<String, Integer>();
        for (String line : Files.readAllLines(counts)) {
            int last = line.lastIndexOf('\t');
            counted.put(line.substring(0, last), Integer.valueOf(line.substring(last + 1)));
        }
        return counted;
    }
}

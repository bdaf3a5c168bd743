package io.hanproof.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.Recorder;
import io.hanproof.lab.Recording;
import io.hanproof.octets.Eui64;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogExcerptTest {
    private static final Path WHOLE = Path.of("frames", "ppmid.log");

    @Test
    void holdsAllOfAShortLog() {
        assertThat(LogExcerpt.of(recording(160), List.of(), WHOLE).lines()).hasSize(160);
    }

    @Test
    void holdsBothEndsOfALongLogAndWhatDecided() {
        var lines = LogExcerpt.of(recording(1000), List.of(500), WHOLE).lines().toList();

        assertThat(lines).hasSize(40 + 1 + 21 + 1 + 40);
        assertThat(lines.get(40)).isEqualTo("        … 449 more, all of them in frames/ppmid.log");
        assertThat(lines.get(41)).startsWith("#000490");
        assertThat(lines.get(61)).startsWith("#000510");
        assertThat(lines.getLast()).startsWith("#001000");
    }

    @Test
    void isEmptyWhereNothingCrossedTheHan() {
        assertThat(LogExcerpt.of(recording(0), List.of(), WHOLE)).isEmpty();
    }

    private static Recording recording(int size) {
        var recorder = new Recorder();
        for (int i = 0; i < size; i++) {
            recorder.power(i * 1_000_000L, new Eui64(1), i % 2 == 0);
        }
        return recorder.recording();
    }
}

package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT-1S, 0 s",
        "PT0.001S, 1 s",
        "PT59S, 59 s",
        "PT59.5S, 1 min",
        "PT12M40S, 12 min 40 s",
        "PT1H, 1 h",
        "PT1H0M1S, 1 h 1 min",
        "PT1H59M59S, 2 h",
        "PT23H59M30S, 24 h",
        "P1DT1S, 1 d 1 h",
        "P30D, 30 d",
    })
    void aSpanIsToldInItsTwoLargestUnits(Duration time, String text) {
        assertThat(Span.of(time)).isEqualTo(text);
    }
}

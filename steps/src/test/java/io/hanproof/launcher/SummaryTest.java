package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void framesInARowAreOneRange() {
        assertThat(Summary.numbers(List.of(240, 212, 213, 214, 245, 240))).isEqualTo("212-214, 240, 245");
    }
}

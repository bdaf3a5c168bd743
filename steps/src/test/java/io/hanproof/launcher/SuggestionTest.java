package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    @Test
    void takesTheNameWithTheFewestChanges() {
        assertThat(Suggestion.nearest("@mast", List.of("@contested", "@must", "@variant")))
                .contains("@must");
    }

    @Test
    void takesANameThatContainsWhatWasGiven() {
        List<String> ids = List.of("OTA-06/first", "OTA-07/the-hub-offers-nothing/hardware-1.0");

        assertThat(Suggestion.nearest("OTA-07", ids)).contains("OTA-07/the-hub-offers-nothing/hardware-1.0");
    }

    @Test
    void doesNotCareForCapitals() {
        assertThat(Suggestion.nearest("ota-07", List.of("OTA-06", "OTA-07"))).contains("OTA-07");
    }

    @Test
    void saysWhenThereIsNothingToMean() {
        assertThat(Suggestion.unknown("tag", "@typo", List.of())).hasMessage("unknown tag @typo: there are none");
    }
}

package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policy;
import io.hanproof.profile.Profile;
import io.hanproof.profile.ProfileCatalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private final Profile ppmid = ProfileCatalogue.shipped().read("ppmid-example");

    @Test
    void whatIsGivenComesBeforeWhatIsImplied() {
        var readings = new Readings(
                Baseline.BASELINE_2019,
                Map.of(Policy.IMAGE_LIMIT, "768000"),
                Map.of(Policy.IMAGE_LIMIT, "none", Policy.OFFER, "newer"),
                List.of());

        assertThat(readings.policies(ppmid).value(Policy.IMAGE_LIMIT)).isEqualTo("768000");
        assertThat(readings.policies(ppmid).value(Policy.OFFER)).isEqualTo("newer");
        assertThat(readings.held(List.of(ppmid)))
                .hasSize(Policy.values().length)
                .containsEntry("image-limit", "768000")
                .containsEntry("overwrite", "annex-a");
    }

    @Test
    void aPolicyCannotHaveTwoValues() {
        assertThatThrownBy(() -> Readings.policies(List.of("offer=any", "offer=newer")))
                .isInstanceOf(UsageFault.class)
                .hasMessage("--policy offer is given twice, as any and as newer");
    }
}

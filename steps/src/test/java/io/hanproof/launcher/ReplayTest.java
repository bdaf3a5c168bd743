package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.evidence.PlannedScenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayTest {
    @Test
    void theCommandIsAsAShellTakesIt() {
        var replay = new Replay(7, List.of("--image", "my file's.ota"), Map.of("acme", "profiles/acme.yaml"));
        var scenario = new PlannedScenario(
                "OTA-07/rule/scenario", "", "hub", List.of(), "", "", "", "", 1, List.of(), "acme", 99);

        assertThat(replay.command(scenario))
                .isEqualTo("./hanproof run --profile profiles/acme.yaml --scenario OTA-07/rule/scenario --seed 7"
                        + " --image 'my file'\\''s.ota'");
    }
}

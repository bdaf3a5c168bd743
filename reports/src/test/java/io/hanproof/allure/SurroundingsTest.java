package io.hanproof.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.evidence.SampleRun;
import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class SurroundingsTest {
    private final Surroundings surroundings = new Surroundings(SampleRun.run());

    @Test
    void namesTheBaselineFirst() {
        assertThat(surroundings.environment()).startsWith("Baseline = 2019\n");
    }

    @Test
    void isReadAsPropertiesAreRead() throws IOException {
        var properties = new Properties();

        properties.load(new StringReader(surroundings.environment()));

        assertThat(properties)
                .containsEntry("Readings that differ from the default", "offer=newer")
                .containsEntry("Reading of overwrite", "annex-a")
                .containsEntry("Profiles", "hub-example, ppmid-example")
                .containsEntry("SHA-256 of profile hub-example", "B0");
    }
}

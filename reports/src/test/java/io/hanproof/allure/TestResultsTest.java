package io.hanproof.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hanproof.evidence.SampleRun;
import io.hanproof.matrix.Requirements;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TestResultsTest {
    private static final Instant START = Instant.parse("2020-10-27T12:00:00Z");

    private final TestResults results =
            new TestResults(SampleRun.run(), Requirements.in(Path.of("..", "features", "requirements")));

    @Test
    void givesEachVerdictItsStatus() {
        var statuses = IntStream.range(0, 4).mapToObj(it -> of(it).getStatus()).toList();

        assertThat(statuses).containsExactly(Status.PASSED, Status.FAILED, Status.BROKEN, Status.SKIPPED);
    }

    @Test
    void tellsTheSameScenarioApartOnTwoProfiles() {
        assertThat(results.historyId("OTA-07/outside", "hub-one"))
                .isNotEqualTo(results.historyId("OTA-07/outside", "hub-two"))
                .isEqualTo(results.historyId("OTA-07/outside", "hub-one"));
    }

    @Test
    void sortsBySectionFeatureRuleAndProfile() {
        assertThat(of(1).getLabels())
                .extracting(Label::getName, Label::getValue)
                .contains(
                        tuple("epic", "Hub as OTA server"),
                        tuple("feature", "A device is offered only firmware built for its hardware"),
                        tuple("story", "Outside the range"),
                        tuple("suite", "hub-example"),
                        tuple("tag", "req:OTA-07"),
                        tuple("severity", "critical"));
    }

    @Test
    void linksToTheRequirementWithoutAnotherHost() {
        assertThat(of(1).getLinks())
                .containsExactly(new Link()
                        .setName("OTA-07")
                        .setUrl("requirements.html#OTA-07")
                        .setType("tms"));
    }

    @Test
    void saysRequirementSourceReasonAndReplay() {
        assertThat(of(1).getDescriptionHtml())
                .contains("<b>OTA-07</b> Hardware version present and outside")
                .contains("Source: S002:2110-2116")
                .contains("expected &quot;no image&quot; &amp; no block, saw &lt;0x20&gt; offered (frame 2)")
                .contains("./hanproof run --profile hub-example");
        assertThat(of(1).getStatusDetails().getTrace())
                .isEqualTo("decided by frame 2 of 2 in frames/hub-example/OTA-07/outside/hardware-2.1.log");
    }

    @Test
    void takesItsTimesFromTheRun() {
        assertThat(of(0).getStart()).isEqualTo(START.toEpochMilli());
        assertThat(of(0).getStop()).isEqualTo(START.toEpochMilli() + 7);
    }

    @Test
    void showsAStandingRuleAsATestOfItsOwn() {
        var monitor = results.of(SampleRun.run().monitors().getFirst(), START);

        assertThat(monitor.getStatus()).isEqualTo(Status.FAILED);
        assertThat(monitor.getLabels())
                .extracting(Label::getName, Label::getValue)
                .contains(tuple("suite", "standing rules"), tuple("subSuite", "hub-example"));
        assertThat(monitor.getStatusDetails().getTrace())
                .isEqualTo("frame 2 of OTA-06/inside/hardware-1.1: expected a secured frame, saw an unsecured one");
    }

    private TestResult of(int index) {
        return results.of(SampleRun.results().get(index), START);
    }
}

package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.hanproof.evidence.MonitorResult;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.gbcs.Keys;
import io.hanproof.profile.Policy;
import io.hanproof.venue.EmulatorVenue;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * A suite that was never red is an opinion: every misbehaviour turns red what it says it breaks and nothing else, and every
 * scenario is turned red by one.
 */
class SelfTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Set<String> caught = new TreeSet<>();
    private final Set<String> executed = new TreeSet<>();

    @TestFactory
    Stream<DynamicNode> everyMisbehaviourIsCaughtAndEveryScenarioCatchesOne() {
        Stream<DynamicNode> each =
                Misbehaviours.all().stream().map(it -> dynamicTest(it.name(), () -> breaksWhatItSays(it)));
        return Stream.concat(each, Stream.of(dynamicTest("every scenario was red once", this::everyScenarioWasRed)));
    }

    private void breaksWhatItSays(Misbehaviours.Known known) {
        var found = run(known.name());

        assertThat(found.failedRequirements())
                .as("%s%n%s", known.misbehaviour().does(), found.failures())
                .isEqualTo(new TreeSet<>(known.misbehaviour().breaks()));
    }

    private void everyScenarioWasRed() {
        var neverRed = new TreeSet<>(executed);
        neverRed.removeAll(caught);
        assertThat(neverRed).as("scenarios that no misbehaviour turned red").isEmpty();
    }

    @TestFactory
    Stream<DynamicNode> anHonestTargetIsGreenUnderEveryReading() {
        Stream<RunOptions> readings = Arrays.stream(Policy.values())
                .flatMap(policy -> policy.readings().stream()
                        .skip(1)
                        .map(it -> policy.text() + "=" + it.replace("<duration>", "PT15M")))
                .map(it -> {
                    var options = new RunOptions();
                    options.policies = List.of(it);
                    return options;
                });
        var later = new RunOptions();
        later.baseline = Optional.of("2020");
        return Stream.concat(readings, Stream.of(new RunOptions(), later))
                .map(it -> dynamicTest(
                        it.policies
                                + it.baseline.map(year -> " baseline " + year).orElse(""),
                        () -> assertThat(run(it).trouble()).isEmpty()));
    }

    private Found run(String misbehaviour) {
        var options = new RunOptions();
        options.misbehaviour = Optional.of(misbehaviour);
        Found found = run(options);
        found.results().stream().filter(it -> it.recording().isPresent()).forEach(it -> {
            executed.add(it.scenario().id());
            if (it.verdict() == Verdict.FAIL) {
                caught.add(it.scenario().id());
            }
        });
        return found;
    }

    private static Found run(RunOptions options) {
        RunSetup setup = RunSetup.of(options);
        var terminal =
                new Terminal(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false, false);
        var execution = new Execution(
                new Engine(Glue.SHIPPED),
                new Judgement(new Replay(options.seed, List.of(), Map.of())),
                Optional.empty(),
                options.misbehaviour,
                Keys.test(),
                EmulatorVenue.virtual(),
                options.jobs,
                false);
        List<ScenarioResult> results = execution.of(
                setup.plan(),
                new Bench(
                        CLOCK,
                        new Progress(terminal, CLOCK, setup.plan().executed()),
                        new Watchdog(PATIENCE),
                        new Interruption()));
        return new Found(results, RecordedRules.judge(setup.plan(), results));
    }

    private record Found(List<ScenarioResult> results, List<MonitorResult> monitors) {
        Set<String> failedRequirements() {
            var failed = new TreeSet<String>();
            results.stream()
                    .filter(it -> it.verdict() == Verdict.FAIL)
                    .forEach(it -> failed.addAll(it.scenario().requirements()));
            monitors.stream()
                    .filter(it -> it.verdict() == Verdict.FAIL)
                    .forEach(it -> failed.addAll(it.requirements()));
            return failed;
        }

        String failures() {
            return lines(Set.of(Verdict.FAIL));
        }

        String trouble() {
            return lines(Set.of(Verdict.FAIL, Verdict.INCONCLUSIVE));
        }

        private String lines(Set<Verdict> verdicts) {
            var lines = new ArrayList<String>();
            results.stream()
                    .filter(it -> verdicts.contains(it.verdict()))
                    .forEach(it -> lines.add(
                            it.scenario().id() + " on " + it.scenario().profile() + ": " + it.reason()));
            monitors.stream()
                    .filter(it -> verdicts.contains(it.verdict()))
                    .forEach(it -> lines.add(it.id() + " on " + it.profile() + ": " + it.reason()));
            return lines.stream().collect(Collectors.joining(System.lineSeparator()));
        }
    }
}

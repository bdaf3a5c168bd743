package io.hanproof.allure;

import io.hanproof.evidence.MonitorResult;
import io.hanproof.evidence.PlannedScenario;
import io.hanproof.evidence.RunResult;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.matrix.Requirement;
import io.hanproof.matrix.Requirements;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Results in Allure's words: sections are epics, rules are stories, profiles are suites. */
final class TestResults {
    private static final String STANDING_RULES = "standing rules";

    private final RunResult run;
    private final Requirements requirements;
    private final Descriptions descriptions;

    TestResults(RunResult run, Requirements requirements) {
        this.run = run;
        this.requirements = requirements;
        this.descriptions = new Descriptions(run, requirements);
    }

    TestResult of(ScenarioResult result, Instant start) {
        PlannedScenario planned = result.scenario();
        Instant stop = start.plus(result.wallTime());
        var labels = new ArrayList<Label>();
        labels.add(label("epic", planned.section()));
        labels.add(label("feature", planned.feature()));
        labels.add(label("story", planned.rule()));
        labels.add(label("suite", planned.profile()));
        labels.add(label("subSuite", planned.feature()));
        planned.tags().forEach(it -> labels.add(label("tag", it.replaceFirst("^@", ""))));
        addCommon(labels, planned.requirements(), planned.profile());
        return test(planned.id(), planned.profile(), result.verdict(), start, stop)
                .setName(name(planned.requirements(), planned.name()))
                .setLabels(labels)
                .setLinks(links(planned.requirements()))
                .setStatusDetails(
                        new StatusDetails().setMessage(result.reason()).setTrace(Descriptions.trace(result)))
                .setDescriptionHtml(descriptions.of(result))
                .setSteps(steps(result, start));
    }

    TestResult of(MonitorResult result, Instant when) {
        var labels = new ArrayList<Label>();
        labels.add(label("epic", section(result.requirements())));
        labels.add(label("feature", STANDING_RULES));
        labels.add(label("story", result.does()));
        labels.add(label("suite", STANDING_RULES));
        labels.add(label("subSuite", result.profile()));
        addCommon(labels, result.requirements(), result.profile());
        return test(result.id(), result.profile(), result.verdict(), when, when)
                .setName(name(result.requirements(), result.does()))
                .setLabels(labels)
                .setLinks(links(result.requirements()))
                .setStatusDetails(
                        new StatusDetails().setMessage(result.reason()).setTrace(Descriptions.trace(result)))
                .setDescriptionHtml(descriptions.of(result));
    }

    private TestResult test(String id, String profile, Verdict verdict, Instant start, Instant stop) {
        String history = historyId(id, profile);
        return new TestResult()
                .setUuid(uuid(history + run.runId()))
                .setHistoryId(history)
                .setTestCaseId(uuid(id))
                .setFullName(id)
                .setStatus(status(verdict))
                .setStage(Stage.FINISHED)
                .setStart(start.toEpochMilli())
                .setStop(stop.toEpochMilli())
                .setParameters(List.of(new Parameter().setName("profile").setValue(profile)));
    }

    /** Allure takes two results with the same one for a test and its retry, and shows only the last. */
    String historyId(String id, String profile) {
        return uuid(String.join("\n", id, profile, run.baseline(), new TreeMap<>(run.policies()).toString()));
    }

    private void addCommon(List<Label> labels, List<String> ids, String profile) {
        labels.add(label("thread", profile));
        labels.add(label("framework", "hanproof"));
        ids.stream().findFirst().ifPresent(id -> {
            labels.add(label("package", id.substring(0, Math.max(0, id.indexOf('-'))) + "." + id));
            requirements.find(id).ifPresent(it -> labels.add(label("severity", severity(it.kind()))));
        });
    }

    private static String name(List<String> ids, String sentence) {
        return ids.isEmpty() ? sentence : ids.getFirst() + ": " + sentence;
    }

    private String section(List<String> ids) {
        return ids.stream()
                .flatMap(it -> requirements.find(it).stream())
                .map(Requirement::section)
                .findFirst()
                .orElse(STANDING_RULES);
    }

    /** Relative, to the page that lies beside the report: nothing here leads to another host. */
    private static List<Link> links(List<String> ids) {
        return ids.stream()
                .map(it ->
                        new Link().setName(it).setUrl("requirements.html#" + it).setType("tms"))
                .toList();
    }

    private static List<StepResult> steps(ScenarioResult result, Instant when) {
        return result.steps().stream()
                .map(it -> new StepResult()
                        .setName(it.sentence())
                        .setStatus(Status.fromValue(it.status()))
                        .setStage(Stage.FINISHED)
                        .setStart(when.toEpochMilli())
                        .setStop(when.toEpochMilli()))
                .toList();
    }

    private static Status status(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Status.PASSED;
            case FAIL -> Status.FAILED;
            case INCONCLUSIVE -> Status.BROKEN;
            case NOT_APPLICABLE -> Status.SKIPPED;
        };
    }

    private static String severity(Requirement.Kind kind) {
        return switch (kind) {
            case MUST -> "critical";
            case CONTESTED -> "normal";
            case VARIANT -> "minor";
            case DOCUMENT -> "trivial";
        };
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }

    private static String uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

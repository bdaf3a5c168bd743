package io.hanproof.allure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hanproof.evidence.ReportFault;
import io.hanproof.evidence.RunResult;
import io.hanproof.evidence.RunResult.NamedHash;
import io.hanproof.profile.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What Allure shows around the tests: environment, executor, and the categories of what did not pass. */
final class Surroundings {
    private static final char LAST_LATIN = 0x7E;

    private final RunResult run;

    Surroundings(RunResult run) {
        this.run = run;
    }

    String environment() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Baseline", run.baseline());
        facts.put("Tested against", run.against());
        if (!run.misbehaviour().isEmpty()) {
            facts.put("Misbehaviour put into the target", run.misbehaviour());
        }
        facts.put("Profiles", names(run.profiles()));
        facts.put("Images", names(run.images()));
        facts.put("Readings that differ from the default", chosen());
        new TreeMap<>(run.policies()).forEach((policy, value) -> facts.put("Reading of " + policy, value));
        facts.put("Seed", Long.toString(run.seed()));
        facts.put("Time", run.time());
        facts.put("Run", run.runId());
        facts.put("Started", run.started().toString());
        facts.put(
                "Tool",
                "%s %s (%s)"
                        .formatted(
                                run.tool().name(),
                                run.tool().version(),
                                run.tool().commit()));
        facts.put("Catalogue", "%s, SHA-256 %s".formatted(run.catalogueVersion(), run.catalogueSha256()));
        facts.put("Plan", "%d scenarios, SHA-256 %s".formatted(run.plan().size(), run.planSha256()));
        run.profiles().forEach(it -> facts.put("SHA-256 of profile " + it.name(), it.sha256()));
        run.images().forEach(it -> facts.put("SHA-256 of image " + it.name(), it.sha256()));
        var text = new StringBuilder();
        facts.forEach((name, value) -> text.append(escaped(name, true))
                .append(" = ")
                .append(escaped(value, false))
                .append('\n'));
        return text.toString();
    }

    String executor() {
        return json(Map.of(
                "name",
                "%s %s".formatted(run.tool().name(), run.tool().version()),
                "type",
                "hanproof",
                "buildName",
                "run %s, seed %d".formatted(run.runId(), run.seed()),
                "reportName",
                "hanproof, baseline " + run.baseline()));
    }

    String categories() {
        return json(List.of(
                category("FAIL: the target broke a requirement", "failed"),
                category("INCONCLUSIVE: the bench could not decide", "broken"),
                category("NOT APPLICABLE: profile, baseline or policy rules it out", "skipped")));
    }

    private static Map<String, Object> category(String name, String status) {
        var category = new LinkedHashMap<String, Object>();
        category.put("name", name);
        category.put("matchedStatuses", List.of(status));
        return category;
    }

    private String chosen() {
        String chosen = run.policies().entrySet().stream()
                .filter(it -> Policy.named(it.getKey())
                        .filter(policy -> policy.defaultValue().equals(it.getValue()))
                        .isEmpty())
                .map(it -> it.getKey() + "=" + it.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        return chosen.isEmpty() ? "none" : chosen;
    }

    private static String names(List<NamedHash> hashes) {
        return hashes.isEmpty() ? "none" : hashes.stream().map(NamedHash::name).collect(Collectors.joining(", "));
    }

    /** As java.util.Properties reads it, which knows Latin letters only. */
    private static String escaped(String text, boolean key) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            switch (it) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case ' ', ':', '=' -> out.append(key ? "\\" : "").append(it);
                default -> out.append(it > LAST_LATIN || it < ' ' ? "\\u%04X".formatted((int) it) : it);
            }
        }
        return out.toString();
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new ReportFault("the report's categories cannot be written: " + e, e);
        }
    }
}

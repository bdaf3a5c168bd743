package io.hanproof.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A whole run: what ran, on what, under which readings, and what it found.
 *
 * @param tool name, version and commit
 * @param catalogueVersion version of the features
 * @param catalogueSha256 hash over the features' texts in order of their names
 * @param planSha256 hash over the planned ids and profiles in order, see {@link PlannedScenario#sha256}
 * @param misbehaviour name of the one that was put into the emulated target, or empty
 * @param policies every policy with the value that held
 * @param plan what was to be run, made before the run; each has one result in {@code scenarios}
 */
public record RunResult(
        Tool tool,
        String catalogueVersion,
        String catalogueSha256,
        String planSha256,
        List<NamedHash> images,
        String runId,
        Instant started,
        long seed,
        String baseline,
        Map<String, String> policies,
        String against,
        String time,
        String misbehaviour,
        List<NamedHash> profiles,
        List<PlannedScenario> plan,
        List<ScenarioResult> scenarios,
        List<MonitorResult> monitors) {

    public record Tool(String name, String version, String commit) {}

    public record NamedHash(String name, String sha256) {}

    public long count(Verdict verdict) {
        return scenarios.stream().filter(it -> it.verdict() == verdict).count();
    }

    public long countMonitors(Verdict verdict) {
        return monitors.stream().filter(it -> it.verdict() == verdict).count();
    }
}

package io.hanproof.evidence;

import io.hanproof.evidence.RunResult.NamedHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What results depend on, and must be the same for those of two runs to stand side by side.
 *
 * @param plan hash over the planned scenarios, see {@link PlannedScenario#sha256}
 * @param catalogue hash over the features
 * @param policies every policy with the value that held
 */
public record RunConditions(
        String plan,
        String catalogue,
        String baseline,
        Map<String, String> policies,
        long seed,
        List<NamedHash> profiles,
        List<NamedHash> images) {

    public RunConditions {
        policies = Collections.unmodifiableMap(new TreeMap<>(policies));
        profiles = List.copyOf(profiles);
        images = List.copyOf(images);
    }

    /** What is not the same, one sentence each; these are the conditions of now. */
    public List<String> differences(RunConditions then) {
        var found = new ArrayList<String>();
        differ("the baseline", then.baseline, baseline, found);
        differ("the seed", Long.toString(then.seed), Long.toString(seed), found);
        differ("policy ", then.policies, policies, found);
        differ("profile ", hashes(then.profiles), hashes(profiles), found);
        differ("image ", hashes(then.images), hashes(images), found);
        differ("the features", then.catalogue, catalogue, found);
        if (found.isEmpty()) {
            differ("what is selected", then.plan, plan, found);
        }
        return List.copyOf(found);
    }

    private static void differ(String what, Map<String, String> then, Map<String, String> now, List<String> found) {
        var names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            differ(what + name, then.getOrDefault(name, "none"), now.getOrDefault(name, "none"), found);
        }
    }

    private static void differ(String what, String then, String now, List<String> found) {
        if (!then.equals(now)) {
            found.add("%s was %s and is %s".formatted(what, shortened(then), shortened(now)));
        }
    }

    /** The beginning of a hash tells it from others. */
    private static String shortened(String text) {
        return text.matches("[0-9A-Fa-f]{64}") ? text.substring(0, 12) : text;
    }

    private static Map<String, String> hashes(List<NamedHash> all) {
        var hashes = new TreeMap<String, String>();
        all.forEach(it -> hashes.merge(it.name(), it.sha256(), (one, other) -> one + " and " + other));
        return hashes;
    }
}

package io.hanproof.steps.monitor;

import java.util.List;
import java.util.function.Supplier;

/**
 * A rule that holds in every session.
 *
 * @param id in words joined by hyphens
 * @param does the rule in one sentence
 * @param requirements that it comes from
 * @param watch begins to watch a recording
 */
record StandingRule(String id, String does, List<String> requirements, Supplier<Watch> watch) {
    static StandingRule of(String id, String requirement, String does, Supplier<Watch> watch) {
        return new StandingRule(id, does, List.of(requirement), watch);
    }
}

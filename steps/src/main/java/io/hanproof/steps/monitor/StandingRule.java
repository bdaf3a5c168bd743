package io.hanproof.steps.monitor;

import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A rule that holds in every session.
 *
 * @param id in words joined by hyphens
 * @param does the rule in one sentence
 * @param requirements that it comes from
 * @param watch begins to watch a recording
 * @param holdsUnder the baselines and readings that know it
 */
record StandingRule(
        String id,
        String does,
        List<String> requirements,
        Supplier<Watch> watch,
        BiPredicate<Baseline, Policies> holdsUnder) {
    static StandingRule of(String id, String requirement, String does, Supplier<Watch> watch) {
        return new StandingRule(id, does, List.of(requirement), watch, (baseline, policies) -> true);
    }

    StandingRule under(Predicate<Policies> readings) {
        return new StandingRule(
                id, does, requirements, watch, holdsUnder.and((baseline, policies) -> readings.test(policies)));
    }

    StandingRule under(Baseline one) {
        return new StandingRule(id, does, requirements, watch, holdsUnder.and((baseline, policies) -> baseline == one));
    }
}

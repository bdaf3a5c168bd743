package io.hanproof.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The fault rules in force, in order. Each counts what it matches and rolls for itself, so that none disturbs another.
 */
final class ArmedFaults {
    private final RandomGenerator chance;
    private final List<Armed> rules = new ArrayList<>();

    ArmedFaults(RandomGenerator chance) {
        this.chance = chance;
    }

    void add(FaultRule rule) {
        rules.add(new Armed(rule, new SplittableRandom(chance.nextLong())));
    }

    void clear() {
        rules.clear();
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** What the first rule that takes hold of this transmission does to it. */
    Optional<FaultRule.Effect> on(ApsFrame frame) {
        FaultRule.Effect found = null;
        for (Armed armed : rules) {
            if (armed.takesHoldOf(frame) && found == null) {
                found = armed.rule.effect();
            }
        }
        return Optional.ofNullable(found);
    }

    private static final class Armed {
        private final FaultRule rule;
        private final RandomGenerator own;
        private long seen;

        Armed(FaultRule rule, RandomGenerator own) {
            this.rule = rule;
            this.own = own;
        }

        boolean takesHoldOf(ApsFrame frame) {
            if (!rule.match().test(frame)) {
                return false;
            }
            seen++;
            return seen >= rule.from()
                    && seen - rule.from() < rule.times()
                    && (rule.probability() == 1 || own.nextDouble() < rule.probability());
        }
    }
}

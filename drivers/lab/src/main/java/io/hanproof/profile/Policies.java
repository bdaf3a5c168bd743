package io.hanproof.profile;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The readings that one run follows: those that were chosen, and the default of every other. */
public final class Policies {
    public static final Policies DEFAULT = new Policies(new EnumMap<>(Policy.class));

    private final EnumMap<Policy, String> chosen;

    private Policies(EnumMap<Policy, String> chosen) {
        this.chosen = chosen;
    }

    /** @throws IllegalArgumentException when the policy has no such value; the message lists those it has */
    public Policies with(Policy policy, String value) {
        if (!policy.readings().contains(value) && !(policy.readings().contains(Policy.DURATION) && isDuration(value))) {
            throw new IllegalArgumentException("policy %s needs one of %s, found %s"
                    .formatted(policy.text(), String.join(", ", policy.readings()), value));
        }
        var more = new EnumMap<>(chosen);
        more.put(policy, value);
        return new Policies(more);
    }

    public String value(Policy policy) {
        return chosen.getOrDefault(policy, policy.defaultValue());
    }

    public boolean is(Policy policy, String value) {
        return value(policy).equals(value);
    }

    /** The value of a policy that is a duration at present. */
    public Duration duration(Policy policy) {
        return Duration.parse(value(policy));
    }

    /** Those that differ from the default or were named all the same, in the order of the catalogue. */
    public Map<Policy, String> chosen() {
        return Collections.unmodifiableMap(chosen);
    }

    private static boolean isDuration(String value) {
        try {
            return !Duration.parse(value).isNegative();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Policies that && chosen.equals(that.chosen);
    }

    @Override
    public int hashCode() {
        return chosen.hashCode();
    }

    @Override
    public String toString() {
        return chosen.toString();
    }
}

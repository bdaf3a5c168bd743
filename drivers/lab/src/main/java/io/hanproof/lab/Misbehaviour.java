package io.hanproof.lab;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A wrong device or a wrong hub, made from the right one by one change. Checkers see what it sends, never its name.
 *
 * @param name in words joined by hyphens, as {@code reads-back-a-minute-early}
 * @param does one sentence in the present tense, as the field would describe the fault
 * @param breaks identifiers of the requirements that it breaks, and no other
 * @param policies the readings under which it is wrong, by name, when the defaults are not
 * @param baseline the baseline under which it is wrong, or empty for either
 * @param change what it does to the honest machine
 */
public record Misbehaviour<S, E, F>(
        String name,
        String does,
        Set<String> breaks,
        Map<String, String> policies,
        List<String> baseline,
        Machine.Mutation<S, E, F> change) {

    /** One that is wrong under the default readings and either baseline. */
    public static <S, E, F> Misbehaviour<S, E, F> of(
            String name, String does, String breaks, Machine.Mutation<S, E, F> change) {
        return new Misbehaviour<>(name, does, Set.of(breaks), Map.of(), List.of(), change);
    }

    public Misbehaviour<S, E, F> under(String policy, String value) {
        return new Misbehaviour<>(name, does, breaks, Map.of(policy, value), baseline, change);
    }

    public Misbehaviour<S, E, F> underBaseline(String year) {
        return new Misbehaviour<>(name, does, breaks, policies, List.of(year), change);
    }
}

package io.hanproof.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts scenarios in order, and those one behind another that can go on one download.
 *
 * <p>A download is shared where no rule is weakened by it. Two scenarios must declare it in the same words, from their
 * first sentence on. Whatever comes before another must leave it as it was: nothing fetched, delivered, ordered,
 * activated or switched after it. Whatever comes behind another must not judge it: its verdict rests on frames after
 * the download only, and after the end of the other; and it must count no time from where it begins, for it begins
 * later than alone.
 */
final class Sharing {
    private Sharing() {}

    /** All of them, in order of execution. */
    static List<List<Candidate>> chains(List<Candidate> candidates) {
        var left = new ArrayList<>(candidates);
        left.sort(Comparator.comparing((Candidate it) -> !it.cost().leavesDownload())
                .thenComparing(it -> it.cost().time())); // stable: the plan's order decides at last
        var chains = new ArrayList<List<Candidate>>();
        while (!left.isEmpty()) {
            var chain = new ArrayList<Candidate>();
            chain.add(left.removeFirst());
            for (Candidate it : List.copyOf(left)) {
                if (it.mayFollow(chain.getLast())) {
                    chain.add(it);
                    left.remove(it);
                }
            }
            chains.add(List.copyOf(chain));
        }
        return inOrder(chains);
    }

    private static List<List<Candidate>> inOrder(List<List<Candidate>> chains) {
        Map<List<String>, Duration> least = new HashMap<>();
        chains.forEach(
                it -> least.merge(sentences(it), time(it), (one, other) -> one.compareTo(other) < 0 ? one : other));
        return chains.stream()
                .sorted(Comparator.comparingInt(Sharing::stage)
                        .thenComparing(it -> -it.size()) // where only one update is left, it goes the farthest
                        .thenComparing(it -> least.getOrDefault(sentences(it), time(it)))
                        .thenComparing(it -> String.join("\n", sentences(it)))
                        .thenComparing(Sharing::time))
                .toList();
    }

    private static int stage(List<Candidate> chain) {
        return chain.stream().mapToInt(Candidate::stage).max().orElse(0);
    }

    private static Duration time(List<Candidate> chain) {
        return chain.getFirst().cost().time();
    }

    private static List<String> sentences(List<Candidate> chain) {
        return chain.getFirst().precondition().map(Precondition::sentences).orElse(List.of());
    }
}

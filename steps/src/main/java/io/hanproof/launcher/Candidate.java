package io.hanproof.launcher;

import java.util.Optional;

/**
 * A scenario that a bench can execute.
 *
 * @param updates that the device goes through in it
 * @param shareable whether downloads of its profile may be shared at all
 */
record Candidate(Plan.Item item, ScenarioCost cost, int updates, boolean shareable) {

    Optional<Precondition> precondition() {
        return shareable ? Precondition.of(item.scenario()).filter(it -> cost.judgesLater()) : Optional.empty();
    }

    /** The later, the more it changes: nothing fetched, fetched only, something to be activated some day, changed. */
    int stage() {
        if (updates > 0 || !cost.due().isEmpty()) {
            return 3;
        }
        if (cost.pending().isPresent()) {
            return 2;
        }
        return cost.downloads() > 0 ? 1 : 0;
    }

    /**
     * Whether it may begin on the download of the other, which leaves it as it was: its rule does not judge the
     * download, counts no time from where it begins, and looks at nothing before the other ends.
     */
    boolean mayFollow(Candidate other) {
        return precondition()
                .filter(it -> !it.countsTime())
                .filter(it -> other.precondition().map(Precondition::sentences).equals(Optional.of(it.sentences())))
                .flatMap(it -> cost.judgedFrom())
                .filter(looks -> looks.compareTo(other.cost().ended()) >= 0
                        && other.cost().leavesDownload())
                .isPresent();
    }
}

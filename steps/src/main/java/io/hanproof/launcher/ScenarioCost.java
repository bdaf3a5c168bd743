package io.hanproof.launcher;

import io.hanproof.evidence.ScenarioResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one scenario costs on a bench, as the recording of its rehearsal shows. Points in time count from its beginning.
 *
 * @param begun when the first thing crossed the HAN or the WAN; what passes before is no wait, since a bench sets its
 *     clock
 * @param ended when the scenario did
 * @param downloads begun: offers after which the device asked for the first octet
 * @param blocks Image Block Responses with data
 * @param octets image data in them
 * @param fetching time between blocks, longer waits left out: with {@code octets} the pace of the HAN
 * @param fetched file versions of which a download was begun
 * @param needs what the device ran at first; absent where it did not say
 * @param activated file versions that the device came to run, in order
 * @param due file versions of which the activation time came, whether the device then ran them or not
 * @param pending a downloaded image of which the activation time did not come
 * @param switchings how often a device was switched on or off
 * @param downloaded when the first download was complete, which is when a {@code Given} that declares one is reached
 * @param judgedFrom when the first frame crossed that the verdict rests on
 * @param leavesDownload whether that download is still as it was then: nothing more was fetched, delivered, ordered for
 *     another time, activated or switched
 */
record ScenarioCost(
        Duration begun,
        Duration ended,
        int downloads,
        long blocks,
        long octets,
        Duration fetching,
        SortedSet<Long> fetched,
        Optional<Long> needs,
        List<Long> activated,
        SortedSet<Long> due,
        Optional<Pending> pending,
        int switchings,
        Optional<Duration> downloaded,
        Optional<Duration> judgedFrom,
        boolean leavesDownload) {

    /** @param when it is to be activated; absent where the hub is still to say */
    record Pending(long version, Optional<Duration> when) {}

    ScenarioCost {
        fetched = Collections.unmodifiableSortedSet(new TreeSet<>(fetched));
        due = Collections.unmodifiableSortedSet(new TreeSet<>(due));
        activated = List.copyOf(activated);
    }

    /**
     * What the rehearsal cost.
     *
     * @param start when the scenario began
     * @param reboot how long after its activation a device may still say what it ran before
     */
    static ScenarioCost of(ScenarioResult rehearsed, Instant start, Duration reboot) {
        var reader = new CostReader(start, rehearsed.hanTime(), reboot);
        rehearsed.recording().ifPresent(it -> reader.read(it, rehearsed.decidedBy()));
        return reader.cost();
    }

    /** How long it takes, waits and restarts included. */
    Duration time() {
        return ended.minus(begun);
    }

    /** Whether the verdict rests on what happened after the download only, so that it may be somebody else's. */
    boolean judgesLater() {
        return downloaded.isPresent()
                && judgedFrom.isPresent()
                && judgedFrom.get().compareTo(downloaded.get()) > 0;
    }
}

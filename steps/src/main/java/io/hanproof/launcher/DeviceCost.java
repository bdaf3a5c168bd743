package io.hanproof.launcher;

import io.hanproof.launcher.ScenarioCost.Pending;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a recording has shown of one device so far. Times count from the scenario's beginning. */
final class DeviceCost {
    /** A longer pause between two blocks is a wait, and not the pace of the HAN. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final long ANY_VERSION = 0xFFFF_FFFFL;

    private final Duration reboot;
    int downloads;
    long blocks;
    long octets;
    Duration fetching = Duration.ZERO;
    final SortedSet<Long> fetched = new TreeSet<>();
    final List<Long> activated = new ArrayList<>();
    final SortedSet<Long> due = new TreeSet<>();
    Optional<Long> needs = Optional.empty();
    Optional<Duration> downloaded = Optional.empty();

    private boolean offered;
    private boolean heard;
    private boolean disturbed;
    private long ended = ANY_VERSION;
    private Optional<Long> running = Optional.empty();
    private Optional<Pending> order = Optional.empty();
    private Optional<Duration> served = Optional.empty();

    DeviceCost(Duration reboot) {
        this.reboot = reboot;
    }

    /** Whether anything is known of it but that it was switched. */
    boolean tookPart() {
        return heard;
    }

    /** Something was done to it, or to the image for it, after which its download is no longer as it was. */
    void disturb() {
        disturbed |= downloaded.isPresent();
    }

    void isOffered() {
        offered = true;
    }

    void asks(long version, long offset) {
        heard = true;
        disturb();
        if (offered && offset == 0) {
            offered = false;
            downloads++;
            fetched.add(version);
        }
    }

    void isServed(int length, Duration when) {
        blocks++;
        octets += length;
        served.map(when::minus).filter(it -> it.compareTo(PAUSE) <= 0).ifPresent(it -> fetching = fetching.plus(it));
        served = Optional.of(when);
    }

    void ends(long version) {
        heard = true;
        ended = version;
    }

    void isTold(UpgradeEndResponse response, Duration when) {
        long version = response.image().fileVersion() == ANY_VERSION
                ? ended
                : response.image().fileVersion();
        Optional<Duration> time = response.upgradeTime() == UpgradeEndResponse.WAIT
                ? Optional.empty()
                : Optional.of(when.plusSeconds(Math.max(0, response.upgradeTime() - response.currentTime())));
        takeOrder(when);
        var told = new Pending(version, time);
        if (downloaded.isEmpty()) {
            downloaded = Optional.of(when);
        } else if (!order.equals(Optional.of(told))) {
            disturbed |= !isSameOrder(told);
        }
        order = Optional.of(told);
    }

    /** The device asks again now and then; an answer in seconds from now may differ by what was rounded. */
    private boolean isSameOrder(Pending told) {
        return order.filter(it -> it.version() == told.version()
                        && it.when().isPresent() == told.when().isPresent())
                .map(it -> it.when().isEmpty()
                        || it.when()
                                        .get()
                                        .minus(told.when().orElseThrow())
                                        .abs()
                                        .compareTo(Duration.ofSeconds(1))
                                <= 0)
                .orElse(false);
    }

    void runs(long version, Duration when) {
        heard = true;
        boolean followed =
                takeOrder(when) && order.filter(it -> it.version() == version).isPresent();
        if (running.isEmpty() && !followed) {
            needs = Optional.of(version);
        } else if (!running.equals(Optional.of(version))) {
            activated.add(version);
            disturbed = true;
        }
        running = Optional.of(version);
        if (followed
                || order.flatMap(Pending::when).filter(it -> isOver(it, when)).isPresent()) {
            order = Optional.empty(); // obeyed, or never to be
        }
    }

    private boolean isOver(Duration activation, Duration when) {
        return activation.plus(reboot).compareTo(when) < 0;
    }

    /** Whether the time of the order has come by now. */
    private boolean takeOrder(Duration when) {
        boolean came = order.flatMap(Pending::when)
                .filter(it -> it.compareTo(when) <= 0)
                .isPresent();
        if (came) {
            due.add(order.orElseThrow().version());
            disturbed = true;
        }
        return came;
    }

    /** An activation that came due and of which nothing was heard any more counts as having happened. */
    void finish(Duration end) {
        if (takeOrder(end)) {
            long version = order.orElseThrow().version();
            if (!running.equals(Optional.of(version))) {
                activated.add(version);
            }
            order = Optional.empty();
        }
    }

    Optional<Pending> pending() {
        return order;
    }

    boolean leavesDownload() {
        return downloaded.isPresent() && !disturbed && order.isPresent();
    }
}

package io.hanproof.hub;

import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.ota.ImageNotify;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** What the Upgrade Image List says of devices that have not taken their image: notified, fetching, stalled, failed. */
final class UpgradeList {
    private static final int EVERYBODY = 100;
    private static final int DEFAULT_ENDPOINT = 1;
    /** A device that asks on within this part of the stall is not worth a new state. */
    private static final int PARTS = 64;

    private final HubModel model;
    private final HubRules rules;
    private final long graceSeconds;
    /** No device is given up before it was silent for the whole stall. */
    private final Duration patience;

    UpgradeList(HubModel model, HubRules rules) {
        this.model = model;
        this.rules = rules;
        this.graceSeconds = Math.max(1, model.stall().toSeconds() / PARTS);
        this.patience = model.stall().plusSeconds(graceSeconds);
    }

    /** Where a device is to be reached that has not asked. */
    Peer reach(HubState state, Eui64 device) {
        var joined = state.devices().get(device);
        int endpoint = joined == null ? DEFAULT_ENDPOINT : joined.endpoint();
        return new Peer(device, endpoint, model.endpoint(), Peer.UNASKED, true);
    }

    /** Steps 3 and 4 of Appendix 3, for every device on the list that has nothing of the image yet. */
    void notifyTargets(Turn turn, HeldImage image) {
        for (var target : image.targets()) {
            if (target.progress() instanceof Progress.Pending) {
                turn.answer(reach(turn.state(), target.device()), ImageNotify.of(EVERYBODY, image.id()));
            }
        }
    }

    /** Notifies one device once more, of the image it would be offered. */
    void notifyAgain(Turn turn, Eui64 device) {
        ImageNotify command = ImageNotify.toAll(EVERYBODY);
        long highest = -1;
        for (var image : turn.state().images()) {
            if (image.indexOf(device) != HeldImage.NONE && image.id().fileVersion() > highest) {
                highest = image.id().fileVersion();
                command = ImageNotify.of(EVERYBODY, image.id());
            }
        }
        turn.answer(reach(turn.state(), device), command);
    }

    /** A state is worth making for the first block, and then once in a while. */
    boolean isOldNews(Target target, Instant now) {
        return switch (target.progress()) {
            case Progress.Fetching fetching ->
                fetching.page() == 0 && now.getEpochSecond() - fetching.seen().getEpochSecond() < graceSeconds;
            case Progress.Done it -> true;
            case Progress.Pending it -> false;
            case Progress.Failed it -> false;
            case Progress.Mismatched it -> false;
        };
    }

    /** The device asks for a part of the image: the first one starts its transfer, and the watch over it. */
    void seen(Turn turn, int image, int index, int page) {
        var held = turn.state().images().get(image);
        var target = held.targets().get(index);
        if (target.progress() instanceof Progress.Done) {
            return;
        }
        if (!target.isFetching()) {
            turn.bookIn(new HubTimer.Stall(held.serial(), target.device()), patience);
        }
        turn.become(image, index, target.with(new Progress.Fetching(turn.now(), page)));
    }

    /** Looks again later at a device that asked on; gives up one that did not. */
    void onStall(Turn turn, HubTimer.Stall stall) {
        int image = turn.state().indexOf(stall.image());
        if (image == HeldImage.NONE) {
            return;
        }
        int index = turn.state().images().get(image).indexOf(stall.device());
        var target = turn.state().images().get(image).targets().get(index);
        if (target.progress() instanceof Progress.Fetching(var seen, var page)) {
            Instant end = seen.plus(patience);
            if (end.isAfter(turn.now())) {
                turn.book(stall, end);
            } else {
                fail(turn, image, index);
            }
        }
    }

    /** Steps 7 and 8 for a transfer that failed: told once for each device, however often it fails. */
    void fail(Turn turn, int image, int index) {
        var held = turn.state().images().get(image);
        var target = held.targets().get(index);
        if (!target.failureTold()) {
            turn.alert(target.device(), held.id().fileVersion(), ImageResponseCode.FILE_TRANSFER_FAILURE);
        }
        turn.become(image, index, target.failed());
    }

    /** Removes images before their time; the DCC is told of every device that did not get its image. */
    void discard(Turn turn, Predicate<HeldImage> which) {
        for (var image : turn.state().images()) {
            if (!which.test(image)) {
                continue;
            }
            for (var target : image.targets()) {
                if (!target.isSettled()) {
                    turn.alert(target.device(), image.id().fileVersion(), rules.lost());
                }
            }
        }
        turn.become(turn.state().without(which));
    }
}

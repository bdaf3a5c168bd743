package io.hanproof.hub;

import io.hanproof.lab.Machine.Step;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.OtaCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Serves pieces of the held images, whatever offset is asked for and however often. */
record BlockServer(HubModel model, HubRules rules, UpgradeList list) {

    /**
     * The one event that comes by the ten thousand: it makes no new state but for a device's first block. While the duty
     * cycle forbids transfers, whatever block is asked for, the answer is to wait.
     */
    Step<HubState, HubEffect> onBlock(HubState state, Peer from, ImageBlockRequest request, Instant now) {
        int image = servable(state, from, request.image());
        if (image == HeldImage.NONE) {
            return state.isSuspended()
                    ? new Step<>(state, List.of(new HubEffect.Send(from, waitForData())))
                    : refuse(state, from, request, ZclStatus.NO_IMAGE_AVAILABLE);
        }
        var held = state.images().get(image);
        int index = held.indexOf(from.address());
        boolean wait = mustWait(state, held);
        if (!wait && !isThere(held, request.fileOffset(), request.maximumDataSize())) {
            return refuse(state, from, request, ZclStatus.MALFORMED_COMMAND);
        }
        var effect = new HubEffect.Send(
                from, wait ? waitForData() : block(held, from, request.fileOffset(), request.maximumDataSize()));
        var target = held.targets().get(index);
        if (list.isOldNews(target, now) || (wait && !target.isFetching())) {
            return new Step<>(state, List.of(effect));
        }
        var turn = new Turn(state, now);
        turn.want(effect);
        list.seen(turn, image, index, 0);
        return turn.end();
    }

    /** A page is its first block at once and the others spaced; another request of the device's ends it. */
    Step<HubState, HubEffect> onPage(HubState state, Peer from, ImagePageRequest request, Instant now) {
        if (!model.pageRequest()) {
            return refuse(state, from, request, ZclStatus.UNSUP_COMMAND);
        }
        int image = servable(state, from, request.image());
        if (image == HeldImage.NONE) {
            return refuse(state, from, request, ZclStatus.NO_IMAGE_AVAILABLE);
        }
        var held = state.images().get(image);
        if (mustWait(state, held)) {
            return new Step<>(state, List.of(new HubEffect.Send(from, waitForData())));
        }
        if (!isThere(held, request.fileOffset(), request.maximumDataSize()) || request.pageSize() == 0) {
            return refuse(state, from, request, ZclStatus.MALFORMED_COMMAND);
        }
        var turn = new Turn(state, now);
        int page = turn.nextSerial();
        list.seen(turn, image, held.indexOf(from.address()), page);
        sendOn(turn, held, new HubTimer.PageBlock(from, page, request));
        return turn.end();
    }

    void onPageBlock(Turn turn, HubTimer.PageBlock due) {
        int image = servable(turn.state(), due.to(), due.rest().image());
        if (image == HeldImage.NONE) {
            return;
        }
        var held = turn.state().images().get(image);
        var target = held.targets().get(held.indexOf(due.to().address()));
        if (target.progress() instanceof Progress.Fetching(var seen, var page)
                && page == due.page()
                && !mustWait(turn.state(), held)) {
            sendOn(turn, held, due);
        }
    }

    private void sendOn(Turn turn, HeldImage held, HubTimer.PageBlock due) {
        var rest = due.rest();
        int wanted = Math.min(rest.maximumDataSize(), rest.pageSize());
        var block = block(held, due.to(), rest.fileOffset(), wanted);
        turn.want(new HubEffect.Send(due.to(), block, false));
        long next = rest.fileOffset() + block.data().length();
        int left = rest.pageSize() - block.data().length();
        if (left > 0 && next < held.octets().length()) {
            var later = new ImagePageRequest(
                    rest.image(),
                    next,
                    rest.maximumDataSize(),
                    left,
                    rest.responseSpacing(),
                    rest.requestNodeAddress());
            turn.bookIn(new HubTimer.PageBlock(due.to(), due.page(), later), Duration.ofMillis(rest.responseSpacing()));
        }
    }

    /** Only listed devices are served, and none whose hardware the image is not for. */
    private static int servable(HubState state, Peer from, ImageId id) {
        int image = state.indexOf(id, from.address());
        if (image == HeldImage.NONE) {
            return HeldImage.NONE;
        }
        var held = state.images().get(image);
        var target = held.targets().get(held.indexOf(from.address()));
        return target.progress() instanceof Progress.Mismatched ? HeldImage.NONE : image;
    }

    private static boolean isThere(HeldImage held, long fileOffset, int maximumDataSize) {
        return fileOffset < held.octets().length() && maximumDataSize > 0;
    }

    private ImageBlockResponse.Success block(HeldImage held, Peer to, long fileOffset, int maximumDataSize) {
        int at = (int) fileOffset;
        int wanted = Math.min(maximumDataSize, model.largestBlock(to.secured()));
        int size = Math.min(wanted, held.octets().length() - at);
        return new ImageBlockResponse.Success(
                held.id(), fileOffset, held.octets().slice(at, size));
    }

    /** Suspended by the duty cycle, or behind another image's transfer. */
    private boolean mustWait(HubState state, HeldImage held) {
        if (state.isSuspended()) {
            return true;
        }
        if (rules.oneAtATime()) {
            for (var other : state.images()) {
                if (other.serial() != held.serial() && other.isFetched()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Relative times: a device without a clock understands them, too. */
    private ImageBlockResponse waitForData() {
        return new ImageBlockResponse.WaitForData(0, model.pause().toSeconds(), OptionalInt.of(0));
    }

    private static Step<HubState, HubEffect> refuse(HubState state, Peer from, OtaCommand request, ZclStatus status) {
        return new Step<>(state, List.of(new HubEffect.Default(from, Cluster.OTA.id(), request.id(), status)));
    }
}

package io.hanproof.hub;

import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;

/**
 * Answers Query Next Image Request: the highest version held for the device, its manufacturer, model and hardware.
 */
record QueryServer(HubRules rules) {
    private static final QueryNextImageResponse NOTHING =
            new QueryNextImageResponse.Refused(ZclStatus.NO_IMAGE_AVAILABLE);

    void on(Turn turn, Peer from, QueryNextImageRequest query) {
        int best = HeldImage.NONE;
        for (int i = 0; i < turn.state().images().size(); i++) {
            if (isFor(turn.state().images().get(i), from, query)) {
                if (!fits(turn.state().images().get(i), query)) {
                    mismatch(turn, i, from);
                } else if (best == HeldImage.NONE || version(turn, i) >= version(turn, best)) {
                    best = i;
                }
            }
        }
        turn.answer(
                from,
                best == HeldImage.NONE ? NOTHING : offer(turn.state().images().get(best)));
    }

    private static QueryNextImageResponse offer(HeldImage image) {
        return new QueryNextImageResponse.Success(image.id(), image.octets().length());
    }

    /** Step 4: whoever has the image, or was told that it does not fit, is through with it. */
    private boolean isFor(HeldImage image, Peer from, QueryNextImageRequest query) {
        int index = image.indexOf(from.address());
        return index != HeldImage.NONE
                && !rules.covers(image.targets().get(index))
                && image.isForModelOf(query.running())
                && (!rules.newerOnly()
                        || image.id().fileVersion() > query.running().fileVersion())
                && !(rules.hardwareNeeded() && query.hardware().isEmpty());
    }

    private static boolean fits(HeldImage image, QueryNextImageRequest query) {
        return query.hardware().isEmpty() || image.admits(query.hardware().get());
    }

    /** Step 5, once for each device. */
    private static void mismatch(Turn turn, int image, Peer from) {
        var held = turn.state().images().get(image);
        int index = held.indexOf(from.address());
        turn.alert(from.address(), held.id().fileVersion(), ImageResponseCode.HARDWARE_VERSION_MISMATCH);
        turn.become(image, index, held.targets().get(index).with(new Progress.Mismatched()));
    }

    private static long version(Turn turn, int image) {
        return turn.state().images().get(image).id().fileVersion();
    }
}

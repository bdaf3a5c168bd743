package io.hanproof.device;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Wrong ways that no sentence asks about, and that spoil no update: only who watches every frame sees them. */
final class SeenByMonitors {
    private static final int OTHER = 1;

    private SeenByMonitors() {}

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        return List.of(
                Misbehaviour.of(
                        "asks-for-another-type-half-way",
                        "asks once for a block of another image type, in the middle of a download",
                        "DEV-04",
                        askingInAddition(at -> at.offset() * 2 > at.transfer().size()
                                ? Optional.of(
                                        ImageBlockRequest.of(other(at.transfer().image()), at.offset(), OTHER))
                                : Optional.empty())),
                Misbehaviour.of(
                        "asks-beyond-the-image",
                        "asks once for a block behind the last octet of the image",
                        "DEV-04",
                        askingInAddition(at -> at.offset() * 2 > at.transfer().size()
                                ? Optional.of(ImageBlockRequest.of(
                                        at.transfer().image(), at.transfer().size(), OTHER))
                                : Optional.empty())),
                Misbehaviour.of(
                        "ends-every-transfer-twice",
                        "tells the hub again that it has the image, although it was just told when to activate it",
                        "DEV-06",
                        endingAgain()),
                Misbehaviour.of(
                        "sends-after-its-power-is-cut",
                        "queries once more when it has no power",
                        "PWR-03",
                        sendingWithoutPower()));
    }

    private static ImageId other(ImageId image) {
        return new ImageId(image.manufacturerCode(), image.imageType() ^ OTHER, image.fileVersion());
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> endingAgain() {
        return Mutations.after((step, event, before, now) -> {
            boolean answered =
                    before.phase() instanceof Phase.Ending && step.state().phase() instanceof Phase.Scheduled;
            return answered
                    ? before.flash()
                            .held()
                            .map(it -> saying(step, end(it.image())))
                            .orElse(step)
                    : step;
        });
    }

    private static UpgradeEndRequest end(ImageId image) {
        return new UpgradeEndRequest(ZclStatus.SUCCESS, image);
    }

    /** Asks for something else once in each download, along with what it needs, and does not mind being refused. */
    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> askingInAddition(
            Function<Phase.Downloading, Optional<ImageBlockRequest>> odd) {
        return honest -> {
            var asked = new AtomicBoolean();
            return (event, state, now) -> {
                if (asked.get() && event instanceof DisplayEvent.Answered) {
                    return Mutations.stay(state);
                }
                var step = honest.on(event, state, now);
                if (!(step.state().phase() instanceof Phase.Downloading at)) {
                    asked.set(false);
                    return step;
                }
                var request = asked.get() ? Optional.<ImageBlockRequest>empty() : odd.apply(at);
                asked.compareAndSet(false, request.isPresent());
                return request.map(it -> saying(step, it)).orElse(step);
            };
        };
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> sendingWithoutPower() {
        return Mutations.after((step, event, before, now) -> event instanceof DisplayEvent.PowerLost
                ? new Step<>(
                        step.state(),
                        List.of(new DisplayEffect.Send(new QueryNextImageRequest(
                                ImageId.ANY.withFileVersion(before.flash().running()), Optional.empty()))))
                : step);
    }

    private static Step<DisplayState, DisplayEffect> saying(
            Step<DisplayState, DisplayEffect> step, OtaCommand request) {
        var effects = new ArrayList<>(step.effects());
        effects.add(new DisplayEffect.Send(request));
        return new Step<>(step.state(), List.copyOf(effects));
    }
}

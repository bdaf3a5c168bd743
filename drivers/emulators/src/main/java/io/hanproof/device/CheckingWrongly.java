package io.hanproof.device;

import static io.hanproof.device.Mutations.after;
import static io.hanproof.device.Mutations.events;
import static io.hanproof.device.Mutations.replace;

import io.hanproof.device.Flash.Held;
import io.hanproof.device.Flash.Order;
import io.hanproof.device.Verdict.Flaw;
import io.hanproof.lab.Machine;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Wrong ways to judge an image. */
final class CheckingWrongly {
    private CheckingWrongly() {}

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        return List.of(
                Misbehaviour.of(
                        "keeps-what-it-found-damaged",
                        "reports a damaged image, keeps it, and activates it when the hub says so",
                        "DEV-05",
                        keepingTheDamaged()),
                Misbehaviour.of(
                        "calls-an-invalid-image-a-success",
                        "discards an invalid image, and tells the hub SUCCESS",
                        "DEV-07",
                        replace(
                                UpgradeEndRequest.class,
                                it -> it.status().equals(ZclStatus.INVALID_IMAGE)
                                        ? new UpgradeEndRequest(ZclStatus.SUCCESS, it.image())
                                        : it)),
                Misbehaviour.of(
                        "keeps-an-invalid-image-to-itself",
                        "discards an invalid image, and does not tell the hub",
                        "DEV-07",
                        Mutations.without(it -> it instanceof DisplayEffect.Send(UpgradeEndRequest end)
                                && end.status().equals(ZclStatus.INVALID_IMAGE))),
                DisplayMisbehaviours.breaking(
                        Set.of("DEV-05", "DEV-07"),
                        "runs-what-it-has-reported-as-invalid",
                        "reports a damaged image, and runs it all the same",
                        runningTheDamaged()),
                Misbehaviour.of(
                        "runs-images-for-other-hardware",
                        "does not compare an image's hardware range with its own hardware",
                        "DEV-15",
                        overlooking(Flaw.OTHER_HARDWARE)),
                Misbehaviour.of(
                        "runs-images-for-other-products",
                        "takes any undamaged image, whoever made it and for whatever model",
                        "DEV-15",
                        TakingAnyProduct::new));
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> keepingTheDamaged() {
        return after((step, event, before, now) -> {
            if (!(event instanceof DisplayEvent.Checked(Verdict.Flawed(Flaw flaw), var hash))
                    || flaw != Flaw.DAMAGED
                    || !(before.phase() instanceof Phase.Checking(var image, long size, var until))) {
                return step;
            }
            var held = new Held(image, size, new Content.Whole(), hash, new Order.Hold());
            var waiting = new Phase.Waiting(now.plus(Duration.ofDays(365)));
            return new Step<>(new DisplayState(step.state().flash().withHeld(held), waiting), step.effects());
        });
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> runningTheDamaged() {
        return after((step, event, before, now) -> event
                                instanceof DisplayEvent.Checked(Verdict.Flawed(Flaw flaw), var hash)
                        && flaw == Flaw.DAMAGED
                        && before.phase() instanceof Phase.Checking(var image, long size, var until)
                ? new Step<>(step.state().with(step.state().flash().withRunning(image.fileVersion())), step.effects())
                : step);
    }

    static Mutation<DisplayState, DisplayEvent, DisplayEffect> overlooking(Flaw flaw) {
        return events(it -> it instanceof DisplayEvent.Checked(Verdict.Flawed(Flaw found), var hash) && found == flaw
                ? new DisplayEvent.Checked(new Verdict.Sound(new Content.Whole()), hash)
                : it);
    }

    /** The honest machine fetches what it takes for its own product's image; on the air it is the other one's. */
    private static final class TakingAnyProduct implements Machine<DisplayState, DisplayEvent, DisplayEffect> {
        private final Machine<DisplayState, DisplayEvent, DisplayEffect> careless;
        private Optional<ImageId> own = Optional.empty();

        TakingAnyProduct(Machine<DisplayState, DisplayEvent, DisplayEffect> honest) {
            this.careless = overlooking(Flaw.OTHER_PRODUCT).of(honest);
        }

        @Override
        public Step<DisplayState, DisplayEffect> on(DisplayEvent event, DisplayState state, Instant now) {
            if (event instanceof DisplayEvent.Offered(QueryNextImageResponse.Success(var offered, long size))
                    && own.isPresent()) {
                var alias = own.get().withFileVersion(offered.fileVersion());
                var taken = new QueryNextImageResponse.Success(alias, size);
                return as(offered, careless.on(new DisplayEvent.Offered(taken), state, now));
            }
            var step = careless.on(event, state, now);
            own = Mutations.sent(step, QueryNextImageRequest.class)
                    .map(QueryNextImageRequest::running)
                    .or(() -> own);
            return step;
        }
    }

    private static Step<DisplayState, DisplayEffect> as(ImageId image, Step<DisplayState, DisplayEffect> step) {
        if (!(step.state().phase() instanceof Phase.Downloading at)) {
            return step;
        }
        var renamed = Mutations.replacing(
                step,
                effect -> List.of(Mutations.replaced(
                        Mutations.replaced(
                                effect,
                                ImageBlockRequest.class,
                                it -> new ImageBlockRequest(
                                        image,
                                        it.fileOffset(),
                                        it.maximumDataSize(),
                                        it.requestNodeAddress(),
                                        it.minimumBlockPeriod())),
                        ImagePageRequest.class,
                        it -> new ImagePageRequest(
                                image,
                                it.fileOffset(),
                                it.maximumDataSize(),
                                it.pageSize(),
                                it.responseSpacing(),
                                it.requestNodeAddress()))));
        return new Step<>(renamed.state().with(at.withTransfer(at.transfer().withImage(image))), renamed.effects());
    }
}

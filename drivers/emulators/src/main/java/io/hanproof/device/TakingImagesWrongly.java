package io.hanproof.device;

import static io.hanproof.device.Mutations.replace;

import io.hanproof.device.Verdict.Flaw;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Wrong ways in which a meter or a switch fetches its images, checks them and puts them together. */
final class TakingImagesWrongly {
    private TakingImagesWrongly() {}

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        return List.of(
                Misbehaviour.of(
                        "does-not-ask-when-it-is-notified",
                        "asks for no image when the hub notifies it",
                        "HCA-06",
                        Mutations.without(it -> Mutations.sends(it, QueryNextImageRequest.class))),
                Misbehaviour.of(
                        "leaves-out-what-it-takes-for-erased",
                        "does not fetch octets that it takes for erased flash memory",
                        "HCA-06",
                        SkippingErasedFlash::new),
                Misbehaviour.of(
                        "aborts-what-it-has-fetched",
                        "ends every transfer with ABORT, although it has the image",
                        "HCA-06",
                        replace(
                                UpgradeEndRequest.class,
                                it -> it.status().equals(ZclStatus.SUCCESS)
                                        ? new UpgradeEndRequest(ZclStatus.ABORT, it.image())
                                        : it)),
                Misbehaviour.of(
                        "takes-any-suppliers-image",
                        "does not verify who has signed an image",
                        "HCA-10",
                        CheckingWrongly.overlooking(Flaw.NOT_AUTHORISED)),
                Misbehaviour.of(
                        "verifies-what-was-damaged",
                        "takes an image that was damaged on its way for a good one",
                        "HCA-10",
                        CheckingWrongly.overlooking(Flaw.DAMAGED)),
                DisplayMisbehaviours.breaking(
                        Set.of("HCA-12"),
                        "runs-a-part",
                        "runs the first part of an upgrade when it is to store it",
                        activated(Content.FirstPart.class)),
                Misbehaviour.of(
                        "does-not-put-parts-together",
                        "starts the last part of an upgrade in vain",
                        "HCA-12",
                        honest -> (event, state, now) -> honest.on(
                                event,
                                state.phase() instanceof Phase.Rebooting && holds(state, Content.LastPart.class)
                                        ? state.with(state.flash().withFirstPart(OptionalLong.empty()))
                                        : state,
                                now)),
                Misbehaviour.of(
                        "runs-the-last-part-of-an-upgrade-alone",
                        "takes the last part of an upgrade for the whole of it",
                        "HCA-12",
                        Mutations.events(it ->
                                it instanceof DisplayEvent.Checked(Verdict.Sound(Content.LastPart last), var hash)
                                        ? new DisplayEvent.Checked(new Verdict.Sound(new Content.Whole()), hash)
                                        : it)));
    }

    private static boolean holds(DisplayState state, Class<? extends Content> content) {
        return state.flash()
                .held()
                .filter(it -> content.isInstance(it.content()))
                .isPresent();
    }

    /** Says that it runs what it activated. */
    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> activated(Class<? extends Content> content) {
        return Mutations.after((step, event, before, now) -> {
            boolean over = holds(before, content) && step.state().flash().held().isEmpty();
            return over && event instanceof DisplayEvent.Commanded
                    ? new Step<>(
                            step.state()
                                    .with(step.state()
                                            .flash()
                                            .withRunning(before.flash()
                                                    .held()
                                                    .orElseThrow()
                                                    .image()
                                                    .fileVersion())),
                            step.effects())
                    : step;
        });
    }
}

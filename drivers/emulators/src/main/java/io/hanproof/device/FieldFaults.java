package io.hanproof.device;

import static io.hanproof.device.DisplayMisbehaviours.breaking;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Wrong ways of products in the field, written by somebody who had not seen the checks. */
final class FieldFaults {
    private FieldFaults() {}

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        return List.of(
                breaking(
                        Set.of("DEV-10"),
                        "never-confirms-its-new-firmware",
                        "is back on its old firmware after the first power cut that follows an update",
                        neverConfirming()),
                breaking(
                        Set.of("PWR-05"),
                        "resumes-into-another-image",
                        "goes on where power cut a download off, although the hub now offers another version",
                        resumingAnother()),
                Misbehaviour.of(
                        "queries-with-its-factory-version",
                        "names in every query the firmware that it left the factory with, whatever it runs",
                        "DEV-02",
                        queryingWithTheFirst()),
                breaking(
                        Set.of("DEV-08"),
                        "drops-its-image-when-there-is-no-news",
                        "forgets the image that waits for its time when a query is answered with no image",
                        forgettingTheHeld()),
                Misbehaviour.of(
                        "gives-up-when-notified-again",
                        "gives a download up when Image Notify comes meanwhile, and asks again a day later",
                        "DEV-04",
                        givingUpWhenNotified()));
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> neverConfirming() {
        return honest -> {
            long[] before = {-1};
            return (event, state, now) -> {
                boolean back = event instanceof DisplayEvent.PowerRestored && before[0] >= 0;
                var from = back ? state.with(state.flash().withRunning(before[0])) : state;
                before[0] = back ? -1 : before[0];
                Step<DisplayState, DisplayEffect> step = honest.on(event, from, now);
                if (from.phase() instanceof Phase.Rebooting
                        && step.state().flash().running() != from.flash().running()) {
                    before[0] = from.flash().running();
                }
                return step;
            };
        };
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> resumingAnother() {
        return honest -> (event, state, now) -> {
            if (event instanceof DisplayEvent.Offered(QueryNextImageResponse.Success(var image, long size))
                    && state.phase() instanceof Phase.Querying
                    && state.flash().partial().isPresent()) {
                var partial = state.flash().partial().get();
                if (!partial.image().equals(image)
                        && partial.image().withFileVersion(image.fileVersion()).equals(image)
                        && partial.offset() < size) {
                    var other = new Flash.Partial(image, size, partial.offset());
                    return honest.on(event, state.with(state.flash().withPartial(other)), now);
                }
            }
            return honest.on(event, state, now);
        };
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> queryingWithTheFirst() {
        return honest -> {
            var first = new OptionalLong[] {OptionalLong.empty()};
            return (event, state, now) -> {
                if (first[0].isEmpty()) {
                    first[0] = OptionalLong.of(state.flash().running());
                }
                return Mutations.replacing(
                        honest.on(event, state, now),
                        effect -> List.of(Mutations.replaced(
                                effect,
                                QueryNextImageRequest.class,
                                it -> new QueryNextImageRequest(
                                        it.running().withFileVersion(first[0].getAsLong()), it.hardware()))));
            };
        };
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> forgettingTheHeld() {
        return honest -> (event, state, now) -> {
            boolean nothing = event instanceof DisplayEvent.Offered(QueryNextImageResponse.Refused refused)
                    && state.phase() instanceof Phase.Querying
                    && state.flash().held().isPresent();
            return honest.on(event, nothing ? state.with(state.flash().erased()) : state, now);
        };
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> givingUpWhenNotified() {
        return honest -> (event, state, now) -> {
            boolean again = event instanceof DisplayEvent.Notified && state.phase() instanceof Phase.Downloading;
            return again
                    ? Mutations.stay(new DisplayState(
                            state.flash().erased(), new Phase.Idle(now.plus(java.time.Duration.ofDays(1)))))
                    : honest.on(event, state, now);
        };
    }
}

package io.hanproof.hub;

import static io.hanproof.hub.HubMisbehaviours.fault;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hubs that keep an image for too short or too long a time. */
final class KeepingFaults {
    private static final Duration TWO_HUNDRED_DAYS = Duration.ofDays(200);
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private KeepingFaults() {}

    static List<Misbehaviour<HubState, HubEvent, HubEffect>> all() {
        return List.of(
                fault(
                        "forgets-an-image-after-two-hundred-days",
                        "removes an image that is two hundred days old",
                        "PWR-02",
                        forgets(TWO_HUNDRED_DAYS)),
                fault(
                        "forgets-an-image-after-thirty-days",
                        "removes an image that is thirty days old",
                        "BUF-15 PWR-02",
                        forgets(THIRTY_DAYS)),
                fault(
                        "offers-a-fetched-image-again",
                        "keeps an image after its only device has fetched it, and offers it again",
                        "ALT-02 BUF-17 HCA-08 HCA-09",
                        keepsFetchedImages()),
                fault(
                        "discards-after-the-first-device",
                        "removes an image once the first of its devices has fetched it",
                        "OTA-16",
                        discardsEarly()),
                fault(
                                "keeps-what-a-device-has-refused",
                                "keeps an image that its only device has ended with a failure",
                                "OTA-16",
                                keepsRefusedImages())
                        .under("failed-transfer", "discard"),
                fault(
                                "discards-after-the-first-failure",
                                "removes an image once the first of its devices has failed to take it",
                                "OTA-16",
                                HubChanges.remembers((state, event, now) ->
                                        state.without(image -> image.targets().stream()
                                                .anyMatch(it -> it.progress() instanceof Progress.Failed))))
                        .under("failed-transfer", "discard"),
                fault(
                        "gives-an-interrupted-transfer-up",
                        "serves the last quarter of an image to no device that asked for nothing for half an hour",
                        "PWR-01",
                        abandonsInterrupted()));
    }

    private static Mutation<HubState, HubEvent, HubEffect> forgets(Duration age) {
        return honest -> (event, state, now) ->
                honest.on(event, state.without(it -> it.arrived().plus(age).isBefore(now)), now);
    }

    private static Mutation<HubState, HubEvent, HubEffect> keepsFetchedImages() {
        return honest -> (event, state, now) -> {
            var step = honest.on(event, state, now);
            if (event instanceof HubEvent.Asked(var from, var command) && command instanceof UpgradeEndRequest end) {
                int image = state.indexOf(end.image(), from.address());
                if (image != HeldImage.NONE
                        && state.images().get(image).targets().size() == 1
                        && step.state().images().size() < state.images().size()) {
                    var images = new ArrayList<>(step.state().images());
                    images.add(state.images().get(image).with(0, Target.of(from.address())));
                    return new Step<>(step.state().withImages(images), step.effects());
                }
            }
            return step;
        };
    }

    /** As if the device had not begun: it may come back for it. */
    private static Mutation<HubState, HubEvent, HubEffect> keepsRefusedImages() {
        return honest -> (event, state, now) -> {
            var step = honest.on(event, state, now);
            if (event instanceof HubEvent.Asked(var from, var command)
                    && command instanceof UpgradeEndRequest end
                    && !end.status().equals(ZclStatus.SUCCESS)) {
                int image = state.indexOf(end.image(), from.address());
                if (image != HeldImage.NONE
                        && step.state().images().size() < state.images().size()) {
                    var images = new ArrayList<>(step.state().images());
                    images.add(state.images().get(image).with(0, Target.of(from.address())));
                    return new Step<>(step.state().withImages(images), step.effects());
                }
            }
            return step;
        };
    }

    private static Mutation<HubState, HubEvent, HubEffect> discardsEarly() {
        return HubChanges.remembers((state, event, now) -> state.without(
                image -> image.targets().stream().anyMatch(it -> it.progress() instanceof Progress.Done)));
    }

    /** Keeps a list of its own of the images whose transfer was interrupted. */
    private static Mutation<HubState, HubEvent, HubEffect> abandonsInterrupted() {
        return honest -> {
            Set<Integer> interrupted = new HashSet<>();
            return (event, state, now) -> {
                for (var image : state.images()) {
                    if (image.targets().stream().anyMatch(it -> isSilent(it, now))) {
                        interrupted.add(image.serial());
                    }
                }
                return event instanceof HubEvent.Asked(var from, var command)
                                && command instanceof ImageBlockRequest request
                                && isInLastQuarter(request, from, interrupted, state)
                        ? new Step<>(state, List.of())
                        : honest.on(event, state, now);
            };
        };
    }

    private static boolean isInLastQuarter(ImageBlockRequest request, Peer from, Set<Integer> images, HubState state) {
        int index = state.indexOf(request.image(), from.address());
        if (index == HeldImage.NONE) {
            return false;
        }
        var image = state.images().get(index);
        return images.contains(image.serial())
                && request.fileOffset() > image.octets().length() * 3L / 4;
    }

    private static boolean isSilent(Target target, Instant now) {
        return target.progress() instanceof Progress.Fetching(var seen, var page)
                && seen.plus(HALF_AN_HOUR).isBefore(now);
    }
}

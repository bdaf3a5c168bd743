package io.hanproof.device;

import static io.hanproof.device.Mutations.after;
import static io.hanproof.device.Mutations.events;
import static io.hanproof.device.Mutations.replace;
import static io.hanproof.device.Mutations.stay;

import io.hanproof.device.Phase.Asked;
import io.hanproof.device.Phase.Downloading;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageBlockResponse.WaitForData;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Wrong ways to ask for an image and to fetch it. */
final class FetchingWrongly {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SIX_MINUTES = Duration.ofMinutes(6);
    private static final int SHORT_BLOCK = 16;
    private static final int EARLY = 1024;
    private static final int LAST_ATTEMPT = 3;

    private FetchingWrongly() {}

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        return List.of(
                Misbehaviour.of(
                        "asks-six-minutes-after-image-notify",
                        "takes its time, and queries only six minutes after it was notified",
                        "DEV-01",
                        asksLate()),
                Misbehaviour.of(
                        "queries-with-version-zero",
                        "names version 0 in its queries instead of the firmware that it runs",
                        "DEV-02",
                        DisplayScripts.queriesAs(it -> it.withFileVersion(0))),
                Misbehaviour.of(
                                "keeps-its-hardware-to-itself",
                                "leaves the hardware version out of its query, unless it is refused for that",
                                "DEV-03",
                                tellingHardwareWhenRefused())
                        .under("hardware-version", "mandatory"),
                Misbehaviour.of(
                        "skips-what-should-be-erased-flash",
                        "does not fetch a stretch of the image that it takes for erased flash",
                        "DEV-04",
                        SkippingErasedFlash::new),
                Misbehaviour.of(
                        "ignores-short-blocks",
                        "drops blocks much shorter than it asked for, and gives up in the end",
                        "DEV-04",
                        ignoring(FetchingWrongly::isShort)),
                Misbehaviour.of(
                        "gives-up-at-the-first-lost-block",
                        "gives a download up when one block does not come",
                        "DEV-04",
                        givingUpWhen(
                                (event, at) -> event instanceof DisplayEvent.Due && at.asked() instanceof Asked.Block)),
                Misbehaviour.of(
                        "gives-up-when-told-to-wait-long",
                        "gives a download up when it is told to wait for more than an hour",
                        "DEV-04",
                        givingUpWhen((event, at) ->
                                wait(event).filter(it -> it.compareTo(HOUR) > 0).isPresent())),
                Misbehaviour.of(
                        "waits-for-utc-times-as-for-seconds",
                        "takes the UTC time at which it may ask again for a number of seconds",
                        "DEV-04",
                        waiting(it -> new WaitForData(0, it.requestTime(), it.minimumBlockPeriod()))),
                Misbehaviour.of(
                        "gives-up-at-a-repeated-block",
                        "gives a download up when a block comes that it has already",
                        "DEV-04",
                        givingUpWhen((event, at) -> block(event)
                                .filter(it -> it.fileOffset() < at.offset())
                                .isPresent())),
                Misbehaviour.of(
                        "drops-blocks-that-take-a-second",
                        "no longer listens to a block that comes more than a second after it was asked for",
                        "DEV-04",
                        ignoringLate()),
                Misbehaviour.of(
                        "insists-on-pages",
                        "gives a download up when the hub knows no pages",
                        "DEV-04",
                        givingUpWhen((event, at) -> event instanceof DisplayEvent.Answered answer
                                && answer.commandId() == DisplayEvent.Answered.PAGE)),
                Misbehaviour.of(
                        "never-ends-the-transfer",
                        "fetches the image, and does not tell the hub that it has it",
                        "DEV-06",
                        Mutations.without(FetchingWrongly::endsWithSuccess)),
                Misbehaviour.of(
                        "ends-half-an-image-with-success",
                        "says SUCCESS when it gives a download up",
                        "DEV-06",
                        replace(UpgradeEndRequest.class, it -> it.status().equals(ZclStatus.ABORT) ? success(it) : it)),
                DisplayMisbehaviours.breaking(
                        Set.of("DEV-04", "SGZ-02"),
                        "waits-seconds-for-minutes",
                        "asks again after as many seconds as it was told to wait minutes",
                        waiting(FetchingWrongly::secondsForMinutes)));
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> asksLate() {
        return honest ->
                (event, state, now) -> event instanceof DisplayEvent.Notified && state.phase() instanceof Phase.Idle
                        ? stay(state.with(new Phase.Idle(now.plus(SIX_MINUTES))))
                        : honest.on(event, state, now);
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> tellingHardwareWhenRefused() {
        var silent = DisplayScripts.tellsHardware(Optional.empty());
        return honest -> (event, state, now) -> {
            if (event instanceof DisplayEvent.Offered(QueryNextImageResponse.Refused refusal)
                    && state.phase() instanceof Phase.Querying(var since, int attempts, boolean byItself)
                    && attempts < LAST_ATTEMPT) {
                var step = honest.on(DisplayEvent.Due.DUE, state.with(new Phase.Idle(now)), now);
                return new Step<>(step.state().with(new Phase.Querying(now, LAST_ATTEMPT, byItself)), step.effects());
            }
            return silent.of(honest).on(event, state, now);
        };
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> ignoring(
            Predicate<ImageBlockResponse.Success> dropped) {
        return honest -> (event, state, now) ->
                block(event).filter(dropped).isPresent() ? stay(state) : honest.on(event, state, now);
    }

    /** The last block of an image is short by right: it stands far behind these. */
    private static boolean isShort(ImageBlockResponse.Success block) {
        return block.data().length() <= SHORT_BLOCK && block.fileOffset() < EARLY;
    }

    @FunctionalInterface
    private interface Straw {
        boolean isLast(DisplayEvent event, Downloading at);
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> givingUpWhen(Straw straw) {
        return after((step, event, before, now) -> {
            boolean early = event instanceof DisplayEvent.Due && step.effects().isEmpty();
            boolean goesOn = step.state().phase() instanceof Downloading && !early;
            if (!goesOn || !(before.phase() instanceof Downloading at) || !straw.isLast(event, at)) {
                return step;
            }
            var abort = new UpgradeEndRequest(ZclStatus.ABORT, at.transfer().image());
            return new Step<>(
                    new DisplayState(before.flash().erased(), new Phase.Idle(now.plus(Habits.USUAL.pollPeriod()))),
                    List.of(new DisplayEffect.Send(abort)));
        });
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> waiting(UnaryOperator<WaitForData> other) {
        return events(it -> it instanceof DisplayEvent.BlockArrived(WaitForData wait)
                ? new DisplayEvent.BlockArrived(other.apply(wait))
                : it);
    }

    private static WaitForData secondsForMinutes(WaitForData wait) {
        long delay = wait.requestTime() - wait.currentTime();
        boolean some = delay >= 60 && delay <= 1800;
        return some ? new WaitForData(0, delay / 60, wait.minimumBlockPeriod()) : wait;
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> ignoringLate() {
        return honest -> (event, state, now) ->
                block(event).isPresent() && isLate(state, now) ? stay(state) : honest.on(event, state, now);
    }

    private static boolean isLate(DisplayState state, Instant now) {
        return state.phase() instanceof Downloading at
                && at.asked() instanceof Asked.Block
                && Duration.between(at.since(), now).toMillis() > 1000;
    }

    private static Optional<ImageBlockResponse.Success> block(DisplayEvent event) {
        return event instanceof DisplayEvent.BlockArrived(ImageBlockResponse.Success block)
                ? Optional.of(block)
                : Optional.empty();
    }

    private static Optional<Duration> wait(DisplayEvent event) {
        return event instanceof DisplayEvent.BlockArrived(WaitForData wait)
                ? Optional.of(Duration.ofSeconds(wait.requestTime() - wait.currentTime()))
                : Optional.empty();
    }

    private static boolean endsWithSuccess(DisplayEffect effect) {
        return effect instanceof DisplayEffect.Send(UpgradeEndRequest(var status, var image))
                && status.equals(ZclStatus.SUCCESS);
    }

    private static UpgradeEndRequest success(UpgradeEndRequest request) {
        return new UpgradeEndRequest(ZclStatus.SUCCESS, request.image());
    }
}

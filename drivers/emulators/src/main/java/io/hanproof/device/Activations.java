package io.hanproof.device;

import io.hanproof.device.Flash.Held;
import io.hanproof.device.Flash.Order;
import io.hanproof.lab.Machine.Step;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the complete image to the firmware that runs: the check, the end of the transfer, the wait and the restart. */
final class Activations {
    private static final Duration ASK_AGAIN = Duration.ofMinutes(60);
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final Duration READ_TIME_AGAIN = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 3;
    private static final long LAST_TIME = UtcTime.INVALID.seconds() - 1;

    private final DisplayModel model;
    private final Reports reports;
    private final boolean storesPartsAtOnce;

    Activations(DisplayModel model, Policies policies, Reports reports) {
        this.model = model;
        this.reports = reports;
        this.storesPartsAtOnce = policies.is(Policy.SPLIT_IMAGE, "together");
    }

    /** What a device does with this memory while nobody asks anything of it. */
    static Phase resting(Flash flash, DisplayModel model, Instant now) {
        return phase(
                flash,
                now.plus(ASK_AGAIN),
                nextAsk(model, now),
                now.plus(model.habits().pollPeriod()));
    }

    /** After power-up. Without a clock of its own a device does not know how long it was off. */
    Step<DisplayState, DisplayEffect> powerUp(Flash flash, Duration quiet, Instant now) {
        Instant first = now.plus(quiet);
        Phase phase = phase(flash, first, nextAsk(model, now), first);
        if (model.capabilities().ownClock() || !(phase instanceof Phase.Scheduled)) {
            return heard(reports.changed(flash, now), phase);
        }
        boolean lost =
                flash.held().orElseThrow().order() instanceof Order.At(var due, var hubTime) && hubTime.isEmpty();
        return lost
                ? heard(reports.changed(flash.withOrder(new Order.Unasked()), now), new Phase.Ending(first, 0))
                : heard(reports.changed(flash, now), new Phase.Scheduled(now));
    }

    private static Step<DisplayState, DisplayEffect> heard(Reports.Said said, Phase phase) {
        var effects = new ArrayList<DisplayEffect>();
        effects.add(new DisplayEffect.Receiver(true));
        effects.addAll(said.effects());
        return new Step<>(new DisplayState(said.flash(), phase), List.copyOf(effects));
    }

    /** A display asks the hub again; a meter or a switch waits for its supplier, and has nothing to ask. */
    private static Instant nextAsk(DisplayModel model, Instant now) {
        return now.plus(model.kind().isDisplay() ? ASK_AGAIN : NEVER);
    }

    private static Phase phase(Flash flash, Instant firstAsk, Instant nextAsk, Instant nextPoll) {
        if (flash.held().isEmpty()) {
            return new Phase.Idle(nextPoll);
        }
        return switch (flash.held().get().order()) {
            case Order.Unasked unasked -> new Phase.Ending(firstAsk, 0);
            case Order.Hold hold -> new Phase.Waiting(nextAsk);
            case Order.Now now -> new Phase.Scheduled(Instant.EPOCH);
            case Order.At(var due, var hubTime) -> new Phase.Scheduled(due);
        };
    }

    Step<DisplayState, DisplayEffect> checked(
            DisplayEvent.Checked result, DisplayState state, Phase.Checking checking, Instant now) {
        var image = checking.image();
        if (result.verdict() instanceof Verdict.Sound(var content) && isComplete(content, state.flash())) {
            var held = new Held(image, checking.size(), content, result.hash(), new Order.Unasked());
            var said = reports.received(true, result.hash(), state.flash().withHeld(held), now);
            return with(said, ask(new DisplayState(said.flash(), new Phase.Ending(now, 0)), 0, now));
        }
        var said = reports.received(false, result.hash(), state.flash().withRefused(image), now);
        var refused = new DisplayState(said.flash(), resting(said.flash(), model, now));
        var end = new DisplayEffect.Send(new UpgradeEndRequest(ZclStatus.INVALID_IMAGE, image));
        return with(said, new Step<>(refused, List.of(end)));
    }

    private static Step<DisplayState, DisplayEffect> with(Reports.Said said, Step<DisplayState, DisplayEffect> step) {
        var effects = new ArrayList<>(step.effects());
        effects.addAll(said.effects());
        return new Step<>(step.state(), List.copyOf(effects));
    }

    private static boolean isComplete(Content content, Flash flash) {
        return !(content instanceof Content.LastPart last) || flash.completes(last);
    }

    /** Tells the hub that the image is there, once more if need be. */
    Step<DisplayState, DisplayEffect> ask(DisplayState state, int attempts, Instant now) {
        var held = state.flash().held().orElseThrow();
        var next = attempts < ATTEMPTS ? now.plus(model.habits().silence()) : now.plus(ASK_AGAIN);
        return asking(state.with(new Phase.Ending(next, attempts + 1)), held);
    }

    Step<DisplayState, DisplayEffect> askWhileWaiting(DisplayState state, Instant now) {
        var held = state.flash().held().orElseThrow();
        return asking(state.with(new Phase.Waiting(now.plus(ASK_AGAIN))), held);
    }

    private static Step<DisplayState, DisplayEffect> asking(DisplayState state, Held held) {
        var request = new UpgradeEndRequest(ZclStatus.SUCCESS, held.image());
        return new Step<>(state, List.of(new DisplayEffect.Send(request)));
    }

    /** The hub does not want this image activated: it goes. */
    Step<DisplayState, DisplayEffect> endRefused(DisplayState state, Instant now) {
        var flash = state.flash().erased();
        return stay(new DisplayState(flash, resting(flash, model, now)));
    }

    /** What the hub says of the held image, asked or not; the last word counts. */
    Step<DisplayState, DisplayEffect> answered(UpgradeEndResponse response, DisplayState state, Instant now) {
        var held = state.flash().held();
        if (held.isEmpty() || !response.image().covers(held.get().image())) {
            return stay(state);
        }
        long delay = response.upgradeTime() - response.currentTime();
        boolean wait = response.upgradeTime() == UpgradeEndResponse.WAIT
                || !model.kind().isDisplay();
        if (wait || delay < 0) {
            return hold(state, wait, now);
        }
        if (delay == 0 || (storesPartsAtOnce && held.get().content() instanceof Content.FirstPart)) {
            return begin(state, now);
        }
        boolean relative = response.currentTime() == UpgradeEndResponse.NOW;
        var order = new Order.At(
                now.plusSeconds(delay), relative ? Optional.empty() : Optional.of(new UtcTime(response.upgradeTime())));
        var scheduled = new DisplayState(state.flash().withOrder(order), new Phase.Scheduled(order.due()));
        return relative && !model.capabilities().ownClock()
                ? new Step<>(scheduled, List.of(new DisplayEffect.ReadTime()))
                : stay(scheduled);
    }

    /** Told to wait, or told an upgrade time before the current time, which is no word at all. */
    private Step<DisplayState, DisplayEffect> hold(DisplayState state, boolean told, Instant now) {
        if (told) {
            return stay(new DisplayState(
                    state.flash().withOrder(new Order.Hold()), new Phase.Waiting(nextAsk(model, now))));
        }
        return state.phase() instanceof Phase.Ending
                ? stay(state.with(new Phase.Ending(now.plus(ASK_AGAIN), ATTEMPTS)))
                : stay(state);
    }

    /** The time may have come. A device without a clock of its own asks the hub before it believes so. */
    Step<DisplayState, DisplayEffect> due(DisplayState state, Instant now) {
        boolean timed = state.flash().held().orElseThrow().order() instanceof Order.At;
        if (!timed || model.capabilities().ownClock()) {
            return begin(state, now);
        }
        return new Step<>(
                state.with(new Phase.Scheduled(now.plus(READ_TIME_AGAIN))), List.of(new DisplayEffect.ReadTime()));
    }

    Step<DisplayState, DisplayEffect> timeTold(Optional<UtcTime> told, DisplayState state, Instant now) {
        if (!(state.flash().held().orElseThrow().order() instanceof Order.At(var due, var hubTime))) {
            return stay(state);
        }
        boolean counted = !now.isBefore(due);
        if (told.isEmpty() || (hubTime.isEmpty() && counted)) {
            return counted ? begin(state, now) : stay(state);
        }
        long time = told.get().seconds();
        if (hubTime.isEmpty()) {
            long target = Math.min(LAST_TIME, time + secondsUntil(due, now));
            var order = new Order.At(due, Optional.of(new UtcTime(target)));
            return stay(state.with(state.flash().withOrder(order)));
        }
        long left = hubTime.get().seconds() - time;
        if (left <= 0) {
            return begin(state, now);
        }
        var order = new Order.At(now.plusSeconds(left), hubTime);
        return stay(new DisplayState(state.flash().withOrder(order), new Phase.Scheduled(order.due())));
    }

    private static long secondsUntil(Instant due, Instant now) {
        var left = Duration.between(now, due);
        return left.getNano() > 0 ? left.getSeconds() + 1 : left.getSeconds();
    }

    /** Storing a part needs no restart; anything else is run by restarting. */
    Step<DisplayState, DisplayEffect> begin(DisplayState state, Instant now) {
        if (state.flash().held().orElseThrow().content() instanceof Content.FirstPart) {
            var said = reports.activated(state.flash(), now);
            return new Step<>(new DisplayState(said.flash(), resting(said.flash(), model, now)), said.effects());
        }
        return restart(state.flash().withOrder(new Order.Now()), now);
    }

    private Step<DisplayState, DisplayEffect> restart(Flash flash, Instant now) {
        var rebooting = new Phase.Rebooting(now.plus(model.timing().reboot()));
        return new Step<>(new DisplayState(flash, rebooting), List.of(new DisplayEffect.Receiver(false)));
    }

    Step<DisplayState, DisplayEffect> rebooted(DisplayState state, Instant now) {
        var said = reports.activated(state.flash(), now);
        return heard(said, resting(said.flash(), model, now));
    }

    /** Somebody has put other firmware on it, by other means than the air. */
    Step<DisplayState, DisplayEffect> updatedLocally(long fileVersion, DisplayState state, Instant now) {
        return restart(state.flash().erased().withRunning(fileVersion), now);
    }

    private static Step<DisplayState, DisplayEffect> stay(DisplayState state) {
        return new Step<>(state, List.of());
    }
}

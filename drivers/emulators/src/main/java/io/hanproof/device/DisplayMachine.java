package io.hanproof.device;

import io.hanproof.lab.Machine;
import io.hanproof.lab.Timeline;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Instant;
import java.util.List;

/** The OTA client of a device as the text wants it. */
final class DisplayMachine implements Machine<DisplayState, DisplayEvent, DisplayEffect> {
    /** No timeline reaches as far as a GBCS date can; nor as far back, where an order is due at once. */
    private static final Instant FAR = Instant.parse("2200-01-01T00:00:00Z");

    private final DisplayModel model;
    private final Policies policies;
    private final long silence;
    private final Downloads downloads;
    private final Queries queries;
    private final Activations activations;
    private final Commands commands;
    private final Attributes attributes;

    DisplayMachine(DisplayModel model, Policies policies) {
        this.model = model;
        this.policies = policies;
        this.silence = model.habits().silence().toNanos();
        this.downloads = new Downloads(model);
        this.queries = new Queries(model, downloads);
        var reports = new Reports(model, policies);
        this.activations = new Activations(model, policies, reports);
        this.commands = new Commands(model, activations, reports);
        this.attributes = new Attributes(model);
    }

    /** The same device, built to another baseline. */
    DisplayMachine builtTo(Baseline baseline) {
        return new DisplayMachine(model.withBaseline(baseline), policies);
    }

    boolean hasCredentials() {
        return model.credentials().isPresent();
    }

    Eui64 address() {
        return model.address();
    }

    @Override
    public Step<DisplayState, DisplayEffect> on(DisplayEvent event, DisplayState state, Instant now) {
        return switch (state.phase()) {
            case Phase.Off off ->
                event instanceof DisplayEvent.PowerRestored(var quiet)
                        ? activations.powerUp(state.flash(), quiet, now)
                        : stay(state);
            case Phase.Rebooting rebooting -> onWhileRebooting(event, state, now);
            case Phase.Idle idle -> onWhileUp(event, state, now);
            case Phase.Querying querying -> onWhileUp(event, state, now);
            case Phase.Downloading downloading -> onWhileUp(event, state, now);
            case Phase.Checking checking -> onWhileUp(event, state, now);
            case Phase.Ending ending -> onWhileUp(event, state, now);
            case Phase.Waiting waiting -> onWhileUp(event, state, now);
            case Phase.Scheduled scheduled -> onWhileUp(event, state, now);
        };
    }

    private Step<DisplayState, DisplayEffect> onWhileRebooting(DisplayEvent event, DisplayState state, Instant now) {
        if (event instanceof DisplayEvent.PowerLost) {
            return stay(state.with(new Phase.Off()));
        }
        return event instanceof DisplayEvent.Due && isDue(state, now) ? activations.rebooted(state, now) : stay(state);
    }

    private Step<DisplayState, DisplayEffect> onWhileUp(DisplayEvent event, DisplayState state, Instant now) {
        return switch (event) {
            case DisplayEvent.BlockArrived(var response) ->
                state.phase() instanceof Phase.Downloading at
                        ? downloads.arrived(response, state, at, now)
                        : stay(state);
            case DisplayEvent.Due due -> whileUp(state, now);
            case DisplayEvent.Notified notified -> queries.notified(notified, state, now);
            case DisplayEvent.Offered(var response) ->
                state.phase() instanceof Phase.Querying asked
                        ? queries.offered(response, state, asked, now)
                        : stay(state);
            case DisplayEvent.EndAnswered(var response) -> endAnswered(response, state, now);
            case DisplayEvent.Answered answered -> answered(answered, state, now);
            case DisplayEvent.TimeTold(var time) ->
                state.phase() instanceof Phase.Scheduled ? activations.timeTold(time, state, now) : stay(state);
            case DisplayEvent.AttributesAsked(var question) ->
                new Step<>(state, List.of(new DisplayEffect.Answer(question, attributes.answer(question, state))));
            case DisplayEvent.Checked result ->
                state.phase() instanceof Phase.Checking checking
                        ? activations.checked(result, state, checking, now)
                        : stay(state);
            case DisplayEvent.Commanded commanded -> commands.heard(commanded, state, now);
            case DisplayEvent.UpdatedLocally(long fileVersion) ->
                policies.is(Policy.LOCAL_UPDATE, "ban")
                        ? stay(state)
                        : activations.updatedLocally(fileVersion, state, now);
            case DisplayEvent.PollOrdered ordered ->
                isAtRest(state) ? queries.query(state.flash().notified(), false, now) : stay(state);
            case DisplayEvent.ActivationOrdered ordered ->
                isAtRest(state) && state.flash().held().isPresent() ? activations.begin(state, now) : stay(state);
            case DisplayEvent.PowerLost lost -> stay(powerLost(state));
            case DisplayEvent.PowerRestored restored -> stay(state);
        };
    }

    /** An order for later comes before whatever else has come due. */
    private Step<DisplayState, DisplayEffect> whileUp(DisplayState state, Instant now) {
        if (Commands.due(state).filter(it -> !it.isAfter(now)).isPresent()) {
            return commands.carryOut(state, now);
        }
        return isDue(state, now) ? due(state, now) : stay(state);
    }

    private Step<DisplayState, DisplayEffect> due(DisplayState state, Instant now) {
        return switch (state.phase()) {
            case Phase.Idle idle -> queries.query(state.flash(), true, now);
            case Phase.Querying querying -> queries.again(state, querying, now);
            case Phase.Downloading downloading -> downloads.due(state, downloading, now);
            case Phase.Checking checking -> new Step<>(state, List.of(new DisplayEffect.Check(checking.image())));
            case Phase.Ending ending -> activations.ask(state, ending.attempts(), now);
            case Phase.Waiting waiting -> activations.askWhileWaiting(state, now);
            case Phase.Scheduled scheduled -> activations.due(state, now);
            case Phase.Rebooting rebooting -> stay(state);
            case Phase.Off off -> stay(state);
        };
    }

    /** A word on the held image is good whenever it comes. */
    private Step<DisplayState, DisplayEffect> endAnswered(
            UpgradeEndResponse response, DisplayState state, Instant now) {
        boolean listens =
                isAtRest(state) || state.phase() instanceof Phase.Ending || state.phase() instanceof Phase.Querying;
        return listens ? activations.answered(response, state, now) : stay(state);
    }

    private Step<DisplayState, DisplayEffect> answered(DisplayEvent.Answered answer, DisplayState state, Instant now) {
        if (state.phase() instanceof Phase.Downloading at) {
            return downloads.answered(answer, state, at, now);
        }
        boolean refusal = answer.commandId() == DisplayEvent.Answered.END
                && !answer.status().equals(ZclStatus.SUCCESS);
        boolean ends = state.phase() instanceof Phase.Ending || state.phase() instanceof Phase.Waiting;
        return refusal && ends ? activations.endRefused(state, now) : stay(state);
    }

    private DisplayState powerLost(DisplayState state) {
        var flash = state.phase() instanceof Phase.Downloading at ? downloads.keep(state.flash(), at) : state.flash();
        if (state.phase() instanceof Phase.Checking(var image, long size, var until)
                && model.capabilities().resume()) {
            flash = flash.withPartial(new Flash.Partial(image, size, size));
        }
        return new DisplayState(flash, new Phase.Off());
    }

    private static boolean isAtRest(DisplayState state) {
        return state.phase() instanceof Phase.Idle
                || state.phase() instanceof Phase.Waiting
                || state.phase() instanceof Phase.Scheduled;
    }

    private boolean isDue(DisplayState state, Instant now) {
        return wakeOf(state) <= Timeline.toNanos(now);
    }

    /** When {@link DisplayEvent.Due} has to come at the latest, in the timeline's nanoseconds. */
    long wake(DisplayState state) {
        var order = Commands.due(state);
        if (order.isEmpty() || !order.get().isBefore(FAR)) {
            return wakeOf(state);
        }
        var due = order.get().isBefore(Instant.EPOCH) ? Instant.EPOCH : order.get();
        return Math.min(Timeline.toNanos(due), wakeOf(state));
    }

    private long wakeOf(DisplayState state) {
        return switch (state.phase()) {
            case Phase.Downloading at ->
                at.asked() instanceof Phase.Asked.Nothing
                        ? Timeline.toNanos(at.since())
                        : Timeline.toNanos(at.since()) + silence;
            case Phase.Idle(var nextPoll) -> Timeline.toNanos(nextPoll);
            case Phase.Querying querying -> Timeline.toNanos(querying.since()) + silence;
            case Phase.Checking checking -> Timeline.toNanos(checking.until());
            case Phase.Ending ending -> Timeline.toNanos(ending.nextAsk());
            case Phase.Waiting(var nextAsk) -> Timeline.toNanos(nextAsk);
            case Phase.Scheduled(var look) -> Timeline.toNanos(look);
            case Phase.Rebooting(var until) -> Timeline.toNanos(until);
            case Phase.Off off -> Long.MAX_VALUE;
        };
    }

    private static Step<DisplayState, DisplayEffect> stay(DisplayState state) {
        return new Step<>(state, List.of());
    }
}

package io.hanproof.hub;

import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.ReadDeviceModel;
import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.Machine;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.QuerySpecificFileRequest;
import io.hanproof.zcl.ota.QuerySpecificFileResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A Communications Hub that does what the text says, under one reading of it. */
public final class HubMachine implements Machine<HubState, HubEvent, HubEffect> {
    private final UpgradeList list;
    private final ImageStore store;
    private final QueryServer queries;
    private final BlockServer blocks;
    private final TransferEnd ends;
    private final ReadBack readBack = new ReadBack();
    private final ModelReader models;
    private final HubRules rules;

    public HubMachine(HubModel model, Policies policies, Baseline baseline) {
        rules = HubRules.of(policies, baseline);
        list = new UpgradeList(model, rules);
        store = new ImageStore(model, rules, list);
        queries = new QueryServer(rules);
        blocks = new BlockServer(model, rules, list);
        ends = new TransferEnd(rules, list);
        models = new ModelReader(rules, list);
    }

    @Override
    public Step<HubState, HubEffect> on(HubEvent event, HubState state, Instant now) {
        return switch (event) {
            case HubEvent.Asked(var from, var command) -> on(command, from, state, now);
            case HubEvent.AttributesAsked(var from, var cluster, var ids) ->
                step(state, new HubEffect.Tell(from, cluster, TimeServer.answer(cluster, ids, now)));
            case HubEvent.NotUnderstood(var from, var cluster, var id, var status) ->
                step(state, new HubEffect.Default(from, cluster, id, status));
            case HubEvent.DeviceJoined(var device, var kind, var endpoint) ->
                new Step<>(state.with(device, new HubState.Joined(kind, endpoint, Optional.empty())), List.of());
            case HubEvent.ImageArrived(var delivery) -> turn(state, now, it -> store.arrive(it, delivery));
            case HubEvent.VersionRead(var device, var version) ->
                turn(state, now, it -> {
                    readBack.onVersion(it, device, version);
                    if (version.isEmpty()) {
                        models.onTold(it, device, Optional.empty());
                    }
                });
            case HubEvent.ModelTold(var device, var model) -> turn(state, now, it -> models.onTold(it, device, model));
            case HubEvent.Commanded(var header, var content, var findings) ->
                turn(state, now, it -> {
                    if (findings.isEmpty() && content instanceof ReadDeviceModel(var device)) {
                        models.onCommand(it, header, device);
                    }
                });
            case HubEvent.ToPassOn(var header, var message) -> step(state, passOn(header, message, state));
            case HubEvent.Due(var timer) -> turn(state, now, it -> due(it, timer));
            case HubEvent.DutyCycleTurned(var into) -> turn(state, now, it -> turned(it, into));
            case HubEvent.NotifyOrdered(var device) -> turn(state, now, it -> list.notifyAgain(it, device));
        };
    }

    private Step<HubState, HubEffect> on(OtaCommand command, Peer from, HubState state, Instant now) {
        return switch (command) {
            case ImageBlockRequest request -> blocks.onBlock(state, from, request, now);
            case ImagePageRequest request -> blocks.onPage(state, from, request, now);
            case QueryNextImageRequest query ->
                turn(learned(state, from, query), now, it -> {
                    queries.on(it, from, query);
                    report(it, from, query);
                    store.settle(it);
                });
            case UpgradeEndRequest end ->
                turn(state, now, it -> {
                    ends.on(it, from, end);
                    store.settle(it);
                });
            case QuerySpecificFileRequest it -> unsupported(state, from, it);
            case ImageNotify it -> unsupported(state, from, it);
            case QueryNextImageResponse it -> unsupported(state, from, it);
            case ImageBlockResponse it -> unsupported(state, from, it);
            case UpgradeEndResponse it -> unsupported(state, from, it);
            case QuerySpecificFileResponse it -> unsupported(state, from, it);
        };
    }

    /** A variant that was rejected (geo's first option): the DCC learns what a device runs from its queries, when it is new. */
    private void report(Turn turn, Peer from, QueryNextImageRequest query) {
        long version = query.running().fileVersion();
        if (rules.reportsQueries()
                && !Long.valueOf(version).equals(turn.state().reported().get(from.address()))) {
            turn.become(turn.state().reporting(from.address(), version));
            turn.want(new HubEffect.Alert(new WanMessage.ReadAlert(from.address(), Optional.of(version))));
        }
    }

    private static Step<HubState, HubEffect> turn(HubState state, Instant now, Consumer<Turn> what) {
        var turn = new Turn(state, now);
        what.accept(turn);
        return turn.end();
    }

    private void due(Turn turn, HubTimer timer) {
        switch (timer) {
            case HubTimer.Stall it -> {
                list.onStall(turn, it);
                store.settle(turn);
            }
            case HubTimer.Removal it -> store.onRemoval(turn, it);
            case HubTimer.Order it -> ends.onOrder(turn, it);
            case HubTimer.ReadBack it -> readBack.onTime(turn, it);
            case HubTimer.ModelTimeout it -> models.onTimeout(turn, it);
            case HubTimer.ReadTimeout it -> readBack.onTimeout(turn, it);
            case HubTimer.PageBlock it -> blocks.onPageBlock(turn, it);
            case HubTimer.Later(var effect) -> turn.want(effect);
            case HubTimer.Delayed(var effect) -> turn.want(effect);
        }
    }

    /** Devices that were fetching come back by themselves; those that know of nothing yet are told now. */
    private void turned(Turn turn, DutyCycle into) {
        boolean wasSuspended = turn.state().isSuspended();
        if (turn.state().dutyCycle() != into) {
            turn.want(new HubEffect.DutyAlert(turn.state().dutyCycle(), into));
        }
        turn.become(turn.state().with(into));
        if (wasSuspended && !turn.state().isSuspended()) {
            for (var image : turn.state().images()) {
                list.notifyTargets(turn, image);
            }
        }
    }

    /** With its transmit time used up, a hub can pass nothing on. */
    private static HubEffect passOn(GroupingHeader header, Octets message, HubState state) {
        return state.dutyCycle() == DutyCycle.SUSPENDED
                ? new HubEffect.DiscardAlert(header)
                : new HubEffect.PassOn(header.recipient(), message);
    }

    /** A device on the HAN is reached where it asked from, and has the hardware that it last told. */
    private static HubState learned(HubState state, Peer from, QueryNextImageRequest query) {
        var joined = state.devices().get(from.address());
        if (joined == null) {
            return state;
        }
        var hardware = query.hardware().isPresent() ? query.hardware() : joined.hardware();
        var now = new HubState.Joined(joined.kind(), from.endpoint(), hardware);
        return now.equals(joined) ? state : state.with(from.address(), now);
    }

    private static Step<HubState, HubEffect> unsupported(HubState state, Peer from, OtaCommand command) {
        return step(state, new HubEffect.Default(from, Cluster.OTA.id(), command.id(), ZclStatus.UNSUP_COMMAND));
    }

    private static Step<HubState, HubEffect> step(HubState state, HubEffect effect) {
        return new Step<>(state, List.of(effect));
    }
}

package io.hanproof.hub;

import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.Keys;
import io.hanproof.lab.FrameTap;
import io.hanproof.lab.HubWan;
import io.hanproof.lab.Machine;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.zcl.ota.OtaCommand;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A Communications Hub on a HAN: sends what its machine decides, books its timers and keeps its state. */
public final class EmulatedHub implements HubWan {
    /** An endpoint that every node takes for its own. */
    private static final int ALL_ENDPOINTS = 0xFF;

    private final Timeline timeline;
    private final HubModel model;
    private final FrameTap tap;
    private final HubVoice voice;
    private final UpgradeList list;
    private final HubSeal seal;
    private final Map<Eui64, Consumer<Octets>> devices = new HashMap<>();
    private final Machine<HubState, HubEvent, HubEffect> target;

    private Machine<HubState, HubEvent, HubEffect> machine;
    private HubState state = HubState.EMPTY;
    private Consumer<WanMessage> dcc = message -> {};

    /** With test keys. */
    public EmulatedHub(
            Radio radio,
            Timeline timeline,
            HubModel model,
            Policies policies,
            Baseline baseline,
            FrameTap tap,
            Mutation<HubState, HubEvent, HubEffect> change) {
        this(radio, timeline, model, policies, baseline, tap, Keys.test(), change);
    }

    /**
     * @param keys its own, and the certificates of those whom it answers
     * @param change {@link HubScripts#HONEST} for a hub that does what the text says
     */
    public EmulatedHub(
            Radio radio,
            Timeline timeline,
            HubModel model,
            Policies policies,
            Baseline baseline,
            FrameTap tap,
            Keys keys,
            Mutation<HubState, HubEvent, HubEffect> change) {
        this.timeline = timeline;
        this.model = model;
        this.tap = tap;
        this.voice = new HubVoice(radio);
        this.list = new UpgradeList(model, HubRules.of(policies, baseline));
        this.seal = new HubSeal(keys, model.address());
        this.target = change.of(new HubMachine(model, policies, baseline));
        this.machine = target;
        radio.listen(frame -> {
            var event = HubEars.hear(frame);
            if (event != null) {
                happen(event);
            }
        });
        radio.dutyCycle(it -> happen(new HubEvent.DutyCycleTurned(it)));
    }

    /** Makes the hub know a device of its HAN: what it is decides who may replace whose image. */
    public void join(Eui64 device, DeviceKind kind, int endpoint) {
        happen(new HubEvent.DeviceJoined(device, kind, endpoint));
    }

    @Override
    public void deliver(WanMessage.FirmwareDelivery delivery) {
        tap.wan(timeline.nanos(), delivery);
        happen(new HubEvent.ImageArrived(delivery));
    }

    @Override
    public void send(Octets gbcs) {
        tap.wan(timeline.nanos(), new WanMessage.Gbcs(gbcs));
        if (GbcsMessage.read(gbcs) instanceof Decoded.Value<GbcsMessage>(var message)) {
            var recipient = message.header().recipient();
            if (devices.containsKey(recipient)) {
                happen(new HubEvent.ToPassOn(message.header(), gbcs));
            } else if (recipient.equals(model.address())) {
                happen(new HubEvent.Commanded(message.header(), message.content(), seal.check(gbcs, message)));
            }
        }
    }

    /** Where it passes the GBCS messages for a device of its HAN: it reads no more of them than for whom they are. */
    public void passOn(Eui64 device, Consumer<Octets> to) {
        devices.put(device, to);
    }

    /** A GBCS message of a device of its HAN, which it passes to the DCC as it stands. */
    public void passUp(Octets gbcs) {
        tell(new WanMessage.Gbcs(gbcs));
    }

    @Override
    public void listen(Consumer<WanMessage> listener) {
        dcc = listener;
    }

    /** Lets the hub follow a script from now on, with the state it has; {@link HubScripts#HONEST} ends it. */
    public void script(Mutation<HubState, HubEvent, HubEffect> script) {
        machine = script.of(target);
    }

    /** Notifies a device once more, by order of a scenario. */
    public void notify(Eui64 device) {
        happen(new HubEvent.NotifyOrdered(device));
    }

    /** Sends a command of the OTA cluster by order of a scenario, whatever the machine would do. */
    public void say(Eui64 destination, OtaCommand command) {
        voice.say(reach(destination), command);
    }

    /** Sends a ZCL frame by order of a scenario, as it stands. */
    public void say(Eui64 destination, int cluster, Octets zcl) {
        voice.transmit(reach(destination), cluster, !destination.isBroadcast(), zcl);
    }

    private Peer reach(Eui64 destination) {
        return destination.isBroadcast()
                ? new Peer(destination, ALL_ENDPOINTS, model.endpoint(), Peer.UNASKED, false)
                : list.reach(state, destination);
    }

    private void happen(HubEvent event) {
        var step = machine.on(event, state, timeline.instant());
        state = step.state();
        var effects = step.effects();
        for (int i = 0; i < effects.size(); i++) {
            carryOut(effects.get(i));
        }
    }

    private void carryOut(HubEffect effect) {
        switch (effect) {
            case HubEffect.Send it -> voice.say(it);
            case HubEffect.Default it -> voice.say(it);
            case HubEffect.Tell it -> voice.say(it);
            case HubEffect.Read it -> voice.say(it);
            case HubEffect.Book it -> timeline.at(it.at(), () -> happen(new HubEvent.Due(it.timer())));
            case HubEffect.ReadModel it -> voice.say(it);
            case HubEffect.Respond(var command, var answer, var how) ->
                tell(new WanMessage.Gbcs(seal.response(command, answer, how)));
            case HubEffect.DutyAlert it ->
                tell(new WanMessage.Gbcs(
                        seal.alert(AlertContent.of(it, model.address(), seal.next(), timeline.instant()), it.seal())));
            case HubEffect.DiscardAlert(var discarded) ->
                tell(new WanMessage.Gbcs(
                        seal.alert(AlertContent.of(discarded, seal.next(), timeline.instant()), Seal.HONEST)));
            case HubEffect.PassOn(var device, var message) ->
                devices.getOrDefault(device, octets -> {}).accept(message);
            case HubEffect.Alert(var message, var how) -> {
                var octets = seal.alert(AlertContent.of(message, timeline.instant()), how);
                tell(new WanMessage.Gbcs(octets));
                AlertContent.read(octets).ifPresent(this::tell);
            }
        }
    }

    private void tell(WanMessage message) {
        tap.wan(timeline.nanos(), message);
        dcc.accept(message);
    }
}

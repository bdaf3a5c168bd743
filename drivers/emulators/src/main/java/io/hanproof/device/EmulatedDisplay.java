package io.hanproof.device;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Machine;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Timeline;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Policies;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ota.OtaCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A device on the HAN: does what its machine decides, keeps its flash memory, and books its one timer. */
public final class EmulatedDisplay {
    private static final int SIDES = 100;

    private final Timeline timeline;
    private final RandomGenerator chance;
    private final DisplayModel model;
    private final DisplayMachine honest;
    private final Machine<DisplayState, DisplayEvent, DisplayEffect> target;
    private final DisplayRadio radio;
    private final ImageCheck check;
    private final Optional<Envelope> envelope;

    private Machine<DisplayState, DisplayEvent, DisplayEffect> machine;
    private DisplayState state;
    private byte[] slot = {};
    private boolean powered = true;
    private int powerCuts;
    private Consumer<Octets> toWan = message -> {};
    private Timeline.@Nullable Booking booking;
    private long bookedFor = Long.MAX_VALUE;

    /**
     * A device that has been running for a while, and asks nothing for one poll period.
     *
     * @param chance what it rolls with: jitter, and its silence after power-up
     * @param mutation how it differs from what the text wants
     */
    public EmulatedDisplay(
            Radio radio,
            Timeline timeline,
            RandomGenerator chance,
            DisplayModel model,
            Policies policies,
            Mutation<DisplayState, DisplayEvent, DisplayEffect> mutation) {
        this.timeline = timeline;
        this.chance = chance;
        this.model = model;
        this.honest = new DisplayMachine(model, policies);
        this.target = mutation.of(honest);
        this.machine = target;
        this.check = new ImageCheck(model);
        this.envelope = model.credentials().map(Envelope::new);
        this.state = DisplayState.running(
                model.installed(), timeline.instant().plus(model.habits().pollPeriod()));
        this.radio = new DisplayRadio(radio, this::handle, this::roll);
        rebook();
    }

    /** Names the hub whose HAN it has joined; without that it takes the first that notifies it. */
    public void join(Eui64 hub) {
        radio.join(hub);
    }

    /** Who switches the node's receiver while it restarts. */
    public void onReceiver(Consumer<Boolean> told) {
        radio.onReceiver(told);
    }

    /** Cuts the power or restores it; nothing happens when that is how it is already. */
    public void power(boolean on) {
        if (on == powered) {
            return;
        }
        powered = on;
        radio.power(on);
        if (on) {
            long most = model.habits().quiet().toNanos();
            handle(new DisplayEvent.PowerRestored(Duration.ofNanos(most == 0 ? 0 : chance.nextLong(most))));
        } else {
            powerCuts++;
            handle(new DisplayEvent.PowerLost());
        }
    }

    /** Has it ask for an image now, unless it is busy with one. */
    public void poll() {
        handle(new DisplayEvent.PollOrdered());
    }

    /** A GBCS message for it has come over the HAN. */
    public void gbcs(Octets message) {
        if (powered) {
            envelope.flatMap(it -> it.open(message)).ifPresent(this::handle);
        }
    }

    /** Who takes its GBCS messages to the DCC. */
    public void onGbcs(Consumer<Octets> told) {
        toWan = told;
    }

    /** Puts other firmware on it by other means than the air: a site visit, a memory stick, the internet. */
    public void updateLocally(long fileVersion) {
        requirePower();
        handle(new DisplayEvent.UpdatedLocally(fileVersion));
    }

    /** Has it activate what it holds, where it is a meter or a switch that nobody has given credentials. */
    public void activate() {
        handle(new DisplayEvent.ActivationOrdered());
    }

    /** Sends a command verbatim; its machine knows nothing of it. */
    public void say(Eui64 destination, OtaCommand command) {
        requirePower();
        radio.say(destination, command);
    }

    /** Sends a whole ZCL frame verbatim; its machine knows nothing of it. */
    public void say(Eui64 destination, Cluster cluster, Octets zcl) {
        requirePower();
        radio.say(destination, cluster, zcl);
    }

    /** Lets it follow a script from now on, with the state it has; {@link DisplayScripts#NONE} ends it. */
    public void script(Mutation<DisplayState, DisplayEvent, DisplayEffect> script) {
        machine = script.of(target);
    }

    public DisplayModel model() {
        return model;
    }

    /** What it is at this moment: for steps that drive it, never for a checker. */
    public DisplayState state() {
        return state;
    }

    private void requirePower() {
        if (!powered) {
            throw new BenchFault("%s is switched off and can say nothing".formatted(model.address()));
        }
    }

    private int roll() {
        return 1 + chance.nextInt(SIDES);
    }

    private void handle(DisplayEvent event) {
        var step = machine.on(event, state, timeline.instant());
        state = step.state();
        var effects = step.effects();
        for (int i = 0; i < effects.size(); i++) {
            perform(effects.get(i));
        }
        rebook();
    }

    private void perform(DisplayEffect effect) {
        switch (effect) {
            case DisplayEffect.Send(var command) -> radio.send(command);
            case DisplayEffect.Write(long offset, var data) -> write(offset, data);
            case DisplayEffect.Erase(long size) -> slot = new byte[(int) size];
            case DisplayEffect.Check(var image) -> {
                var file = Octets.copyOf(slot);
                handle(new DisplayEvent.Checked(check.check(file, image), check.hash(file)));
            }
            case DisplayEffect.Tell(var header, var content, var seal) ->
                toWan.accept(envelope.map(it -> it.seal(header, content, seal))
                        .orElseGet(() -> Envelope.open(header, content)));
            case DisplayEffect.ReadTime read -> radio.readTime();
            case DisplayEffect.Answer(var question, var response) -> radio.answer(question, response);
            case DisplayEffect.Refuse(var status) -> radio.refuse(status);
            case DisplayEffect.Receiver(boolean on) -> radio.receiver(on);
            case DisplayEffect.Later(var delay, var later) -> {
                int before = powerCuts;
                timeline.in(delay, () -> {
                    if (powerCuts == before) {
                        perform(later);
                    }
                });
            }
        }
    }

    /** A wrong device may write where there is no memory. */
    private void write(long offset, Octets data) {
        if (offset + data.length() <= slot.length) {
            data.copyTo(slot, (int) offset);
        }
    }

    /** A timer booked too early costs one idle event; one for each block would cost more than the block. */
    private void rebook() {
        long wake = honest.wake(state);
        if (wake >= bookedFor) {
            return;
        }
        if (booking != null) {
            booking.cancel();
        }
        bookedFor = wake;
        booking = timeline.at(wake, this::due);
    }

    private void due() {
        booking = null;
        bookedFor = Long.MAX_VALUE;
        handle(DisplayEvent.Due.DUE);
    }
}

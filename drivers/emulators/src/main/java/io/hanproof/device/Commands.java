package io.hanproof.device;

import io.hanproof.device.Correspondence.ActivationOrder;
import io.hanproof.gbcs.ActivateFirmware;
import io.hanproof.gbcs.ActivateImageResponseCode;
import io.hanproof.gbcs.ElectricityFirmwareVersion;
import io.hanproof.gbcs.FirmwareVersion;
import io.hanproof.gbcs.GasFirmwareVersion;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.ReadElectricityFirmwareVersion;
import io.hanproof.gbcs.ReadFirmwareVersion;
import io.hanproof.gbcs.ReadGasFirmwareVersion;
import io.hanproof.gbcs.ReadResponseCode;
import io.hanproof.lab.Machine.Step;
import io.hanproof.profile.DeviceKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a device makes of GBCS commands. One that is not good in every respect gets no answer and changes nothing. */
final class Commands {
    private final DisplayModel model;
    private final Activations activations;
    private final Reports reports;

    Commands(DisplayModel model, Activations activations, Reports reports) {
        this.model = model;
        this.activations = activations;
        this.reports = reports;
    }

    Step<DisplayState, DisplayEffect> heard(DisplayEvent.Commanded event, DisplayState state, Instant now) {
        var message = event.message();
        if (!event.findings().isEmpty()) { // among them that it is for somebody else
            return stay(state);
        }
        return switch (message.content()) {
            case ActivateFirmware command ->
                model.kind().isDisplay() ? stay(state) : order(command, message, state, now);
            case ReadFirmwareVersion command ->
                model.kind() == DeviceKind.PPMID || model.kind() == DeviceKind.HCALCS
                        ? asked(message, new FirmwareVersion(running(state), ReadResponseCode.READ_SUCCESS), state)
                        : stay(state);
            case ReadElectricityFirmwareVersion command ->
                model.kind() == DeviceKind.ESME
                        ? asked(
                                message,
                                new ElectricityFirmwareVersion(command.invokeId(), Optional.of(running(state)), 0),
                                state)
                        : stay(state);
            case ReadGasFirmwareVersion command ->
                model.kind() == DeviceKind.GSME
                        ? asked(message, new GasFirmwareVersion(0, Optional.of(running(state))), state)
                        : stay(state);
            case io.hanproof.gbcs.Content other -> stay(state); // a command to somebody else, or no command
        };
    }

    private static long running(DisplayState state) {
        return state.flash().running();
    }

    /** Whoever asks counts for itself: the supplier its orders and questions, the Access Control Broker its questions. */
    private Step<DisplayState, DisplayEffect> asked(
            GbcsMessage message, io.hanproof.gbcs.Content answer, DisplayState state) {
        long counter = message.header().counter();
        var known = state.flash().correspondence();
        boolean brokers = message.header()
                .originator()
                .equals(model.credentials().orElseThrow().broker());
        if (Long.compareUnsigned(counter, brokers ? known.asked() : known.commanded()) <= 0) {
            return stay(state);
        }
        var counted = brokers ? known.withAsked(counter) : known.withCommanded(counter);
        return new Step<>(
                state.with(state.flash().withCorrespondence(counted)),
                List.of(new DisplayEffect.Tell(message.header().response(), answer, Seal.PROPER)));
    }

    private Step<DisplayState, DisplayEffect> order(
            ActivateFirmware command, GbcsMessage message, DisplayState state, Instant now) {
        long counter = message.header().counter();
        var known = state.flash().correspondence();
        if (Long.compareUnsigned(counter, known.commanded()) <= 0 || command.originatorCounter() != counter) {
            return stay(state);
        }
        var supplier = message.header().originator();
        var order = new ActivationOrder(command.imageHash(), counter, supplier, command.executionDateTime());
        var taken = known.withCommanded(counter);
        if (command.executionDateTime().isEmpty()) {
            return execute(order, state.with(state.flash().withCorrespondence(taken)), now);
        }
        var pending = taken.withOrder(command.cancels() ? Optional.empty() : Optional.of(order));
        return new Step<>(state.with(state.flash().withCorrespondence(pending)), List.of(reports.accepted(order, now)));
    }

    private Step<DisplayState, DisplayEffect> execute(ActivationOrder order, DisplayState state, Instant now) {
        var held = state.flash().held();
        if (held.isEmpty()) {
            return refuse(order, ActivateImageResponseCode.NO_IMAGE_HELD, state, now);
        }
        if (!held.get().hash().equals(order.hash())) {
            return refuse(order, ActivateImageResponseCode.HASH_MISMATCH, state, now);
        }
        var known = state.flash().correspondence();
        return activations.begin(
                state.with(state.flash().withCorrespondence(known.withOrder(Optional.of(order)))), now);
    }

    private Step<DisplayState, DisplayEffect> refuse(
            ActivationOrder order, ActivateImageResponseCode why, DisplayState state, Instant now) {
        var said = reports.outcome(order, why, state.flash(), now);
        return new Step<>(state.with(said.flash()), said.effects());
    }

    /** When an order for later is to be carried out; empty when there is none. */
    static Optional<Instant> due(DisplayState state) {
        boolean up = !(state.phase() instanceof Phase.Rebooting) && !(state.phase() instanceof Phase.Off);
        return up ? state.flash().correspondence().order().flatMap(ActivationOrder::at) : Optional.empty();
    }

    Step<DisplayState, DisplayEffect> carryOut(DisplayState state, Instant now) {
        return execute(state.flash().correspondence().order().orElseThrow(), state, now);
    }

    private static Step<DisplayState, DisplayEffect> stay(DisplayState state) {
        return new Step<>(state, List.of());
    }
}

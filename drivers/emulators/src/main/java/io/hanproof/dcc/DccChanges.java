package io.hanproof.dcc;

import io.hanproof.cpl.Cpl;
import io.hanproof.duis.DccAlert;
import io.hanproof.duis.RejectionReason;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceRequest.Distribution;
import io.hanproof.duis.ServiceRequest.UpdateFirmware;
import io.hanproof.duis.ServiceRequest.UpdatePpmidFirmware;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.ServiceResponse.Accepted;
import io.hanproof.duis.ServiceResponse.Refused;
import io.hanproof.duis.ServiceResponse.Rejected;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.lab.Machine;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to change what a DCC does. */
final class DccChanges {
    private DccChanges() {}

    /** What is done in place of something that the honest machine wants done. */
    @FunctionalInterface
    interface Rewrite {
        List<DccEffect> of(DccEffect effect, DccEvent event, DccState before, Instant now);
    }

    /** What is kept in place of the state that the honest machine would keep. */
    @FunctionalInterface
    interface Memory {
        DccState of(DccState before, DccState after, DccEvent event, Instant now);
    }

    /** Whether a device of a request is left out. */
    @FunctionalInterface
    interface Choice {
        boolean is(InventoryDevice device, Eui64 user, Distribution request, DccState state);
    }

    static Mutation<DccState, DccEvent, DccEffect> under(UnaryOperator<DccRules> change) {
        return honest -> honest instanceof DccMachine it ? it.under(change.apply(it.rules())) : honest;
    }

    static Mutation<DccState, DccEvent, DccEffect> rewrites(Rewrite rewrite) {
        return honest -> (event, state, now) -> {
            var step = honest.on(event, state, now);
            var effects = new ArrayList<DccEffect>();
            step.effects().forEach(it -> effects.addAll(rewrite.of(it, event, state, now)));
            return new Step<>(step.state(), effects);
        };
    }

    static Mutation<DccState, DccEvent, DccEffect> keeps(Memory memory) {
        return honest -> (event, state, now) -> {
            var step = honest.on(event, state, now);
            return new Step<>(memory.of(state, step.state(), event, now), step.effects());
        };
    }

    /** The honest machine learns something else than what happened. */
    static Mutation<DccState, DccEvent, DccEffect> hears(BiFunction<DccEvent, DccState, DccEvent> change) {
        return honest -> (event, state, now) -> honest.on(change.apply(event, state), state, now);
    }

    /**
     * Takes a CPL that comes in for another.
     *
     * @param reading of the list that came in and of the one before
     */
    static Mutation<DccState, DccEvent, DccEffect> reads(BinaryOperator<Cpl> reading) {
        return hears((event, state) -> event instanceof DccEvent.CplChanged(var cpl)
                ? new DccEvent.CplChanged(reading.apply(cpl, state.books().cpl()))
                : event);
    }

    /** The message that has come from a hub or a device, if one has. */
    static Optional<GbcsMessage> heard(DccEvent event) {
        return event instanceof DccEvent.Heard(var hub, var octets)
                        && GbcsMessage.read(octets) instanceof Decoded.Value<GbcsMessage>(var message)
                ? Optional.of(message)
                : Optional.empty();
    }

    static boolean isResponse(DccEvent event) {
        return heard(event).filter(it -> it.header().cra() == Cra.RESPONSE).isPresent();
    }

    /** Keeps to itself what it should tell. */
    static Mutation<DccState, DccEvent, DccEffect> silent(Predicate<DccAlert> about) {
        return rewrites((effect, event, before, now) ->
                effect instanceof DccEffect.Tell(var user, DccAlert alert) && about.test(alert)
                        ? List.of()
                        : List.of(effect));
    }

    static Mutation<DccState, DccEvent, DccEffect> answers(
            Function<ServiceResponse.Answer, ServiceResponse.Answer> change) {
        return rewrites((effect, event, before, now) ->
                effect instanceof DccEffect.Tell(var user, ServiceResponse(var to, var answer))
                        ? List.of(new DccEffect.Tell(user, new ServiceResponse(to, change.apply(answer))))
                        : List.of(effect));
    }

    /** Refuses requests that it should carry out. */
    static Mutation<DccState, DccEvent, DccEffect> refuses(
            RequestFault fault, BiFunction<ServiceRequest, Eui64, Boolean> which) {
        return honest -> (event, state, now) -> event instanceof DccEvent.Requested(var user, var request)
                        && which.apply(request, user)
                ? new Step<>(
                        state, List.of(new DccEffect.Tell(user, new ServiceResponse(request.id(), new Refused(fault)))))
                : honest.on(event, state, now);
    }

    /** Leaves devices out that it should let through. */
    static Mutation<DccState, DccEvent, DccEffect> rejects(RejectionReason reason, Choice choice) {
        return honest -> (event, state, now) -> {
            if (!(event instanceof DccEvent.Requested(var user, Distribution request))) {
                return honest.on(event, state, now);
            }
            var left = new ArrayList<Eui64>();
            var rejected = new ArrayList<Rejected>();
            for (var each : request.devices()) {
                var device = state.books().inventory().find(each);
                if (device.isPresent() && choice.is(device.get(), user, request, state)) {
                    rejected.add(new Rejected(each, reason));
                } else {
                    left.add(each);
                }
            }
            return rejected.isEmpty()
                    ? honest.on(event, state, now)
                    : without(honest, state, now, user, request, left, rejected);
        };
    }

    private static Step<DccState, DccEffect> without(
            Machine<DccState, DccEvent, DccEffect> honest,
            DccState state,
            Instant now,
            Eui64 user,
            Distribution request,
            List<Eui64> left,
            List<Rejected> rejected) {
        if (left.isEmpty()) {
            return new Step<>(
                    state,
                    List.of(new DccEffect.Tell(user, new ServiceResponse(request.id(), new Accepted(rejected)))));
        }
        var step = honest.on(new DccEvent.Requested(user, withDevices(request, left)), state, now);
        var effects = new ArrayList<DccEffect>();
        for (var each : step.effects()) {
            if (each instanceof DccEffect.Tell(var to, ServiceResponse(var id, Accepted(var others)))) {
                var all = new ArrayList<>(rejected);
                all.addAll(others);
                effects.add(new DccEffect.Tell(to, new ServiceResponse(id, new Accepted(all))));
            } else {
                effects.add(each);
            }
        }
        return new Step<>(step.state(), effects);
    }

    private static Distribution withDevices(Distribution request, List<Eui64> devices) {
        return switch (request) {
            case UpdateFirmware it -> new UpdateFirmware(it.id(), it.firmwareImage(), it.firmwareVersion(), devices);
            case UpdatePpmidFirmware it ->
                new UpdatePpmidFirmware(it.id(), it.firmwareImage(), it.firmwareVersion(), devices);
        };
    }

    /** Delivers otherwise than it should. */
    static Mutation<DccState, DccEvent, DccEffect> delivers(UnaryOperator<FirmwareDelivery> change) {
        return rewrites((effect, event, before, now) -> effect instanceof DccEffect.Deliver(var hub, var delivery)
                ? List.of(new DccEffect.Deliver(hub, change.apply(delivery)))
                : List.of(effect));
    }

    /** Does not deliver what it should. */
    static Mutation<DccState, DccEvent, DccEffect> withholds(Withholding which) {
        return rewrites((effect, event, before, now) ->
                effect instanceof DccEffect.Deliver it && which.is(it, event, before, now)
                        ? List.of()
                        : List.of(effect));
    }

    @FunctionalInterface
    interface Withholding {
        boolean is(DccEffect.Deliver delivery, DccEvent event, DccState before, Instant now);
    }
}

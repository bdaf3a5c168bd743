package io.hanproof.dcc;

import io.hanproof.dcc.Awaited.Question;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.RequestId;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceRequest.ReadDeviceModel;
import io.hanproof.duis.ServiceRequest.ReadFirmwareVersion;
import io.hanproof.duis.ServiceRequest.SignedPreCommand;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.gbcs.ActivateFirmware;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.PreCommand;
import io.hanproof.gbcs.ReadElectricityFirmwareVersion;
import io.hanproof.gbcs.ReadGasFirmwareVersion;
import io.hanproof.gbcs.UseCase;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Requests that become GBCS commands: SR 11.2, both halves of SR 11.3, and SR 11.5 of the 2019 baseline. */
final class Commands {
    private final DccRules rules;
    private final Seals seals;
    private final Responsibility responsibility;

    Commands(DccRules rules, Seals seals) {
        this.rules = rules;
        this.seals = seals;
        this.responsibility = new Responsibility(rules);
    }

    void on(Turn turn, Eui64 user, ReadFirmwareVersion request) {
        var device = admitted(turn, user, request.id(), request.device(), it -> rules.isReadFor(it.type()));
        if (device.isPresent()) {
            var header = isMeter(device.get()) && isSupplier(turn.books(), user)
                    ? suppliers(request.id(), request.device(), useCase(device.get()))
                    : brokers(turn, request.id(), request.device(), useCase(device.get()));
            var question = question(device.get(), header.counter());
            ask(turn, request.id(), device.get(), header, Question.READ_FIRMWARE_VERSION, question);
        }
    }

    private static boolean isMeter(InventoryDevice device) {
        return device.type() == DeviceType.ESME || device.type() == DeviceType.GSME;
    }

    private static UseCase useCase(InventoryDevice device) {
        return question(device, 0).useCase();
    }

    private static Content question(InventoryDevice device, long counter) {
        return switch (device.type()) {
            case ESME -> ReadElectricityFirmwareVersion.of(counter);
            case GSME -> new ReadGasFirmwareVersion();
            case HCALCS, PPMID, IHD, GPF, CHF, CAD -> new io.hanproof.gbcs.ReadFirmwareVersion();
        };
    }

    /** A display's Device Model is read by its hub, which answers for it. */
    void on(Turn turn, Eui64 user, ReadDeviceModel request) {
        var device = admitted(turn, user, request.id(), request.device(), it -> isReadThroughHub(it.type()));
        if (device.isPresent() && device.get().hub().isPresent()) {
            var question = new io.hanproof.gbcs.ReadDeviceModel(request.device());
            var hub = device.get().hub().get();
            var header = brokers(turn, request.id(), hub, question.useCase());
            ask(turn, request.id(), device.get(), header, Question.READ_DEVICE_MODEL, question);
        }
    }

    /** The first half of SR 11.3: the command to be signed, under the originator counter of the request. */
    void on(Turn turn, Eui64 user, ServiceRequest.ActivateFirmware request) {
        var device = admitted(turn, user, request.id(), request.device(), it -> rules.isActivatedBySr113(it.type()));
        if (device.isEmpty() || isRefusedByCpl(turn, user, request.id(), request.firmwareHash())) {
            return;
        }
        long counter = request.id().counter();
        var header = suppliers(request.id(), request.device(), UseCase.CS06);
        var content = new ActivateFirmware(request.firmwareHash(), counter, request.executionDateTime());
        turn.answer(user, request.id(), new ServiceResponse.PreCommand(new PreCommand(header, content, true).write()));
    }

    /** The second half: what the supplier signed gets the DCC's MAC, and goes to the device. */
    void on(Turn turn, Eui64 user, SignedPreCommand request) {
        var signed = signed(user, request);
        if (signed.isEmpty()) {
            turn.refuse(user, request.id(), RequestFault.NOT_A_SIGNED_PRE_COMMAND);
            return;
        }
        var message = signed.get();
        Eui64 recipient = message.header().recipient();
        var device = admitted(turn, user, request.id(), recipient, it -> rules.isActivatedBySr113(it.type()));
        if (device.isPresent()) {
            var awaited = new Awaited(
                    turn.nextSerial(), user, request.id(), message.header(), Question.ACTIVATE_FIRMWARE, recipient);
            send(turn, device.get(), awaited, seals.withMac(message));
        }
    }

    void onTimeout(Turn turn, DccTimer.Unanswered timer) {
        for (var each : turn.traffic().awaited().getOrElse(timer.device(), List.of())) {
            if (each.serial() == timer.serial()) {
                forget(turn, each);
                turn.refuse(each.user(), each.request(), RequestFault.NO_ANSWER);
            }
        }
    }

    /** The command that a response answers. */
    Optional<Awaited> answered(Turn turn, GbcsMessage response) {
        Eui64 device = response.header().originator();
        var found = turn.traffic().awaited().getOrElse(device, List.of()).stream()
                .filter(it -> it.isAnsweredBy(response))
                .findFirst();
        found.ifPresent(it -> forget(turn, it));
        return found;
    }

    private boolean isReadThroughHub(DeviceType type) {
        return type.isDisplay() || (type == DeviceType.HCALCS && rules.combined());
    }

    private Optional<GbcsMessage> signed(Eui64 user, SignedPreCommand request) {
        return switch (GbcsMessage.read(request.message())) {
            case Decoded.Malformed<GbcsMessage> it -> Optional.empty();
            case Decoded.Value<GbcsMessage>(var message) ->
                Optional.of(message)
                        .filter(it -> it.content() instanceof ActivateFirmware)
                        .filter(it -> it.header().originator().equals(user))
                        .filter(it -> it.header().counter() == request.id().counter())
                        .filter(it -> rules.waivedFaults().contains(RequestFault.NOT_A_SIGNED_PRE_COMMAND)
                                || seals.findingOfSigned(it, request.message()).isEmpty());
        };
    }

    private boolean isRefusedByCpl(Turn turn, Eui64 user, RequestId id, Octets hash) {
        var products = Products.of(turn.books().cpl(), hash, rules.oneEntry());
        if (products.isEmpty() && !rules.waivedFaults().contains(RequestFault.HASH_NOT_LISTED)) {
            turn.refuse(user, id, RequestFault.HASH_NOT_LISTED);
            return true;
        }
        if (products.active().isEmpty()
                && !products.isEmpty()
                && !rules.waivedFaults().contains(RequestFault.ENTRY_REMOVED)) {
            turn.refuse(user, id, RequestFault.ENTRY_REMOVED);
            return true;
        }
        return false;
    }

    private Optional<InventoryDevice> admitted(
            Turn turn, Eui64 user, RequestId id, Eui64 device, Predicate<InventoryDevice> isFor) {
        var known = turn.books().inventory().find(device);
        if (known.isEmpty()) {
            turn.refuse(user, id, RequestFault.UNKNOWN_DEVICE);
            return Optional.empty();
        }
        if (!rules.waivedFaults().contains(RequestFault.NOT_FOR_DEVICE) && !isFor.test(known.get())) {
            turn.refuse(user, id, RequestFault.NOT_FOR_DEVICE);
            return Optional.empty();
        }
        if (!rules.waivedFaults().contains(RequestFault.NOT_RESPONSIBLE)
                && isSupplier(turn.books(), user)
                && !responsibility.covers(user, known.get(), turn.books())) {
            turn.refuse(user, id, RequestFault.NOT_RESPONSIBLE);
            return Optional.empty();
        }
        return known;
    }

    private static boolean isSupplier(Books books, Eui64 user) {
        return books.users().find(user).filter(User::isSupplier).isPresent();
    }

    /** A command in the name of the supplier who asks, under the counter of its request. */
    private static GroupingHeader suppliers(RequestId id, Eui64 recipient, UseCase useCase) {
        return new GroupingHeader(Cra.COMMAND, id.counter(), id.originator(), recipient, OtherInformation.of(useCase));
    }

    /** A command in the name of the Access Control Broker, which says who really asks. */
    private GroupingHeader brokers(Turn turn, RequestId id, Eui64 recipient, UseCase useCase) {
        long counter = Math.max(turn.traffic().commandCounter() + 1, turn.now().toEpochMilli());
        turn.become(turn.traffic().withCommandCounter(counter));
        return new GroupingHeader(
                Cra.COMMAND,
                counter,
                seals.broker(),
                recipient,
                OtherInformation.of(useCase, id.originator(), id.counter()));
    }

    private void ask(
            Turn turn,
            RequestId id,
            InventoryDevice device,
            GroupingHeader header,
            Question question,
            Content content) {
        var awaited = new Awaited(turn.nextSerial(), id.originator(), id, header, question, device.id());
        send(turn, device, awaited, seals.command(header, content));
    }

    /** A hub that cannot be reached answers as little as a device that is off. */
    private void send(Turn turn, InventoryDevice device, Awaited awaited, Octets command) {
        var all = new ArrayList<>(turn.traffic().awaited().getOrElse(awaited.device(), List.of()));
        all.add(awaited);
        turn.become(turn.traffic().withAwaited(awaited.device(), List.copyOf(all)));
        device.hub()
                .flatMap(turn.books().hubs()::find)
                .filter(CommunicationsHub::reachable)
                .ifPresent(it -> turn.want(new DccEffect.Send(it.id(), command)));
        turn.want(new DccEffect.Book(
                new DccTimer.Unanswered(awaited.device(), awaited.serial()),
                turn.now().plus(rules.limits().answer())));
    }

    private static void forget(Turn turn, Awaited awaited) {
        var left = turn.traffic().awaited().getOrElse(awaited.device(), List.of()).stream()
                .filter(it -> it.serial() != awaited.serial())
                .toList();
        turn.become(turn.traffic().withAwaited(awaited.device(), left));
    }
}

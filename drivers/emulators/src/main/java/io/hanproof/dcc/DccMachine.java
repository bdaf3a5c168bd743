package io.hanproof.dcc;

import io.hanproof.duis.ServiceRequest;
import io.hanproof.lab.Machine;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import java.time.Instant;

/** A DCC that does what the text says, under one reading of it. */
public final class DccMachine implements Machine<DccState, DccEvent, DccEffect> {
    private final DccRules rules;
    private final Seals seals;
    private final Access access;
    private final Intake intake;
    private final Queues queues;
    private final Commands commands;
    private final Inbox inbox;
    private final InventoryDesk inventory;
    private final AuditDesk audit;

    public DccMachine(DccModel model, Policies policies, Baseline baseline) {
        this(DccRules.of(model, policies, baseline), model.seals());
    }

    DccMachine(DccRules rules, Seals seals) {
        this.rules = rules;
        this.seals = seals;
        var alerts = new SupplierAlerts(rules);
        access = new Access(rules);
        queues = new Queues(rules, alerts);
        intake = new Intake(rules, alerts, queues);
        commands = new Commands(rules, seals);
        inventory = new InventoryDesk(rules);
        inbox = new Inbox(rules, seals, alerts, queues, commands, inventory);
        audit = new AuditDesk(rules);
    }

    DccRules rules() {
        return rules;
    }

    /** One that goes by other rules. */
    DccMachine under(DccRules others) {
        return new DccMachine(others, seals);
    }

    @Override
    public Step<DccState, DccEffect> on(DccEvent event, DccState state, Instant now) {
        var turn = new Turn(state, now);
        switch (event) {
            case DccEvent.Requested(var user, var request) -> onRequest(turn, user, request);
            case DccEvent.IncidentRaised(var user, var device) -> audit.on(turn, user, device);
            case DccEvent.Heard(var hub, var message) -> inbox.on(turn, hub, message);
            case DccEvent.Due(var timer) -> onTime(turn, timer);
            case DccEvent.CplChanged(var cpl) -> inventory.on(turn, cpl);
            case DccEvent.InventoryChanged(var device) ->
                turn.become(turn.books().with(device));
            case DccEvent.SuppliersChanged(var hub, var meters) ->
                turn.become(turn.books().with(hub, meters));
            case DccEvent.HubChanged(var hub) -> turn.become(turn.books().with(hub));
            case DccEvent.ThresholdChanged(var threshold) ->
                turn.become(turn.books().with(threshold));
        }
        return turn.end();
    }

    private void onRequest(Turn turn, Eui64 user, ServiceRequest request) {
        var fault = access.fault(turn, user, request);
        if (fault.isPresent()) {
            turn.refuse(user, request.id(), fault.get());
            return;
        }
        switch (request) {
            case ServiceRequest.Distribution it -> intake.on(turn, user, it);
            case ServiceRequest.ReadFirmwareVersion it -> commands.on(turn, user, it);
            case ServiceRequest.ActivateFirmware it -> commands.on(turn, user, it);
            case ServiceRequest.SignedPreCommand it -> commands.on(turn, user, it);
            case ServiceRequest.ReadDeviceModel it -> commands.on(turn, user, it);
            case ServiceRequest.ReadInventory it -> inventory.on(turn, user, it);
            case ServiceRequest.UpdateInventory it -> inventory.on(turn, user, it);
            case ServiceRequest.DevicePrenotification it -> inventory.on(turn, user, it);
        }
    }

    private void onTime(Turn turn, DccTimer timer) {
        switch (timer) {
            case DccTimer.InFlight it -> queues.onTimeout(turn, it);
            case DccTimer.Unanswered it -> commands.onTimeout(turn, it);
            case DccTimer.Later(var effect) -> turn.want(effect);
        }
    }
}

package io.hanproof.dcc;

import io.hanproof.cpl.Cpl;
import io.hanproof.cpl.CplEntry;
import io.hanproof.dcc.InventoryDevice.Status;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceRequest.DevicePrenotification;
import io.hanproof.duis.ServiceRequest.ReadInventory;
import io.hanproof.duis.ServiceRequest.UpdateInventory;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.octets.Eui64;
import java.util.List;
import java.util.Optional;

/** Reads and writes the Smart Metering Inventory by order of users (SR 8.2, 8.4, 12.2) and of the CPL. */
final class InventoryDesk {
    private final DccRules rules;
    private final Responsibility responsibility;

    InventoryDesk(DccRules rules) {
        this.rules = rules;
        this.responsibility = new Responsibility(rules);
    }

    void on(Turn turn, Eui64 user, ReadInventory request) {
        turn.books()
                .inventory()
                .find(request.device())
                .ifPresentOrElse(
                        it -> turn.answer(user, request.id(), entry(it)),
                        () -> turn.refuse(user, request.id(), RequestFault.UNKNOWN_DEVICE));
    }

    void on(Turn turn, Eui64 user, UpdateInventory request) {
        var known = turn.books().inventory().find(request.device());
        if (known.isEmpty()) {
            turn.refuse(user, request.id(), RequestFault.UNKNOWN_DEVICE);
            return;
        }
        var corrected = known.get().withFirmware(Optional.of(request.firmwareVersion()));
        if (!responsibility.covers(user, corrected, turn.books())) {
            turn.refuse(user, request.id(), RequestFault.NOT_RESPONSIBLE);
        } else if (!isAcceptable(corrected, turn.books().cpl())) {
            turn.refuse(user, request.id(), RequestFault.NOT_ON_CPL);
        } else {
            turn.become(
                    turn.books().with(withGbcsOfEntry(corrected, turn.books().cpl())));
            turn.answer(user, request.id(), new ServiceResponse.Accepted(List.of()));
        }
    }

    void on(Turn turn, Eui64 user, DevicePrenotification request) {
        var type = DeviceType.of(request.deviceType());
        if (type.isEmpty()) {
            turn.refuse(user, request.id(), RequestFault.NOT_FOR_DEVICE);
            return;
        }
        var device = new InventoryDevice(
                request.device(),
                type.get(),
                Status.PENDING,
                request.manufacturerCode(),
                request.model(),
                request.hardwareVersion(),
                Optional.of(request.firmwareVersion()),
                Optional.empty(),
                Optional.empty());
        if (!isAcceptable(device, turn.books().cpl())) {
            turn.refuse(user, request.id(), RequestFault.NOT_ON_CPL);
            return;
        }
        turn.become(turn.books().with(withGbcsOfEntry(device, turn.books().cpl())));
        turn.answer(user, request.id(), new ServiceResponse.Accepted(List.of()));
    }

    /**
     * A new CPL suspends what runs removed firmware, and lifts that again. An IHD, which has no status of its own in one text
     * (S002:4888-4896), is suspended under the other only (S002:3699-3703).
     */
    void on(Turn turn, Cpl cpl) {
        var books = turn.books().with(cpl);
        var inventory = books.inventory();
        for (var each : inventory.values()) {
            var status = statusUnder(cpl, each);
            if (status != each.status()) {
                inventory = inventory.with(each.id(), each.with(status));
            }
        }
        turn.become(books.withInventory(inventory));
    }

    /** A version that a device or its hub has told: changed only when it is another one. */
    void learn(Turn turn, Eui64 device, long version) {
        turn.books()
                .inventory()
                .find(device)
                .filter(it -> !it.firmwareVersion().equals(Optional.of(version)))
                .ifPresent(it -> {
                    var changed = withGbcsOfEntry(
                            it.withFirmware(Optional.of(version)), turn.books().cpl());
                    turn.become(turn.books().with(changed));
                });
    }

    private Status statusUnder(Cpl cpl, InventoryDevice device) {
        boolean subject = rules.isListed(device.type()) && (device.type() != DeviceType.IHD || rules.suspendsIhds());
        if (!subject || device.firmwareVersion().isEmpty()) {
            return device.status();
        }
        var entries = entriesOf(device, cpl);
        boolean removed = !entries.isEmpty() && entries.stream().allMatch(CplEntry::isRemoved);
        return switch (device.status()) {
            case COMMISSIONED -> removed ? Status.SUSPENDED : Status.COMMISSIONED;
            case SUSPENDED -> removed || entries.isEmpty() ? Status.SUSPENDED : Status.COMMISSIONED;
            case PENDING -> Status.PENDING;
            case DECOMMISSIONED -> Status.DECOMMISSIONED;
        };
    }

    private boolean isAcceptable(InventoryDevice device, Cpl cpl) {
        return !rules.isListed(device.type())
                || rules.waivedFaults().contains(RequestFault.NOT_ON_CPL)
                || entriesOf(device, cpl).stream().anyMatch(it -> !it.isRemoved());
    }

    /** What GBCS version a firmware version means is on the CPL (S002:3951-3955). */
    private static InventoryDevice withGbcsOfEntry(InventoryDevice device, Cpl cpl) {
        return entriesOf(device, cpl).stream()
                .map(CplEntry::gbcsVersion)
                .flatMap(Optional::stream)
                .findFirst()
                .map(it -> device.withGbcs(Optional.of(it)))
                .orElse(device);
    }

    private static List<CplEntry> entriesOf(InventoryDevice device, Cpl cpl) {
        return cpl.ofProduct(device.manufacturerCode(), device.model(), device.hardwareVersion()).stream()
                .filter(it -> device.firmwareVersion().equals(Optional.of(it.firmwareVersion())))
                .toList();
    }

    private static ServiceResponse.InventoryEntry entry(InventoryDevice device) {
        return new ServiceResponse.InventoryEntry(
                device.id(),
                device.type().name(),
                device.status().text(),
                device.manufacturerCode(),
                device.model(),
                device.hardwareVersion(),
                device.firmwareVersion());
    }
}

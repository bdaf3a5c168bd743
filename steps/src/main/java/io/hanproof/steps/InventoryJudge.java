package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.ServiceResponse.InventoryEntry;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.octets.Eui64;
import io.hanproof.steps.DccWords.User;
import java.util.Optional;

/** Judges the DCC by what its inventory says. */
final class InventoryJudge {
    private final World world;
    private final DccJudge judge;

    InventoryJudge(World world, DccJudge judge) {
        this.world = world;
        this.judge = judge;
    }

    /** Looks at what the inventory says, to whoever has just read it or else to the import supplier. */
    void shows(String device, Optional<String> firmware) {
        var sight = inventory(device);
        var entry = entry(sight);
        if (!entry.firmwareVersion().equals(firmware.map(world::version))) {
            fail("expected firmware %s of the %s in the inventory, saw %s (frame %d)"
                    .formatted(
                            firmware.orElse("none"),
                            device,
                            entry.firmwareVersion().map("%08X"::formatted).orElse("none"),
                            sight.number()));
        }
        world.ledger().observed("the inventory shows firmware " + firmware.orElse("none"), sight);
    }

    void showsStatus(String device, String status) {
        var sight = inventory(device);
        var entry = entry(sight);
        if (!entry.status().equals(status)) {
            fail("expected the %s as %s in the inventory, saw %s (frame %d)"
                    .formatted(device, status, entry.status(), sight.number()));
        }
        world.ledger().observed("the inventory shows the %s as %s".formatted(device, status), sight);
    }

    private Sight<ServiceResponse> inventory(String name) {
        Eui64 device = world.chain().neighbourhood().device(name);
        return judge.answerTo(
                world.witness()
                        .last(ServiceRequest.class, world.since(), it -> it.to().equals(Sight.DCC))
                        .filter(it -> it.message() instanceof ServiceRequest.ReadInventory(var id, var read)
                                && read.equals(device))
                        .orElseGet(() -> read(device)),
                it -> true);
    }

    private Sight<ServiceRequest> read(Eui64 device) {
        var id = world.chain()
                .request(User.IMPORT_SUPPLIER, Sight.DCC, it -> new ServiceRequest.ReadInventory(it, device));
        return world.witness()
                .last(ServiceRequest.class, 0, it -> it.message().id().equals(id))
                .orElseThrow(() -> new BenchFault("SR 8.2 was not recorded"));
    }

    private static InventoryEntry entry(Sight<ServiceResponse> sight) {
        if (sight.message().answer() instanceof InventoryEntry entry) {
            return entry;
        }
        fail("expected what the inventory says, saw %s (frame %d)"
                .formatted(DccJudge.words(sight.message().answer()), sight.number()));
        throw new PreconditionNotReached("SMI-04", "the inventory answers");
    }
}

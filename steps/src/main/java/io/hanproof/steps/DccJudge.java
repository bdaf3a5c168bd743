package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.duis.Incident;
import io.hanproof.duis.RejectionReason;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.ServiceResponse.Accepted;
import io.hanproof.duis.ServiceResponse.InventoryEntry;
import io.hanproof.duis.ServiceResponse.Refused;
import io.hanproof.duis.ServiceResponse.Rejected;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.octets.Eui64;
import io.hanproof.steps.DccWords.Recipients;
import io.hanproof.steps.DccWords.User;
import io.hanproof.steps.NoticeWords.DccAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges the DCC by what it answers. */
final class DccJudge {
    /** After that long the DCC itself says that the device did not answer. */
    private static final Duration ANSWER = Neighbourhood.ANSWER.plusMinutes(1);

    private final World world;

    DccJudge(World world) {
        this.world = world;
    }

    /** The answer to what was asked last; one that says what is to be signed is none yet. */
    private Sight<ServiceResponse> answer() {
        var asked = world.witness()
                .last(ServiceRequest.class, world.since(), it -> it.to().equals(Sight.DCC))
                .orElseThrow(
                        () -> new BenchFault("nothing has been asked of the DCC since the last sentence that acts"));
        return answerTo(asked);
    }

    private Sight<ServiceResponse> answerTo(Sight<ServiceRequest> asked) {
        var seen = world.witness()
                .await(
                        ServiceResponse.class,
                        asked.number(),
                        ANSWER,
                        it -> it.to().equals(asked.from())
                                && it.message().to().equals(asked.message().id())
                                && !(it.message().answer() instanceof ServiceResponse.PreCommand));
        if (seen.isEmpty()) {
            fail("expected an answer to SR %s (frame %d) within %s, saw none"
                    .formatted(asked.message().variant(), asked.number(), ANSWER));
        }
        return seen.orElseThrow();
    }

    void accepts() {
        var sight = answer();
        if (sight.message().answer() instanceof Refused(var fault)) {
            fail("expected the request to be accepted, the DCC refuses it: %s (frame %d)"
                    .formatted(fault.text(), sight.number()));
        }
        world.ledger().observed("the DCC accepted the request", sight);
    }

    /** Accepted, with nobody left out. */
    void acceptsForAll() {
        var sight = answer();
        List<Rejected> rejected = accepted(sight).rejected();
        if (!rejected.isEmpty()) {
            fail("expected no device to be rejected, saw %s (frame %d)".formatted(words(rejected), sight.number()));
        }
        world.ledger().observed("the DCC accepted the request for all devices", sight);
    }

    void rejects(Recipients recipients, RejectionReason reason) {
        var sight = answer();
        List<Rejected> rejected = accepted(sight).rejected();
        List<Rejected> expected = recipients.names().stream()
                .map(it -> new Rejected(world.chain().neighbourhood().device(it), reason))
                .toList();
        if (!rejected.equals(expected)) {
            fail("expected the rejection of %s, saw %s (frame %d)"
                    .formatted(words(expected), words(rejected), sight.number()));
        }
        world.ledger().observed("the DCC rejected " + words(expected), sight);
    }

    private Accepted accepted(Sight<ServiceResponse> sight) {
        if (sight.message().answer() instanceof Accepted accepted) {
            return accepted;
        }
        fail("expected a list of rejected devices, saw %s (frame %d)"
                .formatted(words(sight.message().answer()), sight.number()));
        throw new BenchFault("what was asked last names no list of devices");
    }

    private String words(List<Rejected> rejected) {
        return rejected.isEmpty()
                ? "no device"
                : rejected.stream()
                                .limit(5)
                                .map(it -> "%s because %s"
                                        .formatted(
                                                name(it.device()), it.reason().text()))
                                .collect(Collectors.joining(", "))
                        + (rejected.size() > 5 ? " and %d more".formatted(rejected.size() - 5) : "");
    }

    private String name(Eui64 device) {
        return world.chain().neighbourhood().device(device);
    }

    void refuses(RequestFault fault) {
        var sight = answer();
        if (!sight.message().answer().equals(new Refused(fault))) {
            fail("expected the request to be refused because %s, saw %s (frame %d)"
                    .formatted(fault.text(), words(sight.message().answer()), sight.number()));
        }
        world.ledger().observed("the DCC refused the request because " + fault.text(), sight);
    }

    void answers(DccAnswer expected) {
        switch (expected) {
            case DccAnswer.Sender it -> names(it);
            case DccAnswer.DeviceRuns(var firmware) -> {
                var sight = answer();
                boolean right = sight.message().answer() instanceof ServiceResponse.DeviceFirmware(var device, var read)
                        && read.equals(firmware.map(world::version));
                judge(right, "firmware " + firmware.orElse("none"), sight);
            }
            case DccAnswer.Model(var firmware) -> {
                var sight = answer();
                boolean right = sight.message().answer() instanceof ServiceResponse.DeviceModel(var device, var read)
                        && read.filter(it -> isBySameMaker(it, device))
                                .filter(it ->
                                        firmware.map(world::version).stream().allMatch(v -> v == it.firmwareVersion()))
                                .isPresent();
                judge(
                        right,
                        "its manufacturer"
                                + firmware.map(it -> " and firmware " + it).orElse(""),
                        sight);
            }
        }
    }

    private void judge(boolean right, String what, Sight<ServiceResponse> sight) {
        if (!right) {
            fail("expected an answer with %s, saw %s (frame %d)"
                    .formatted(what, words(sight.message().answer()), sight.number()));
        }
        world.ledger().observed("the DCC answered with " + what, sight);
    }

    /** A display need not tell its image type before it has fetched an image, nor its hardware at all. */
    private boolean isBySameMaker(ServiceResponse.Model read, Eui64 device) {
        var own = world.site()
                .firmwares()
                .model(world.devices().kind(world.devices().nameOf(device)));
        return read.manufacturerCode() == own.manufacturerCode();
    }

    private Sight<Incident.Answered> incident() {
        var seen = world.witness().await(Incident.Answered.class, world.since(), ANSWER, it -> true);
        if (seen.isEmpty()) {
            fail("expected an answer to the incident within %s, saw none".formatted(ANSWER));
        }
        return seen.orElseThrow();
    }

    private void names(DccAnswer.Sender expected) {
        var sight = incident();
        long version = world.version(expected.firmware());
        Eui64 sender = Neighbourhood.user(expected.user());
        if (sight.message().images().stream()
                .noneMatch(it -> it.firmwareVersion() == version && it.sender().equals(sender))) {
            fail("expected %s as the sender of image %s, saw %s (frame %d)"
                    .formatted(
                            expected.user(),
                            expected.firmware(),
                            sight.message().images(),
                            sight.number()));
        }
        world.ledger().observed("the DCC named %s as the sender".formatted(expected.user()), sight);
    }

    /** Reads the inventory, as any user may, and looks at what it says. */
    void inventoryShows(String device, Optional<String> firmware) {
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

    void inventoryShowsStatus(String device, String status) {
        var sight = inventory(device);
        var entry = entry(sight);
        if (!entry.status().equals(status)) {
            fail("expected the %s as %s in the inventory, saw %s (frame %d)"
                    .formatted(device, status, entry.status(), sight.number()));
        }
        world.ledger().observed("the inventory shows the %s as %s".formatted(device, status), sight);
    }

    private Sight<ServiceResponse> inventory(String device) {
        var id = world.chain()
                .request(
                        User.IMPORT_SUPPLIER,
                        Sight.DCC,
                        it -> new ServiceRequest.ReadInventory(
                                it, world.chain().neighbourhood().device(device)));
        var asked = world.witness()
                .last(ServiceRequest.class, 0, it -> it.message().id().equals(id))
                .orElseThrow(() -> new BenchFault("SR 8.2 was not recorded"));
        return answerTo(asked);
    }

    private static InventoryEntry entry(Sight<ServiceResponse> sight) {
        if (sight.message().answer() instanceof InventoryEntry entry) {
            return entry;
        }
        fail("expected what the inventory says, saw %s (frame %d)"
                .formatted(words(sight.message().answer()), sight.number()));
        throw new PreconditionNotReached("SMI-04", "the inventory answers");
    }

    private static String words(ServiceResponse.Answer answer) {
        return answer instanceof Refused(var fault) ? "a refusal: " + fault.text() : answer.toString();
    }
}

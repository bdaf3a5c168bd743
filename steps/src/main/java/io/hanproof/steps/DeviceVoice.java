package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.Counters;
import io.hanproof.gbcs.GbcsCheck;
import io.hanproof.gbcs.GbcsFinding;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.Role;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;

/** What a device under test says in GBCS messages, opened and verified by those that they are for. */
final class DeviceVoice {
    private final World world;

    DeviceVoice(World world) {
        this.world = world;
    }

    /** A message that verifies. */
    record Heard(Sight<WanMessage.Gbcs> sight, GroupingHeader header, Content content) {}

    /**
     * Everything that it has said so far, and that its receivers have to accept.
     *
     * @throws BenchFault when there is no certificate to find that out with
     * @throws AssertionError when they have to refuse something that it has said since the latest acting sentence
     */
    List<Heard> heard() {
        var heard = new ArrayList<Heard>();
        var counters = Counters.NONE;
        for (var sight : world.witness().all(WanMessage.Gbcs.class, 0, it -> isTheDevices(it.message()))) {
            Octets octets = sight.message().message();
            var findings = check(octets, counters);
            if (!findings.isEmpty() && sight.number() < world.since()) {
                continue; // another sentence's matter
            }
            if (!findings.isEmpty() && findings.stream().allMatch(GbcsFinding::isUndecided)) {
                throw new BenchFault("what the %s said cannot be verified: %s (frame %d)"
                        .formatted(world.called(), findings.getFirst().message(), sight.number()));
            }
            if (!findings.isEmpty() || !(GbcsMessage.read(octets) instanceof Decoded.Value<GbcsMessage>(var message))) {
                fail("the %s sent a message that its receiver has to refuse: %s (frame %d)"
                        .formatted(world.called(), words(findings), sight.number()));
                return heard;
            }
            counters = counters.after(message.header());
            heard.add(new Heard(sight, message.header(), message.content()));
        }
        return heard;
    }

    private static String words(List<GbcsFinding> findings) {
        return findings.isEmpty()
                ? "it cannot be read"
                : String.join("; ", findings.stream().map(GbcsFinding::toString).toList());
    }

    /**
     * What it says in its own name, and what is said in ours that we have not said. Messages of other use cases than firmware
     * updates are for others to judge, and so are other devices.
     */
    private boolean isTheDevices(WanMessage.Gbcs message) {
        return GbcsSights.useCase(message).isPresent()
                && message.originator().filter(this::speaksHere).isPresent()
                && !world.desk().hasSent(message.message());
    }

    private boolean speaksHere(Eui64 originator) {
        var keys = world.run().keys();
        return originator.equals(world.devices().address(HanDevices.FIRST))
                || originator.equals(keys.acb().id())
                || originator.equals(keys.supplier(Keys.IMPORT_SUPPLIER).id());
    }

    private List<GbcsFinding> check(Octets message, Counters counters) {
        var keys = world.run().keys();
        var supplier = keys.supplier(Keys.IMPORT_SUPPLIER);
        var known = Certificates.of(supplier, keys.acb())
                .plus(keys.certificates(world.devices().address(HanDevices.FIRST), Role.DEVICE));
        var recipient = GbcsSights.read(message).map(it -> it.header().recipient());
        if (recipient.isEmpty()) {
            return GbcsCheck.check(message, known);
        }
        var reader = recipient.get().equals(supplier.id()) ? supplier : keys.acb();
        return GbcsCheck.check(message, known, reader, counters);
    }
}

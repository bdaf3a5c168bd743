package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Counters;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.GbcsCheck;
import io.hanproof.gbcs.GbcsFinding;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.Role;
import io.hanproof.gbcs.UseCase;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Decoded;
import java.util.List;
import java.util.Optional;

/** What a hub under test says in GBCS messages, verified as the DCC verifies it. */
final class HubSpeech {
    private final World world;

    HubSpeech(World world) {
        this.world = world;
    }

    /** Signature, role, form and counter of every message from the hub. */
    void requireGoodMessages() {
        var counters = Counters.NONE;
        for (var each : world.witness().all(WanMessage.Gbcs.class, 0, this::isTheHubs)) {
            var octets = each.message().message();
            requireNone(each, decided(GbcsCheck.check(octets, known(), acb(), counters)));
            if (GbcsMessage.read(octets) instanceof Decoded.Value<GbcsMessage>(var message)) {
                counters = counters.after(message.header());
            }
        }
    }

    /**
     * What it says in its own name, and in whatever name what only a hub has to say. What it passes on for its devices is
     * theirs, and messages of other use cases than firmware updates are for others to judge.
     */
    boolean isTheHubs(Sight<WanMessage.Gbcs> sight) {
        var message = sight.message();
        boolean named = message.originator().equals(Optional.of(world.hub().address()));
        return message.cra().filter(it -> it != Cra.COMMAND).isPresent()
                && GbcsSights.useCase(message)
                        .filter(it -> named || isAHubs(it))
                        .isPresent();
    }

    private static boolean isAHubs(UseCase useCase) {
        return switch (useCase) {
            case CCS08, DBCH06, DBCH07, DBCH08, DBCH09, DBCH10, DBCH11 -> true;
            case CS06, CS06_ALERT, CS08, CS09, ECS52, GCS38, FDRA_DLMS, FDRA_GBZ -> false;
        };
    }

    /** What is wrong, and not only to be found out by who knows the hub's other certificate. */
    private static List<GbcsFinding> decided(List<GbcsFinding> findings) {
        return findings.stream().filter(it -> !it.isUndecided()).toList();
    }

    /** @throws BenchFault when there is no certificate to find it out with */
    void requireGood(Sight<WanMessage.Gbcs> sight) {
        var findings = GbcsCheck.check(sight.message().message(), known(), acb(), Counters.NONE);
        requireNone(sight, decided(findings));
        if (!findings.isEmpty()) {
            throw new BenchFault("what the hub said cannot be verified: %s (frame %d)"
                    .formatted(findings.getFirst().message(), sight.number()));
        }
    }

    private static void requireNone(Sight<?> sight, List<GbcsFinding> findings) {
        if (!findings.isEmpty()) {
            fail("%s (frame %d)".formatted(findings.getFirst(), sight.number()));
        }
    }

    private Identity acb() {
        return world.run().keys().acb();
    }

    private Certificates known() {
        var keys = world.run().keys();
        return Certificates.of(keys.acb())
                .plus(keys.certificates(Keys.IMPORT_SUPPLIER, Role.SUPPLIER))
                .plus(keys.certificates(Keys.GAS_SUPPLIER, Role.SUPPLIER))
                .plus(world.hub().certificates());
    }
}

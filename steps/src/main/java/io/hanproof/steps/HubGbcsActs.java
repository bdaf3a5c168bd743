package io.hanproof.steps;

import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.ReadDeviceModel;
import io.hanproof.gbcs.Sealing;
import io.hanproof.gbcs.Usage;
import io.hanproof.gbcs.UseCase;
import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Octets;
import io.hanproof.steps.HubGbcsSteps.CommandFlaw;
import java.time.Duration;
import java.time.Instant;

/** What the DCC says to the hub under test in GBCS, and how often a display asks for its image. */
final class HubGbcsActs {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int ONE_BIT = 1;

    private final World world;
    private final DisplayActs displays;
    private long counter;

    HubGbcsActs(World world) {
        this.world = world;
        this.displays = new DisplayActs(world);
    }

    void ask(String device) {
        world.hub().wan().send(command(device, next()));
    }

    void ask(String device, CommandFlaw flaw) {
        world.hub()
                .wan()
                .send(
                        switch (flaw) {
                            case WRONG_MAC -> withOneBitWrong(command(device, next()));
                            case SAID_BEFORE -> command(device, counter);
                        });
    }

    /** Grows from scenario to scenario, too, for a hub that remembers. */
    private long next() {
        counter = Math.max(counter + 1, world.timeline().instant().toEpochMilli());
        return counter;
    }

    /** SR 11.5 as the DCC passes it on for a supplier. */
    private Octets command(String device, long number) {
        var acb = world.run().keys().acb();
        var header = new GroupingHeader(
                Cra.COMMAND,
                number,
                acb.id(),
                world.hub().address(),
                OtherInformation.of(UseCase.CS08, Keys.IMPORT_SUPPLIER, number));
        var known = Certificates.NONE.plus(world.hub().certificates());
        if (known.of(header.recipient(), Usage.AGREEMENT).isEmpty()) {
            throw new BenchFault("a command to the hub needs its key agreement certificate, which is not known");
        }
        return Sealing.command(header, new ReadDeviceModel(world.devices().address(device)), acb, acb, known);
    }

    /** The MAC stands at the end. */
    private static Octets withOneBitWrong(Octets command) {
        int last = command.length() - 1;
        return command.with(last, command.u8(last) ^ ONE_BIT);
    }

    void askDaily(String device, Duration howLong) {
        Instant end = world.timeline().instant().plus(howLong);
        while (world.timeline().instant().isBefore(end)) {
            displays.ask(device, new Words.Asking.AsItIs());
            world.timeline().advance(A_DAY);
        }
    }
}

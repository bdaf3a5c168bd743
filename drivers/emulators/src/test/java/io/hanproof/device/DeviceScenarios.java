package io.hanproof.device;

import io.hanproof.hub.Corruption;
import io.hanproof.hub.HubEffect;
import io.hanproof.hub.HubEvent;
import io.hanproof.hub.HubScripts;
import io.hanproof.hub.HubState;
import io.hanproof.hub.WaitForm;
import io.hanproof.image.HardwareRange;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The catalogue's scenarios for a device as target, in small: each throws AssertionError where its Then would fail. */
final class DeviceScenarios {
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);
    static final Duration MINUTE = Duration.ofMinutes(1);

    /** @param requirement that the scenario belongs to */
    record Scenario(String requirement, String name, Consumer<DeviceSteps> steps) {}

    private final List<Scenario> all = new ArrayList<>();

    static List<Scenario> all(boolean together, boolean clockless) {
        var scenarios = new DeviceScenarios();
        scenarios.queries();
        scenarios.fetches();
        scenarios.judgements();
        scenarios.all.addAll(ActivationScenarios.all(together, clockless));
        return scenarios.all;
    }

    private void add(String requirement, String name, Consumer<DeviceSteps> steps) {
        all.add(new Scenario(requirement, name, steps));
    }

    private void queries() {
        add("DEV-01", "asks after a notification", it -> {
            it.notified();
            it.bench.pass(Duration.ofMinutes(5));
            it.then(it.queries() > 0, "it has not asked");
        });
        add("DEV-02", "the query says what it runs", it -> {
            it.notified();
            it.given(it.queries() > 0, "no query");
            it.then(it.query().running().equals(new ImageId(0xFFFE, 0xAABB, 0x10)), "wrong query");
        });
        add("DEV-03", "the query carries the hardware version", it -> {
            it.notified();
            it.given(it.queries() > 0, "no query");
            it.then(it.query().hardware().isPresent(), "no hardware version");
        });
    }

    private void fetches() {
        add("DEV-04", "every octet", it -> {
            it.downloads(it.firmware("0x20"), Duration.ZERO);
            it.hasFetchedEverything();
        });
        habit("DEV-04", "1 octet", HubScripts.blocksOf(1));
        habit("DEV-04", "16 octets", HubScripts.blocksOf(16));
        habit("DEV-04", "loses one", HubScripts.loses(HubScripts::halfWay, 1));
        habit("DEV-04", "loses three", HubScripts.loses(HubScripts::halfWay, 3));
        habit("DEV-04", "sends one twice", HubScripts.repeats(HubScripts::halfWay, 1));
        habit("DEV-04", "after 2 seconds", HubScripts.late(ImageBlockResponse.class, Duration.ofSeconds(2)));
        habit("DEV-04", "wait 1 minute", HubScripts.waits(HubScripts::halfWay, 1, WaitForm.RELATIVE, MINUTE));
        habit("DEV-04", "wait 2 hours", HubScripts.waits(HubScripts::halfWay, 1, WaitForm.RELATIVE, HOUR.plus(HOUR)));
        habit("DEV-04", "wait until UTC", HubScripts.waits(HubScripts::halfWay, 1, WaitForm.UTC, MINUTE));
        add("SGZ-02", "asks for no block meanwhile", it -> {
            it.hub(HubScripts.waits(HubScripts::halfWay, 1, WaitForm.RELATIVE, MINUTE.multipliedBy(10)));
            it.delivered(it.firmware("0x20"));
            it.then(it.pauses(MINUTE.multipliedBy(10)), "it has asked");
        });
        add("DEV-06", "the download is complete", it -> {
            it.delivered(it.firmware("0x20"));
            it.given(it.fetched() == it.size(), "not all fetched");
            it.then(it.hasEndedWith(ZclStatus.SUCCESS), "not ended");
        });
        add("DEV-06", "the hub stops half-way", it -> {
            it.hub(HubScripts.stopsServing(HubScripts::halfWay));
            it.delivered(it.firmware("0x20"));
            it.then(!it.hasEndedWith(ZclStatus.SUCCESS), "ended with SUCCESS");
        });
    }

    private void habit(String requirement, String name, Mutation<HubState, HubEvent, HubEffect> habit) {
        add(requirement, name, it -> {
            it.hub(habit);
            it.delivered(it.firmware("0x20"));
            it.hasFetchedEverything();
        });
    }

    private void judgements() {
        add("DEV-05", "an order to activate a corrupted image", it -> {
            it.hub(HubScripts.patches(HubScripts::halfWay, Octets.hex("A5A5")));
            it.delivered(it.firmware("0x20"));
            it.order(it.image(0x20));
            it.bench.pass(Duration.ofMinutes(4));
            it.runs(0x10);
        });
        for (var part : Corruption.values()) {
            add("DEV-07", "wrong in its " + part, it -> {
                it.hub(HubScripts.corrupts(part));
                it.delivered(it.firmware("0x20"));
                it.then(!it.hasEndedWith(ZclStatus.SUCCESS), "ended with SUCCESS");
            });
        }
        add("DEV-15", "built for other hardware", it -> {
            it.hub(HubScripts.ignoresHardware());
            var other = new HardwareVersion(2, 0);
            it.deliveredFile(it.bench
                    .image(it.firmware("0x20"), new HardwareRange(other, other))
                    .file());
            it.runsStill(0x10);
        });
        for (var alias : List.of(new ImageId(0xFFFE, 0xAABC, 0x20), new ImageId(0xFFFD, 0xAABB, 0x20))) {
            add("DEV-15", "built for " + alias, it -> {
                it.hub(HubScripts.offersRegardless());
                it.deliveredFile(it.bench.imageFor(alias, it.firmware("0x20")).file());
                it.runsStill(0x10);
            });
            add("DEV-15", "offered as its own, built for " + alias, it -> {
                it.hub(HubScripts.all(
                        HubScripts.offersRegardless(), HubScripts.offersAs(own -> new ImageId(0xFFFE, 0xAABB, 0x20))));
                it.deliveredFile(it.bench.imageFor(alias, it.firmware("0x20")).file());
                it.runsStill(0x10);
            });
        }
    }
}

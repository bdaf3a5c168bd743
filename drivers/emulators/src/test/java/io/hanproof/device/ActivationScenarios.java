package io.hanproof.device;

import io.hanproof.hub.EndForm;
import io.hanproof.hub.HubScripts;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The catalogue's scenarios for a device as target, from the activation on. */
final class ActivationScenarios {
    private final List<DeviceScenarios.Scenario> all = new ArrayList<>();

    static List<DeviceScenarios.Scenario> all(boolean together, boolean clockless) {
        var scenarios = new ActivationScenarios();
        scenarios.times();
        scenarios.orders();
        scenarios.versions();
        scenarios.cuts();
        scenarios.parts();
        if (together) {
            scenarios.partsTogether();
        }
        if (clockless) {
            scenarios.clockless();
        }
        return scenarios.all;
    }

    private void add(String requirement, String name, Consumer<DeviceSteps> steps) {
        all.add(new DeviceScenarios.Scenario(requirement, name, steps));
    }

    private void times() {
        for (var form : List.of(EndForm.UTC, EndForm.RELATIVE)) {
            add("DEV-08", "one second early, " + form, it -> {
                it.hub(HubScripts.activates(form));
                it.downloads(it.firmware("0x20"), DeviceScenarios.HOUR);
                it.until(DeviceScenarios.HOUR.minusSeconds(1));
                it.runs(0x10);
            });
            add("DEV-08", "at the time, " + form, it -> {
                it.hub(HubScripts.activates(form));
                it.downloads(it.firmware("0x20"), DeviceScenarios.HOUR);
                it.until(DeviceScenarios.HOUR);
                it.runsSoon(0x20);
            });
        }
        add("DEV-08", "at once", it -> {
            it.downloads(it.firmware("0x20"), Duration.ZERO);
            it.runsSoon(0x20);
        });
        for (int days : new int[] {7, 30}) {
            add("DEV-08", "the day before " + days, it -> {
                it.downloads(it.firmware("0x20"), DeviceScenarios.DAY.multipliedBy(days));
                it.until(DeviceScenarios.DAY.multipliedBy(days - 1));
                it.runs(0x10);
            });
        }
        add("DEV-08", "30 days ahead", it -> {
            it.downloads(it.firmware("0x20"), DeviceScenarios.DAY.multipliedBy(30));
            it.until(DeviceScenarios.DAY.multipliedBy(30));
            it.runsSoon(0x20);
        });
    }

    private void orders() {
        add("DEV-08", "held back", it -> {
            it.hub(HubScripts.activates(EndForm.WAIT));
            it.downloads(it.firmware("0x20"), Duration.ZERO);
            it.bench.pass(DeviceScenarios.HOUR);
            it.runs(0x10);
        });
        for (var id : List.of(new ImageId(0xFFFE, 0xAABB, 0x20), ImageId.ANY)) {
            add("DEV-08", "ordered later, " + id, it -> {
                it.hub(HubScripts.activates(EndForm.WAIT));
                it.downloads(it.firmware("0x20"), Duration.ZERO);
                it.bench.pass(DeviceScenarios.MINUTE);
                it.order(id);
                it.runsSoon(0x20);
            });
        }
        add("DEV-10", "the activation succeeds", it -> {
            it.downloads(it.firmware("0x20"), Duration.ZERO);
            it.bench.pass(DeviceScenarios.MINUTE.multipliedBy(10));
            it.runs(0x20);
        });
        add("DEV-10", "refused", it -> {
            it.hub(HubScripts.refusesEnd(ZclStatus.ABORT));
            it.delivered(it.firmware("0x20"));
            it.runsStill(0x10);
        });
        add("DEV-10", "another image", it -> {
            it.hub(HubScripts.activates(EndForm.OTHER_IMAGE));
            it.delivered(it.firmware("0x20"));
            it.runsStill(0x10);
        });
    }

    private void versions() {
        add("DEV-11", "after the activation", it -> {
            it.downloads(it.firmware("0x20"), Duration.ZERO);
            it.bench.pass(Duration.ofSeconds(190));
            it.given(it.bench.display.state().flash().running() == 0x20, "not activated");
            it.then(it.bench.running().equals(OptionalLong.of(0x20)), "cannot be read");
        });
        add("DEV-11", "before any", it -> it.then(it.bench.running().equals(OptionalLong.of(0x10)), "cannot be read"));
        add("DEV-13", "half-way", it -> {
            it.fetchesHalf(it.firmware("0x20"));
            it.runs(0x10);
        });
        add("DEV-13", "waiting for its time", it -> {
            it.downloads(it.firmware("0x20"), DeviceScenarios.DAY);
            it.until(DeviceScenarios.HOUR);
            it.runs(0x10);
        });
    }

    private void cuts() {
        add("PWR-05", "switched on again", it -> {
            it.fetchesHalf(it.firmware("0x20"));
            it.off(DeviceScenarios.HOUR);
            it.runs(0x10);
        });
        add("PWR-05", "fetched afterwards", it -> {
            it.fetchesHalf(it.firmware("0x20"));
            it.off(DeviceScenarios.HOUR);
            it.bench.pass(DeviceScenarios.HOUR);
            it.hasFetchedEverything();
        });
        for (int seconds : new int[] {0, 1, 60}) {
            add("PWR-06", "cut " + seconds + " seconds into the activation", it -> {
                it.downloads(it.firmware("0x20"), DeviceScenarios.HOUR);
                it.until(DeviceScenarios.HOUR.plusSeconds(seconds));
                it.off(DeviceScenarios.MINUTE);
                it.bench.pass(Duration.ofMinutes(5));
                it.runsEither();
            });
        }
        add("PWR-03", "off at its time", it -> {
            it.downloads(it.firmware("0x20"), DeviceScenarios.HOUR);
            it.until(DeviceScenarios.MINUTE.multipliedBy(30));
            it.off(DeviceScenarios.HOUR);
            it.bench.pass(Duration.ofMinutes(5));
            it.runsEither();
        });
    }

    private void parts() {
        add("FRG-02", "stores the first part", it -> {
            it.downloads(it.part("0x15"), Duration.ZERO);
            it.bench.pass(Duration.ofMinutes(4));
            it.runs(0x10);
        });
        add("FRG-02", "an hour later", it -> {
            it.downloads(it.part("0x15"), Duration.ZERO);
            it.bench.pass(DeviceScenarios.HOUR);
            it.runs(0x10);
        });
        add("FRG-03", "both parts", it -> {
            it.activatesFirstPart();
            it.downloads(it.part("0x20"), Duration.ZERO);
            it.runsSoon(0x20);
        });
        add("FRG-03", "a week later", it -> {
            it.activatesFirstPart();
            var week = DeviceScenarios.DAY.multipliedBy(7);
            it.downloads(it.part("0x20"), week);
            it.bench.pass(week);
            it.runsSoon(0x20);
        });
        add("FRG-04", "the last alone", it -> {
            it.delivered(it.part("0x20"));
            it.bench.pass(Duration.ofMinutes(4));
            it.runs(0x10);
        });
        add("FRG-12", "the wrong order", it -> {
            it.delivered(it.part("0x20"));
            it.delivered(it.part("0x15"));
            it.bench.pass(Duration.ofMinutes(4));
            it.runs(0x10);
        });
        add("FRG-13", "the last never comes", it -> {
            it.activatesFirstPart();
            it.bench.pass(DeviceScenarios.DAY.multipliedBy(30));
            it.runs(0x10);
        });
        add("FRG-14", "the last after 30 days", it -> {
            it.activatesFirstPart();
            it.bench.pass(DeviceScenarios.DAY.multipliedBy(30));
            it.downloads(it.part("0x20"), Duration.ZERO);
            it.runsSoon(0x20);
        });
        add("FRG-15", "another update", it -> {
            it.activatesFirstPart();
            it.downloads(it.firmware("0x30"), Duration.ZERO);
            it.runsSoon(0x30);
        });
    }

    private void partsTogether() {
        add("FRG-11", "nothing before the last part's time", it -> {
            it.downloads(it.part("0x15"), Duration.ZERO);
            it.downloads(it.part("0x20"), DeviceScenarios.DAY);
            it.bench.pass(Duration.ofHours(23));
            it.runs(0x10);
        });
        add("FRG-11", "complete at the last part's time", it -> {
            it.downloads(it.part("0x15"), Duration.ZERO);
            it.downloads(it.part("0x20"), DeviceScenarios.DAY);
            it.bench.pass(DeviceScenarios.DAY);
            it.runsSoon(0x20);
        });
    }

    private void clockless() {
        add("DEV-09", "one hour early by the hub's time", it -> {
            it.downloads(it.firmware("0x20"), DeviceScenarios.DAY);
            it.until(Duration.ofHours(23));
            it.runs(0x10);
        });
        add("DEV-09", "at the time by the hub's time", it -> {
            it.downloads(it.firmware("0x20"), DeviceScenarios.DAY);
            it.until(DeviceScenarios.DAY);
            it.runsSoon(0x20);
        });
    }
}

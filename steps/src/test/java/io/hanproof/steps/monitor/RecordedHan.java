package io.hanproof.steps.monitor;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.Recorder;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.OtaFrames;
import java.util.List;

/** A recording that a test writes: a hub, a PPMID, and what a rule finds. */
final class RecordedHan {
    static final Eui64 HUB = Eui64.parse("00A1B2C3D4E50000");
    static final Eui64 PPMID = Eui64.parse("00A1B2C3D4E50001");

    private final Recorder recorder;

    RecordedHan(Recorder recorder) {
        this.recorder = recorder;
    }

    void toDevice(OtaCommand command) {
        send(HUB, PPMID, command);
    }

    void toHub(OtaCommand command) {
        send(PPMID, HUB, command);
    }

    private void send(Eui64 from, Eui64 to, OtaCommand command) {
        int number = recorder.sent(
                0,
                new ApsFrame(
                        from,
                        to,
                        Cluster.SMART_ENERGY_PROFILE,
                        Cluster.OTA.id(),
                        1,
                        1,
                        true,
                        true,
                        OtaFrames.unicast(1, command)));
        recorder.outcome(number, 0, Delivery.DELIVERED);
    }

    /** What that rule finds in the recording. */
    List<String> broken(List<StandingRule> rules, String id) {
        var watch = rules.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow()
                .watch()
                .get();
        new Pass(recorder.recording().cursor(), new Watch[] {watch}).over();
        return watch.findings().stream().map(Watch.Finding::text).toList();
    }
}

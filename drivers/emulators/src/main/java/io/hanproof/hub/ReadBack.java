package io.hanproof.hub;

import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.ota.OtaAttribute;
import java.time.Duration;
import java.util.Optional;

/** Reads the firmware version of each device after its activation time, once: steps 12 and 13 of Appendix 3. */
record ReadBack() {
    /** S002:6319-6322. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    void onTime(Turn turn, HubTimer.ReadBack due) {
        for (var each : turn.state().taken()) {
            if (each.serial() == due.taken()) {
                turn.become(turn.state().replacing(each.asked()));
                turn.want(new HubEffect.Read(each.device(), OtaAttribute.CURRENT_FILE_VERSION.id()));
                turn.bookIn(new HubTimer.ReadTimeout(each.serial()), TIMEOUT);
            }
        }
    }

    /** An answer that nobody waits for says nothing. */
    void onVersion(Turn turn, Eui64 device, Optional<Long> version) {
        for (var each : turn.state().taken()) {
            if (each.reading() == Taken.Reading.ASKED && each.device().address().equals(device)) {
                report(turn, each, version);
                return;
            }
        }
    }

    void onTimeout(Turn turn, HubTimer.ReadTimeout timeout) {
        for (var each : turn.state().taken()) {
            if (each.serial() == timeout.taken()) {
                report(turn, each, Optional.empty());
            }
        }
    }

    private static void report(Turn turn, Taken taken, Optional<Long> version) {
        turn.become(turn.state().withoutTaken(taken.serial()));
        version.ifPresent(
                it -> turn.become(turn.state().reporting(taken.device().address(), it)));
        turn.want(new HubEffect.Alert(new ReadAlert(taken.device().address(), version)));
    }
}

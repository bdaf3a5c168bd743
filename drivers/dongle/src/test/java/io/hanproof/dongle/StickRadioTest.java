package io.hanproof.dongle;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Entry;
import io.hanproof.lab.RadioContract;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.WallTimeline;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A coordinator and a router on one HAN, each with a stick of its own. */
@Timeout(60)
class StickRadioTest extends RadioContract {
    @RegisterExtension
    static final PairedSticks STICKS = new PairedSticks();

    @Override
    protected Pair join() {
        new WallTimeline().advance(Duration.ofMillis(100)); // what the test before sent without waiting for it
        var timeline = new WallTimeline();
        return new Pair(
                timeline,
                STICKS.coordinator().radio(timeline, new Recorder()),
                STICKS.router().radio(timeline, new Recorder()));
    }

    @Test
    void aBroadcastStaysABroadcast() {
        var timeline = new WallTimeline();
        var coordinator = STICKS.coordinator().radio(timeline, new Recorder());
        var recorder = new Recorder();
        var heard = new ArrayList<ApsFrame>();
        STICKS.router().radio(timeline, recorder).listen(heard::add);
        var frame = new ApsFrame(
                coordinator.address(),
                Eui64.BROADCAST,
                0x0109,
                0x0019,
                1,
                0xFF,
                false,
                false,
                Octets.hex("09 01 00 00 32"));

        coordinator.send(frame);
        timeline.advanceUntil(() -> !heard.isEmpty(), timeline.instant().plusSeconds(10));

        assertThat(heard).containsExactly(frame);
        assertThat(recorder.recording().entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        Entry.Frame.class, it -> assertThat(it.frame()).isEqualTo(frame));
    }
}

package io.hanproof.dongle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.WallTimeline;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a frame may carry: a certificate of suite 2 needs 81 octets. */
@Timeout(60)
class FrameLengthTest {
    @RegisterExtension
    static final PairedSticks STICKS = new PairedSticks();

    private static ApsFrame frame(Eui64 from, Eui64 to, boolean secured, int length) {
        return new ApsFrame(from, to, 0x0109, 0x0800, 1, 1, secured, true, Octets.hex("5A".repeat(length)));
    }

    @Test
    void theLongestFrameArrivesWhole() {
        var timeline = new WallTimeline();
        var from = STICKS.coordinator().radio(timeline, new Recorder());
        var to = STICKS.router().radio(timeline, new Recorder());
        var heard = new ArrayList<ApsFrame>();
        to.listen(heard::add);
        var longest = frame(from.address(), to.address(), false, 82);

        from.send(longest);
        timeline.advanceUntil(() -> !heard.isEmpty(), timeline.instant().plusSeconds(10));

        assertThat(heard).containsExactly(longest);
    }

    @ParameterizedTest
    @CsvSource({"false, 83, 82", "true, 79, 78"})
    void aLongerOneIsRefusedBeforeTheStickLosesIt(boolean secured, int length, int longest) {
        var from = STICKS.coordinator().radio(new WallTimeline(), new Recorder());
        var tooLong = frame(from.address(), STICKS.router().address(), secured, length);

        assertThatExceptionOfType(BenchFault.class)
                .isThrownBy(() -> from.send(tooLong))
                .withMessage("a stick sends frames of up to %d octets, this one has %d", longest, length);
    }
}

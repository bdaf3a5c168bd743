package io.hanproof.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.image.Form;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Seed;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Profile;
import io.hanproof.zcl.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EmulatedDisplayTest {
    private static final Eui64 HUB = UpdateBench.HUB;
    private static final Eui64 STRANGER = Eui64.parse("00DB1234567890FF");

    private final VirtualTimeline timeline = new VirtualTimeline(UpdateBench.START);
    private final Wire wire = new Wire();
    private final EmulatedDisplay display = display(TestProfile.ALL);

    private EmulatedDisplay display(Profile.Capabilities capabilities) {
        var model = DisplayModel.of(TestProfile.of(Form.GB, capabilities), DeviceKind.PPMID, UpdateBench.DISPLAY);
        var display = new EmulatedDisplay(
                wire, timeline, Seed.derive(1, "display"), model, Policies.DEFAULT, DisplayScripts.NONE);
        display.join(HUB);
        return display;
    }

    @Test
    void queriesTheEndpointThatNotifiedItAndSaysThatItWasUnderstood() {
        wire.hear(0x19, "09 07 00 03 64 FEFF BBAA 20000000");

        assertThat(wire.sent)
                .extracting(ApsFrame::zcl)
                .containsExactly(Octets.hex("01 01 01 01 FEFF BBAA 10000000 0101"), Octets.hex("10 07 0B 00 00"));
        assertThat(wire.sent.getFirst())
                .isEqualTo(new ApsFrame(
                        UpdateBench.DISPLAY,
                        HUB,
                        0x0109,
                        0x0019,
                        1,
                        0x7B,
                        true,
                        true,
                        wire.sent.getFirst().zcl()));
    }

    @Test
    void fetchesAsTheStandardWritesIt() {
        wire.hear(0x19, "19 07 00 03 64 FEFF BBAA 20000000");
        wire.hear(0x19, "19 01 02 00 FEFF BBAA 20000000 64000000");
        wire.hear(0x19, "19 02 05 00 FEFF BBAA 20000000 00000000 04 1EF1EE0B");

        assertThat(wire.zcl(1)).isEqualTo(Octets.hex("01 02 03 02 FEFF BBAA 20000000 00000000 30 0000"));
        assertThat(wire.zcl(2)).isEqualTo(Octets.hex("01 03 03 02 FEFF BBAA 20000000 04000000 30 0000"));
    }

    @Test
    void asksTheTimeClusterOfTheHub() {
        var clockless = display(TestProfile.CLOCKLESS);
        clockless.script(honest -> (event, state, now) -> new Step<>(state, List.of(new DisplayEffect.ReadTime())));

        clockless.poll();

        assertThat(wire.sent.getFirst().cluster()).isEqualTo(0x000A);
        assertThat(wire.zcl(0)).isEqualTo(Octets.hex("00 01 00 0000"));
    }

    @Test
    void answersAReadOfItsClientAttributes() {
        wire.hear(0x19, "08 2A 00 0200 0600 0A00");

        assertThat(wire.zcl(0)).isEqualTo(Octets.hex("10 2A 01 0200 00 23 10000000 0600 00 30 00 0A00 86"));
    }

    @Test
    void hasNoOtaServer() {
        wire.hear(0x19, "00 2A 00 0200");

        assertThat(wire.zcl(0)).isEqualTo(Octets.hex("18 2A 0B 00 C3"));
    }

    @Test
    void answersAReadOfItsBasicCluster() {
        wire.hear(0x00, "00 2A 00 0300");

        assertThat(wire.zcl(0)).isEqualTo(Octets.hex("18 2A 01 0300 00 20 01"));
    }

    @Test
    void refusesWhatItCannotRead() {
        wire.hear(0x19, "19 07 02 00 FEFF");
        wire.hear(0x19, "19 07 42");

        assertThat(wire.zcl(0)).isEqualTo(Octets.hex("10 07 0B 02 80"));
        assertThat(wire.zcl(1)).isEqualTo(Octets.hex("10 07 0B 42 80"));
    }

    @Test
    void listensToNoHubButItsOwn() {
        wire.hear(STRANGER, 0x19, "09 07 00 00 64");

        assertThat(wire.sent).isEmpty();
    }

    @Test
    void isSilentWithoutPowerAndSaysNothingByOrderEither() {
        display.power(false);

        wire.hear(0x19, "09 07 00 00 64");
        timeline.advance(Duration.ofDays(3));

        assertThat(wire.sent).isEmpty();
        assertThatThrownBy(() -> display.say(HUB, Cluster.OTA, Octets.hex("0101")))
                .isInstanceOf(BenchFault.class)
                .hasMessageContaining("switched off");
    }

    @Test
    void queriesWithinFiveMinutesOfPowerUpAndThenOnceADay() {
        display.power(false);
        display.power(true);

        timeline.advance(Duration.ofMinutes(5));
        assertThat(queries()).isEqualTo(1);
        timeline.advance(Duration.ofDays(3));

        assertThat(queries()).isEqualTo(4);
    }

    /** The first frame of each query: without an answer it is sent three times. */
    private long queries() {
        return wire.sent.stream().filter(it -> it.zcl().u8(2) == 0x01).count() / 3;
    }

    @Test
    void saysVerbatimWhatItIsToldToSay() {
        display.say(HUB, Cluster.OTA, Octets.hex("01 FF 03 95"));

        assertThat(wire.zcl(0)).isEqualTo(Octets.hex("01 FF 03 95"));
        assertThat(display.state().phase()).isInstanceOf(Phase.Idle.class);
    }

    @Test
    void ignoresAnswersToWhatItDidNotAsk() {
        wire.hear(0x19, "19 01 02 00 FEFF BBAA 20000000 64000000");
        wire.hear(0x19, "19 02 05 00 FEFF BBAA 20000000 00000000 04 1EF1EE0B");
        wire.hear(0x19, "19 03 07 FEFF BBAA 20000000 00000000 00000000");

        assertThat(wire.sent).isEmpty();
        assertThat(display.state().phase()).isInstanceOf(Phase.Idle.class);
    }

    /** What goes in and out of one radio. */
    private static final class Wire implements Radio {
        final List<ApsFrame> sent = new ArrayList<>();
        private Consumer<ApsFrame> listener = frame -> {};

        void hear(int cluster, String zcl) {
            hear(HUB, cluster, zcl);
        }

        void hear(Eui64 from, int cluster, String zcl) {
            listener.accept(
                    new ApsFrame(from, UpdateBench.DISPLAY, 0x0109, cluster, 0x7B, 1, true, true, Octets.hex(zcl)));
        }

        Octets zcl(int number) {
            return sent.get(number).zcl();
        }

        @Override
        public Eui64 address() {
            return UpdateBench.DISPLAY;
        }

        @Override
        public void listen(Consumer<ApsFrame> told) {
            listener = told;
        }

        @Override
        public void confirm(BiConsumer<ApsFrame, Delivery> told) {}

        @Override
        public void dutyCycle(Consumer<DutyCycle> told) {}

        @Override
        public void send(ApsFrame frame) {
            sent.add(frame);
        }

        @Override
        public void close() {}
    }
}

package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.Radio;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.launcher.NodeView.Told;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Attribute;
import io.hanproof.zcl.BasicAttribute;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.OtaAttribute;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AttributeReaderTest {
    private static final Eui64 STICK = Eui64.parse("00A1B2C3D4E50000");
    private static final Eui64 DEVICE = Eui64.parse("00A1B2C3D4E50001");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration ON_THE_WAY = Duration.ofMillis(20);

    private final VirtualTimeline timeline = new VirtualTimeline(Instant.parse("2026-11-21T10:00:00Z"));
    private final Air air = new Air();
    private final AttributeReader reader = new AttributeReader(air, timeline, PATIENCE, 0x7B, DEVICE, 1);

    /** A device that answers in turn what it was given, and loses or acknowledges every frame. */
    private final class Air implements Radio {
        private final List<String> sent = new ArrayList<>();
        private final List<String> answers = new ArrayList<>();
        private Delivery delivery = Delivery.DELIVERED;
        private Consumer<ApsFrame> listener = frame -> {};
        private BiConsumer<ApsFrame, Delivery> confirmation = (frame, fate) -> {};

        @Override
        public Eui64 address() {
            return STICK;
        }

        @Override
        public void listen(Consumer<ApsFrame> heard) {
            listener = heard;
        }

        @Override
        public void confirm(BiConsumer<ApsFrame, Delivery> told) {
            confirmation = told;
        }

        @Override
        public void dutyCycle(Consumer<DutyCycle> told) {}

        @Override
        public void send(ApsFrame frame) {
            sent.add(frame.zcl().toString());
            timeline.in(ON_THE_WAY, () -> confirmation.accept(frame, delivery));
            if (!answers.isEmpty()) {
                Octets answer = Octets.hex(answers.removeFirst());
                timeline.in(ON_THE_WAY, () -> listener.accept(back(frame, answer)));
            }
        }

        private ApsFrame back(ApsFrame question, Octets zcl) {
            return new ApsFrame(DEVICE, STICK, question.profile(), question.cluster(), 1, 0x7B, true, true, zcl);
        }

        @Override
        public void close() {}
    }

    private Map<Attribute, Told> readOta(OtaAttribute... attributes) {
        return reader.read(Cluster.OTA, Direction.TO_CLIENT, List.of(attributes));
    }

    @Test
    void asksForOneAttributeInAFrame() {
        air.answers.addAll(List.of("10 01 01 0200 00 23 20000000", "10 02 01 0700 00 21 FEFF"));

        Map<Attribute, Told> told = readOta(OtaAttribute.CURRENT_FILE_VERSION, OtaAttribute.MANUFACTURER_ID);

        assertThat(air.sent)
                .containsExactly(
                        Octets.hex("08 01 00 0200").toString(),
                        Octets.hex("08 02 00 0700").toString());
        assertThat(told)
                .containsExactly(
                        Map.entry(
                                OtaAttribute.CURRENT_FILE_VERSION,
                                new Told.Value(OtaAttribute.CURRENT_FILE_VERSION.value(0x20))),
                        Map.entry(
                                OtaAttribute.MANUFACTURER_ID,
                                new Told.Value(OtaAttribute.MANUFACTURER_ID.value(0xFFFE))));
    }

    @Test
    void aRefusalOfTheAttributeOrOfTheCommandIsAnAnswer() {
        air.answers.addAll(List.of("10 01 01 0200 86", "10 02 0B 00 81"));

        Map<Attribute, Told> told = readOta(OtaAttribute.CURRENT_FILE_VERSION, OtaAttribute.MANUFACTURER_ID);

        assertThat(told.values())
                .containsExactly(
                        new Told.Refused(ZclStatus.UNSUPPORTED_ATTRIBUTE), new Told.Refused(ZclStatus.UNSUP_COMMAND));
    }

    @Test
    void aDeviceThatAcknowledgesAndIsSilentIsNotAskedOn() {
        Map<Attribute, Told> told = readOta(OtaAttribute.CURRENT_FILE_VERSION, OtaAttribute.MANUFACTURER_ID);

        var silence =
                new Told.Nothing("a read of OTA.CurrentFileVersion was acknowledged, and not answered within PT5S");
        assertThat(told.values()).containsExactly(silence, silence);
        assertThat(air.sent).hasSize(1);
    }

    @Test
    void aFrameThatIsLostIsNotWaitedFor() {
        air.delivery = Delivery.LOST;

        Map<Attribute, Told> told = readOta(OtaAttribute.CURRENT_FILE_VERSION);

        assertThat(told.get(OtaAttribute.CURRENT_FILE_VERSION))
                .isInstanceOfSatisfying(
                        Told.Nothing.class,
                        it -> assertThat(it.why()).contains("not acknowledged: the device is out of reach"));
        assertThat(timeline.instant()).isEqualTo(Instant.parse("2026-11-21T10:00:00.020Z"));
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() {
        air.answers.add("18 07 01 0400 00 42 03 414243");

        Map<Attribute, Told> told =
                reader.read(Cluster.BASIC, Direction.TO_SERVER, List.of(BasicAttribute.MANUFACTURER_NAME));

        assertThat(told.get(BasicAttribute.MANUFACTURER_NAME)).isInstanceOf(Told.Nothing.class);
    }

    @Test
    void anAnswerThatLeavesTheAttributeOutIsNoAnswer() {
        air.answers.add("18 01 01");

        Map<Attribute, Told> told =
                reader.read(Cluster.BASIC, Direction.TO_SERVER, List.of(BasicAttribute.MANUFACTURER_NAME));

        assertThat(told.get(BasicAttribute.MANUFACTURER_NAME))
                .isEqualTo(new Told.Nothing("the answer to a read of attribute 0x0004 leaves it out"));
    }
}

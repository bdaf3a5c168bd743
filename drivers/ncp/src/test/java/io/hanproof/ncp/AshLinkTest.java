package io.hanproof.ncp;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.Seed;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AshLinkTest {
    private static final Octets CALLBACK = Octets.hex("01 90 01 1900 90");
    private static final Octets COMMAND = Octets.hex("01 00 01 1800");

    private final VirtualTimeline clock = new VirtualTimeline(Instant.EPOCH);
    private final List<AshFrame> sent = new ArrayList<>();
    private final List<Octets> heard = new ArrayList<>();
    private final List<String> departures = new ArrayList<>();
    private final AshLink link = new AshLink(clock, new Ends(), new LineFaults(List.of(), Seed.derive(1)));

    private final class Ends implements AshLink.Ends {
        @Override
        public void reset() {}

        @Override
        public void ezsp(Octets frame) {
            heard.add(frame);
        }

        @Override
        public void line(Octets octets) {
            new AshDeframer().feed(octets, it -> {
                if (it instanceof Decoded.Value<AshFrame>(var frame)) {
                    sent.add(frame);
                }
            });
        }

        @Override
        public void departure(String how) {
            departures.add(how);
        }
    }

    @Test
    void isDeafUntilItIsReset() {
        hears(new AshFrame.Data(0, 0, false, COMMAND));

        assertThat(heard).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void acknowledgesWhatNothingIsToBeAnsweredTo() {
        connect();

        hears(new AshFrame.Data(0, 0, false, COMMAND));

        assertThat(heard).containsExactly(COMMAND);
        assertThat(sent).containsExactly(new AshFrame.Ack(1, false));
    }

    @Test
    void takesARepeatedFrameOnce() {
        connect();

        hears(new AshFrame.Data(0, 0, false, COMMAND));
        hears(new AshFrame.Data(0, 0, true, COMMAND));

        assertThat(heard).containsExactly(COMMAND);
        assertThat(sent).containsExactly(new AshFrame.Ack(1, false), new AshFrame.Ack(1, false));
    }

    @Test
    void refusesOnceWhatIsOutOfSequence() {
        connect();

        hears(new AshFrame.Data(3, 0, false, COMMAND));
        hears(new AshFrame.Data(4, 0, false, COMMAND));

        assertThat(heard).isEmpty();
        assertThat(sent).containsExactly(new AshFrame.Nak(0, false));
    }

    @Test
    void sendsFiveFramesAheadOfAcknowledgement() {
        connect();

        for (int i = 0; i < 7; i++) {
            link.send(CALLBACK);
        }
        link.flush();

        assertThat(sent).hasSize(5);
        hears(new AshFrame.Ack(2, false));
        assertThat(sent).hasSize(7).endsWith(new AshFrame.Data(6, 0, false, CALLBACK));
    }

    @Test
    void repeatsWhatStaysUnacknowledged() {
        connect();
        link.send(CALLBACK);
        link.flush();

        clock.advance(Duration.ofMillis(1600));
        link.flush();

        assertThat(sent)
                .containsExactly(new AshFrame.Data(0, 0, false, CALLBACK), new AshFrame.Data(0, 0, true, CALLBACK));
    }

    @Test
    void repeatsAtOnceWhatTheHostRefuses() {
        connect();
        link.send(CALLBACK);
        link.flush();

        hears(new AshFrame.Nak(0, false));

        assertThat(sent).last().isEqualTo(new AshFrame.Data(0, 0, true, CALLBACK));
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void recoversFromAHostWhoseRefusalIsMalformed() {
        connect();
        link.send(CALLBACK);
        link.flush();

        link.received(Octets.hex("FF FF 7E"));
        clock.advance(Duration.ofMillis(1600));
        link.flush();

        assertThat(sent).last().isEqualTo(new AshFrame.Data(0, 0, true, CALLBACK));
        assertThat(departures).isEmpty();
    }

    @Test
    void failsWhenNobodyAnswers() {
        connect();
        link.send(CALLBACK);
        link.flush();

        clock.advance(Duration.ofSeconds(20));
        link.flush();

        assertThat(sent).hasSize(6).last().isEqualTo(new AshFrame.Failed(2, 0x51));
        sent.clear();
        hears(new AshFrame.Data(0, 0, false, COMMAND));
        assertThat(sent).containsExactly(new AshFrame.Failed(2, 0x51));
        connect();
        hears(new AshFrame.Data(0, 0, false, COMMAND));
        assertThat(heard).containsExactly(COMMAND);
    }

    @Test
    void namesAnAcknowledgementOfWhatWasNeverSent() {
        connect();
        link.send(CALLBACK);
        link.flush();

        hears(new AshFrame.Ack(4, false));

        assertThat(departures).containsExactly("ASH: ackNum needs the number of a frame that was sent, found 4");
    }

    private void connect() {
        hears(new AshFrame.Reset());
        assertThat(sent).last().isEqualTo(new AshFrame.ResetAck(2, 0x0B));
        sent.clear();
    }

    private void hears(AshFrame frame) {
        link.received(AshOctets.line(frame));
        link.flush();
    }
}

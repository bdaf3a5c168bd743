package io.hanproof.ncp;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of UG101. */
class AshOctetsTest {
    static List<Arguments> examples() {
        return List.of(
                Arguments.of(new AshFrame.Reset(), "C0 38BC 7E"),
                Arguments.of(new AshFrame.ResetAck(2, 2), "C1 02 02 9B7B 7E"),
                Arguments.of(new AshFrame.ResetAck(2, 0x0B), "C1 02 0B 0A52 7E"),
                Arguments.of(new AshFrame.Failed(2, 0x51), "C2 02 51 A8BD 7E"),
                Arguments.of(new AshFrame.Data(2, 5, false, Octets.hex("00000002")), "25 42 21 A8 56 A609 7E"),
                Arguments.of(new AshFrame.Ack(1, false), "81 6059 7E"),
                Arguments.of(new AshFrame.Ack(6, true), "8E 91B6 7E"),
                Arguments.of(new AshFrame.Nak(6, false), "A6 34DC 7E"),
                Arguments.of(new AshFrame.Nak(5, true), "AD 85B7 7E"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void writesAsTheGuideShows(AshFrame frame, String line) {
        assertThat(AshOctets.line(frame)).isEqualTo(Octets.hex(line));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsWhatTheGuideShows(AshFrame frame, String line) {
        assertThat(read(line)).containsExactly(new Decoded.Value<>(frame));
    }

    @Test
    void stuffsWhatMeansSomethingOnTheLine() {
        var everything = new AshFrame.Data(0, 0, false, Octets.hex("3C 5F 1A 7E 7D 11 13 18 FF 00 42"));

        Octets line = AshOctets.line(everything);

        assertThat(line.slice(0, line.length() - 1).hex()).doesNotContainPattern("^(..)*(7E|11|13|18|1A)");
        assertThat(read(line.hex())).containsExactly(new Decoded.Value<>(everything));
    }

    @Test
    void findsFramesHoweverTheyAreCut() {
        var deframer = new AshDeframer();
        var found = new ArrayList<Decoded<AshFrame>>();
        Octets line = Octets.hex("1A C038BC7E 81 60 59 7E");

        for (int i = 0; i < line.length(); i++) {
            deframer.feed(line.slice(i, 1), found::add);
        }

        assertThat(found)
                .containsExactly(
                        new Decoded.Value<>(new AshFrame.Reset()), new Decoded.Value<>(new AshFrame.Ack(1, false)));
    }

    @Test
    void forgetsWhatACancelOctetFollows() {
        assertThat(read("25 42 21 1A C038BC7E")).containsExactly(new Decoded.Value<>(new AshFrame.Reset()));
    }

    @Test
    void readsPastFlowControl() {
        assertThat(read("11 81 13 60 59 11 7E")).containsExactly(new Decoded.Value<>(new AshFrame.Ack(1, false)));
    }

    @Test
    void saysWhatIsWrongWithAFrame() {
        assertThat(read("81 60 58 7E"))
                .containsExactly(new Decoded.Malformed<>("check sequence", "0x6059", 1, "found 0x6058"));
        assertThat(read("18 81 60 59 7E"))
                .containsExactly(new Decoded.Malformed<>("frame", "no framing error", 0, "found one"));
        assertThat(read("FF FF 7E")).containsExactly(new Decoded.Malformed<>("frame", "3 octets", 0, "found FFFF"));
    }

    private static List<Decoded<AshFrame>> read(String line) {
        var found = new ArrayList<Decoded<AshFrame>>();
        new AshDeframer().feed(Octets.hex(line), found::add);
        return found;
    }
}

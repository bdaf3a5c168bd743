package io.hanproof.ncp;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Octets;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BlockClockTest {
    private static final Octets BLOCK_REQUEST = incoming("19 01 03");
    private static final Octets BLOCK_RESPONSE = unicast("19 01 05");

    @Test
    void measuresFromARequestToItsResponse() {
        var clock = clockThatShows(1_000_000, 3_500_000, 10_000_000, 10_500_000);

        for (int i = 0; i < 2; i++) {
            clock.ezspToHost(BLOCK_REQUEST);
            clock.ezspFromHost(BLOCK_RESPONSE);
        }

        assertThat(clock.blocks()).isEqualTo(2);
        assertThat(List.of(clock.milliseconds(0), clock.milliseconds(0.99))).containsExactly(0.5, 2.5);
    }

    @Test
    void overlooksWhatIsNoBlock() {
        var clock = clockThatShows();

        clock.ezspToHost(incoming("19 01 01"));
        clock.ezspFromHost(BLOCK_RESPONSE);
        clock.ezspFromHost(unicast("19 01 02"));
        clock.ezspToHost(Octets.hex("01 90 01 1900 90"));

        assertThat(clock.blocks()).isZero();
        assertThat(clock.milliseconds(0.5)).isZero();
    }

    private static BlockClock clockThatShows(long... nanos) {
        PrimitiveIterator.OfLong times = LongStream.of(nanos).iterator();
        return new BlockClock(times::nextLong);
    }

    private static Octets incoming(String zcl) {
        return Octets.hex("01 90 01 4500 00 0901 1900 01 7B 6000 0000 05 FF D8 3412 FF FF 03" + zcl);
    }

    private static Octets unicast(String zcl) {
        return Octets.hex("02 00 01 3400 00 3412 0901 1900 7B 01 6000 0000 00 07 03" + zcl);
    }
}

package io.hanproof.dongle;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.dongle.StickFacts.KeyEstablishment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StickCheckTest {
    @Test
    void aStickAsItShouldBeNeedsNoAdvice() {
        assertThat(StickCheck.advice(8, KeyEstablishment.READY, Map.of(15, -90), 15))
                .isEmpty();
    }

    @Test
    void tellsOfKeysThatTheNewestVersionLosesSilently() {
        assertThat(StickCheck.advice(13, KeyEstablishment.READY, Map.of(), 15))
                .singleElement()
                .asString()
                .startsWith("with EZSP 13 link keys for single devices cannot be set");
    }

    @Test
    void namesTheQuietestChannelWhenTheOwnIsLoud() {
        assertThat(StickCheck.advice(8, KeyEstablishment.READY, Map.of(11, -60, 15, -42, 20, -95), 15))
                .containsExactly("channel 15 is loud (-42 dBm), channel 20 is quietest (-95 dBm)");
    }
}

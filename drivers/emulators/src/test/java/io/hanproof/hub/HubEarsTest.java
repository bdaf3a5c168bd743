package io.hanproof.hub;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Octets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

final class HubEarsTest {
    private static final int FRAMES = 50_000;
    private static final int[] CLUSTERS = {0x0019, 0x000A, 0x0000, 0x0702};
    /** Requests for the image that the hub holds, to be damaged. */
    private static final Octets[] REQUESTS = {
        Octets.hex("01 05 01  01 FEFF BBAA 10000000 0101"),
        Octets.hex("01 06 03  00 FEFF BBAA 20000000 00000000 30"),
        Octets.hex("01 07 04  00 FEFF BBAA 20000000 00000000 30 0004 3200"),
        Octets.hex("01 08 06  00 FEFF BBAA 20000000"),
        Octets.hex("18 09 01  0200 00 23 20000000"),
        Octets.hex("00 0A 00  0000 0100")
    };

    @Test
    void heedWhateverOctetsComeWithoutAnException() {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        var hub = HubHarness.paging();
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), HubHarness.PPMID);

        assertThatCode(() -> {
                    for (int i = 0; i < FRAMES; i++) {
                        hub.hear(frame(chance));
                    }
                })
                .doesNotThrowAnyException();
    }

    private static ApsFrame frame(RandomGenerator chance) {
        byte[] zcl;
        if (chance.nextBoolean()) {
            zcl = new byte[chance.nextInt(40)];
            chance.nextBytes(zcl);
        } else {
            zcl = REQUESTS[chance.nextInt(REQUESTS.length)].toArray();
            zcl[chance.nextInt(zcl.length)] = (byte) chance.nextInt();
        }
        return new ApsFrame(
                HubHarness.PPMID,
                HubHarness.HUB,
                0x0109,
                CLUSTERS[chance.nextInt(CLUSTERS.length)],
                1,
                0x7B,
                chance.nextBoolean(),
                true,
                Octets.copyOf(zcl));
    }
}

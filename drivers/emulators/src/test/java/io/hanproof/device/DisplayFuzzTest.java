package io.hanproof.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.image.Form;
import io.hanproof.lab.Entry;
import io.hanproof.lab.FaultRule;
import io.hanproof.lab.Seed;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Policies;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ota.ImageBlockRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayFuzzTest {
    private static final int CUTS = 12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void comesThroughABadHanAndPowerCutsWithTheNewFirmware(long seed) {
        var chance = Seed.derive(seed, "cuts");
        var capabilities = chance.nextBoolean() ? TestProfile.ALL : TestProfile.CLOCKLESS;
        var bench = new UpdateBench(TestProfile.of(Form.ZIGBEE, capabilities), Policies.DEFAULT, DisplayScripts.NONE);
        bench.han.fault(FaultRule.dropAbove().probability(0.05));
        bench.han.fault(FaultRule.duplicate(Duration.ofMillis(5)).probability(0.05));
        bench.han.fault(FaultRule.lose().probability(0.05));
        bench.deliver(bench.profile.firmware("0x20"));

        for (int i = 0; i < CUTS; i++) {
            bench.pass(Duration.ofMillis(chance.nextLong(240_000)));
            bench.power(false);
            bench.pass(Duration.ofMillis(chance.nextLong(60_000)));
            bench.power(true);
        }
        bench.pass(Duration.ofDays(3));

        bench.han.clearFaults();
        assertThat(bench.running()).isEqualTo(OptionalLong.of(0x20));
        asksForNothingBeyondTheImage(bench);
        isSilentWhileItIsOff(bench);
    }

    private static void asksForNothingBeyondTheImage(UpdateBench bench) {
        int size = bench.image(bench.profile.firmware("0x20"), Optional.empty())
                .served()
                .length();
        assertThat(bench.said(ImageBlockRequest.class))
                .allSatisfy(
                        it -> assertThat(it.fileOffset() + it.maximumDataSize()).isLessThanOrEqualTo(size));
    }

    private static void isSilentWhileItIsOff(UpdateBench bench) {
        boolean on = true;
        for (var entry : bench.recorder.recording().entries()) {
            if (entry instanceof Entry.Power power) {
                on = power.on();
            } else if (entry instanceof Entry.Frame frame
                    && frame.frame().source().equals(UpdateBench.DISPLAY)) {
                assertThat(on).as("frame %d", frame.number()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void takesAnyOctetsFromTheAir(long seed) {
        var chance = Seed.derive(seed, "octets");
        var bench = new UpdateBench(TestProfile.of(Form.GB, TestProfile.ALL), Policies.DEFAULT, DisplayScripts.NONE);
        bench.deliver(bench.profile.firmware("0x20"));

        for (int i = 0; i < 2000; i++) {
            bench.hub.say(UpdateBench.DISPLAY, cluster(chance), octets(chance));
            bench.pass(Duration.ofMillis(20));
        }

        bench.display.script(DisplayScripts.NONE);
        bench.pass(Duration.ofDays(2));
        assertThat(bench.running()).isNotEmpty();
    }

    private static int cluster(RandomGenerator chance) {
        return List.of(Cluster.BASIC, Cluster.TIME, Cluster.OTA)
                .get(chance.nextInt(3))
                .id();
    }

    /** Half of them begin as a command of the cluster that a display understands. */
    private static Octets octets(RandomGenerator chance) {
        byte[] octets = new byte[chance.nextInt(60)];
        chance.nextBytes(octets);
        if (octets.length > 3 && chance.nextBoolean()) {
            octets[0] = (byte) (chance.nextBoolean() ? 0x19 : 0x08);
            octets[2] = (byte) chance.nextInt(12);
        }
        return Octets.copyOf(octets);
    }
}

package io.hanproof.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedTest {
    /** Computed apart: FNV-1a over the seed and the parts, then the first number of SplitMix64. */
    @Test
    void theSameSeedAndPartsGiveTheSameNumbersOnEveryPlatform() {
        assertThat(Seed.derive(42).nextLong()).isEqualTo(0xA4E6579FD9BA8F6DL);
        assertThat(Seed.derive(42, "ppmid-example").nextLong()).isEqualTo(0xC65B4F95F651297DL);
        assertThat(Seed.derive(42, "a", "b").nextLong()).isEqualTo(0x76CA41C8BD52A47EL);
        assertThat(Seed.derive(-1, "hub", "0x20").nextLong()).isEqualTo(0x264EE8F0D96FCD79L);
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(Seed.derive(1, "ab", "c").nextLong())
                .isNotEqualTo(Seed.derive(1, "a", "bc").nextLong());
    }
}

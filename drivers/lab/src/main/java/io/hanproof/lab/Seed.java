package io.hanproof.lab;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Chance that can be repeated: from the one seed of a run, each scenario, node and fault derives a generator of its
 * own, so that none changes because another rolled more often. The same seed and parts give the same numbers on every
 * Java platform.
 */
public final class Seed {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final int END_OF_PART = 0xFF; // no octet of UTF-8, so that "ab", "c" differs from "a", "bc"

    private Seed() {}

    public static RandomGenerator derive(long runSeed, String... parts) {
        long hash = FNV_OFFSET;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            hash = fold(hash, (int) (runSeed >>> shift) & 0xFF);
        }
        for (String part : parts) {
            for (byte octet : part.getBytes(StandardCharsets.UTF_8)) {
                hash = fold(hash, octet & 0xFF);
            }
            hash = fold(hash, END_OF_PART);
        }
        return new SplittableRandom(hash);
    }

    private static long fold(long hash, int octet) {
        return (hash ^ octet) * FNV_PRIME;
    }
}

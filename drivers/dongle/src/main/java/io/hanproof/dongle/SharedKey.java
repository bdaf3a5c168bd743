package io.hanproof.dongle;

import io.hanproof.image.ImageIntegrityCode;
import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Octets;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A key of 128 bits that nodes share: it is never written into a message, a log or a recording. */
public final class SharedKey {
    private static final int LENGTH = 16;
    private static final int CRC_LENGTH = 2;
    private static final Set<Integer> INSTALL_CODE_LENGTHS = Set.of(6, 8, 12, 16);
    private static final int REFLECTED_X25 = 0x8408;

    private final Octets octets;

    private SharedKey(Octets octets) {
        this.octets = octets;
    }

    /** @throws BenchFault unless given 32 hexadecimal digits; the message does not repeat them */
    public static SharedKey parse(String digits) {
        Octets octets;
        try {
            octets = Octets.hex(digits.replace(":", ""));
        } catch (IllegalArgumentException e) {
            octets = Octets.NONE; // the exception's own message would repeat what it was given
        }
        if (octets.length() != LENGTH) {
            throw new BenchFault("a key needs 32 hexadecimal digits, found %d characters".formatted(digits.length()));
        }
        return new SharedKey(octets);
    }

    public static SharedKey random(RandomGenerator chance) {
        var octets = new byte[LENGTH];
        chance.nextBytes(octets);
        return new SharedKey(Octets.copyOf(octets));
    }

    /** The link key that every ZigBee device takes when it has none of its own. */
    public static SharedKey wellKnown() {
        return new SharedKey(Octets.hex("5A6967426565416C6C69616E63653039"));
    }

    /** @throws BenchFault unless given 16 octets; the message does not repeat them */
    public static SharedKey of(Octets octets) {
        if (octets.length() != LENGTH) {
            throw new BenchFault("a key needs %d octets, found %d".formatted(LENGTH, octets.length()));
        }
        return new SharedKey(octets);
    }

    /**
     * The link key that an install code stands for: the AES-MMO hash of code and CRC.
     *
     * @param code 6, 8, 12 or 16 octets and the two of their CRC, as printed on the device
     * @throws BenchFault when the CRC or the length is wrong; the message does not repeat the code
     */
    public static SharedKey ofInstallCode(Octets code) {
        int crcAt = code.length() - CRC_LENGTH;
        if (!INSTALL_CODE_LENGTHS.contains(crcAt)) {
            throw new BenchFault("an install code needs 6, 8, 12 or 16 octets and 2 of CRC, found %d octets"
                    .formatted(code.length()));
        }
        if (crc(code, crcAt) != code.u16(crcAt)) {
            throw new BenchFault("the CRC of the install code is wrong: one of its digits is mistyped");
        }
        return new SharedKey(ImageIntegrityCode.of(code).octets()); // the same hash, whatever it is of
    }

    private static int crc(Octets octets, int length) {
        int crc = 0xFFFF;
        for (int i = 0; i < length; i++) {
            crc ^= octets.u8(i);
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ REFLECTED_X25;
            }
        }
        return ~crc & 0xFFFF;
    }

    /** For the stick, and for what decrypts a capture; nobody else needs it. */
    public Octets octets() {
        return octets;
    }

    int[] toInts() {
        var ints = new int[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            ints[i] = octets.u8(i);
        }
        return ints;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SharedKey that && octets.equals(that.octets);
    }

    @Override
    public int hashCode() {
        return octets.hashCode();
    }

    @Override
    public String toString() {
        return "(a key)";
    }
}

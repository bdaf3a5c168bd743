package io.hanproof.image;

import io.hanproof.octets.Octets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cryptographic hash of ZigBee Smart Energy and of the OTA Upgrade cluster: Matyas-Meyer-Oseas on AES-128, padded
 * as ZigBee's annex B.6 says. One hash, one object; a copy goes on from where its original stands.
 */
final class AesMmo {
    static final int LENGTH = 16;
    private static final int LONGEST_WITH_SHORT_PADDING = 0xFFFF / 8;
    private static final int LENGTH_IN_SHORT_PADDING_AT = 14;
    private static final int LENGTH_IN_LONG_PADDING_AT = 10;

    private final Cipher aes;
    private final byte[] state;
    private final byte[] block;
    private int inBlock;
    private long hashed;

    AesMmo() {
        this(new byte[LENGTH], new byte[LENGTH], 0, 0);
    }

    private AesMmo(byte[] state, byte[] block, int inBlock, long hashed) {
        this.aes = newAes();
        this.state = state;
        this.block = block;
        this.inBlock = inBlock;
        this.hashed = hashed;
    }

    AesMmo copy() {
        return new AesMmo(state.clone(), block.clone(), inBlock, hashed);
    }

    /** Hashes {@code length} more octets, those from {@code from}. */
    AesMmo update(Octets octets, int from, int length) {
        int at = from;
        int end = from + length;
        while (at < end) {
            int taken = Math.min(LENGTH - inBlock, end - at);
            octets.copyTo(at, block, inBlock, taken);
            at += taken;
            inBlock += taken;
            if (inBlock == LENGTH) {
                compress();
            }
        }
        hashed += length;
        return this;
    }

    /** Pads, and gives the hash. */
    Octets finish() {
        boolean isShort = hashed <= LONGEST_WITH_SHORT_PADDING;
        long bits = 8 * hashed;
        append(0x80);
        while (inBlock != (isShort ? LENGTH_IN_SHORT_PADDING_AT : LENGTH_IN_LONG_PADDING_AT)) {
            append(0);
        }
        if (!isShort) {
            append((int) (bits >> 24));
            append((int) (bits >> 16));
        }
        append((int) (bits >> 8));
        append((int) bits);
        while (inBlock != 0) {
            append(0);
        }
        return Octets.copyOf(state);
    }

    private void append(int octet) {
        block[inBlock++] = (byte) octet;
        if (inBlock == LENGTH) {
            compress();
        }
    }

    private void compress() {
        try {
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(state, "AES"));
            aes.doFinal(block, 0, LENGTH, state, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES takes any key and any block of 16 octets", e);
        }
        for (int i = 0; i < LENGTH; i++) {
            state[i] ^= block[i];
        }
        inBlock = 0;
    }

    // the hash feeds one block at a time to the bare cipher, which is what ECB is
    @SuppressWarnings("InsecureCryptoUsage")
    private static Cipher newAes() {
        try {
            return Cipher.getInstance("AES/ECB/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }
}

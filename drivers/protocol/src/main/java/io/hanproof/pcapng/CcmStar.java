package io.hanproof.pcapng;

import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * CCM* of IEEE 802.15.4 annex B, for messages shorter than 64 KiB: AES-128 in counter mode around a CBC-MAC, with a
 * nonce of 13 octets. One object serves one thread.
 */
final class CcmStar {
    static final int NONCE = 13;
    private static final int BLOCK = 16;
    private static final int LENGTH_FIELD = 2;
    private static final int HAS_HEAD = 0x40;

    private final Cipher aes;

    CcmStar(ZigBeeKey key) {
        this.aes = aes(key);
    }

    /**
     * The encrypted body, and after it the code that proves head and body.
     *
     * @param mic octets of that code: 0, 4, 8 or 16
     */
    Octets seal(Octets nonce, Octets head, Octets body, int mic) {
        byte[] code = new byte[BLOCK];
        if (mic > 0) {
            int micField = (mic - 2) / 2;
            int flags = (head.length() > 0 ? HAS_HEAD : 0) | (micField << 3) | (LENGTH_FIELD - 1);
            absorb(code, block(flags, nonce, body.length()));
            if (head.length() > 0) {
                absorb(code, bigEndian(head.length()).octets(head).toOctets());
            }
            absorb(code, body);
        }
        var sealed = new OctetWriter(body.length() + mic);
        for (int from = 0; from < body.length(); from += BLOCK) {
            counted(sealed, nonce, 1 + from / BLOCK, body.slice(from, Math.min(BLOCK, body.length() - from)));
        }
        counted(sealed, nonce, 0, Octets.copyOf(code, 0, mic));
        return sealed.toOctets();
    }

    /** Adds octets to the code, the last block filled up with zeros. */
    private void absorb(byte[] code, Octets octets) {
        for (int from = 0; from < octets.length(); from += BLOCK) {
            for (int i = 0; i < BLOCK && from + i < octets.length(); i++) {
                code[i] ^= (byte) octets.u8(from + i);
            }
            encrypt(code);
        }
    }

    private void counted(OctetWriter out, Octets nonce, int counter, Octets octets) {
        byte[] stream = block(LENGTH_FIELD - 1, nonce, counter).toArray();
        encrypt(stream);
        for (int i = 0; i < octets.length(); i++) {
            out.u8(octets.u8(i) ^ stream[i]);
        }
    }

    private static Octets block(int flags, Octets nonce, int number) {
        if (nonce.length() != NONCE) {
            throw new IllegalArgumentException("a nonce needs 13 octets, found " + nonce.length());
        }
        var out = new OctetWriter(BLOCK).u8(flags).octets(nonce);
        return out.octets(bigEndian(number).toOctets()).toOctets();
    }

    private static OctetWriter bigEndian(int number) {
        return new OctetWriter().u8(number >> 8).u8(number);
    }

    private void encrypt(byte[] block) {
        try {
            aes.doFinal(block, 0, BLOCK, block, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES takes any block of 16 octets", e);
        }
    }

    // the bare cipher, one block at a time, is what CCM* is made of
    @SuppressWarnings("InsecureCryptoUsage")
    private static Cipher aes(ZigBeeKey key) {
        try {
            var cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key.octets().toArray(), "AES"));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }
}

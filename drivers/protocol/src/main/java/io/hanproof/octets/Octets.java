package io.hanproof.octets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** An immutable run of octets, equal to another of the same content. */
public final class Octets {
    public static final Octets NONE = new Octets(new byte[0]);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final byte[] octets;

    private Octets(byte[] owned) {
        this.octets = owned;
    }

    /** Copies, so that nobody can change the octets later. */
    public static Octets copyOf(byte[] octets) {
        return octets.length == 0 ? NONE : new Octets(octets.clone());
    }

    /**
     * Copies {@code length} octets from {@code from}.
     *
     * @throws IndexOutOfBoundsException when they are not all there
     */
    public static Octets copyOf(byte[] octets, int from, int length) {
        Objects.checkFromIndexSize(from, length, octets.length);
        return length == 0 ? NONE : new Octets(Arrays.copyOfRange(octets, from, from + length));
    }

    /** Takes an array that its maker gives up: the writer's way out without a second copy. */
    static Octets owning(byte[] octets) {
        return new Octets(octets);
    }

    /**
     * Hexadecimal digits in wire order, blanks ignored.
     *
     * @throws IllegalArgumentException when they are not pairs of hexadecimal digits
     */
    public static Octets hex(String digits) {
        return new Octets(HEX.parseHex(digits.replaceAll("\\s", "")));
    }

    public int length() {
        return octets.length;
    }

    /** The octet at {@code at}, 0 to 255. */
    public int u8(int at) {
        return octets[at] & 0xFF;
    }

    /** Two octets at {@code at}, little-endian. */
    public int u16(int at) {
        return u8(at) | (u8(at + 1) << 8);
    }

    /** Four octets at {@code at}, little-endian, 0 to 4 294 967 295. */
    public long u32(int at) {
        return u16(at) | ((long) u16(at + 2) << 16);
    }

    /** A copy of {@code length} octets from {@code from}. */
    public Octets slice(int from, int length) {
        return from == 0 && length == octets.length ? this : copyOf(octets, from, length);
    }

    public Octets plus(Octets more) {
        byte[] both = Arrays.copyOf(octets, octets.length + more.octets.length);
        System.arraycopy(more.octets, 0, both, octets.length, more.octets.length);
        return new Octets(both);
    }

    /** The same octets but for the one at {@code at}. */
    public Octets with(int at, int octet) {
        byte[] changed = octets.clone();
        changed[at] = (byte) octet;
        return new Octets(changed);
    }

    public boolean startsWith(Octets prefix) {
        return length() >= prefix.length()
                && Arrays.equals(octets, 0, prefix.length(), prefix.octets, 0, prefix.length());
    }

    public void copyTo(byte[] target, int at) {
        System.arraycopy(octets, 0, target, at, octets.length);
    }

    public void copyTo(int from, byte[] target, int at, int length) {
        System.arraycopy(octets, from, target, at, length);
    }

    public byte[] toArray() {
        return octets.clone();
    }

    /** The SHA-256 hash of these octets: 32 octets. */
    public Octets sha256() {
        try {
            return new Octets(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Upper-case digits without blanks. */
    public String hex() {
        return HEX.formatHex(octets);
    }

    byte[] shared() {
        return octets;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return length() <= 64 ? hex() : HEX.formatHex(octets, 0, 64) + "… (" + length() + " octets)";
    }
}

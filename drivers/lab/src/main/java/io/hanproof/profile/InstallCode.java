package io.hanproof.profile;

import io.hanproof.octets.Octets;
import java.util.List;

/** An install code with its CRC, as it stands on a device's label. Nothing prints it. */
public final class InstallCode {
    private static final List<Integer> SIZES = List.of(6, 8, 12, 16);
    private static final int CRC = 2;
    private static final int POLYNOMIAL = 0x8408; // CRC-16/X-25, reflected
    private static final int ALL_ONES = 0xFFFF;

    private final Octets octets;

    private InstallCode(Octets octets) {
        this.octets = octets;
    }

    /** @throws IllegalArgumentException saying what is wrong, but not what was given */
    static InstallCode parse(String digits) {
        boolean hex = digits.matches("[0-9A-Fa-f]*");
        if (!hex || !isSize(digits.length())) {
            throw new IllegalArgumentException(
                    "expected 16, 20, 28 or 36 hexadecimal digits, the last four of them the CRC, found "
                            + (hex ? digits.length() : "other characters"));
        }
        var octets = Octets.hex(digits);
        int crc = crc(octets.slice(0, octets.length() - CRC));
        if (octets.u16(octets.length() - CRC) != crc) {
            throw new IllegalArgumentException(
                    "expected a code whose last four digits are its CRC, found another: some digit is wrong");
        }
        return new InstallCode(octets);
    }

    private static boolean isSize(int digits) {
        return digits % 2 == 0 && SIZES.contains(digits / 2 - CRC);
    }

    /** As IEC 13239 has it: the CRC of a frame check sequence, least significant octet first on the label. */
    static int crc(Octets code) {
        int crc = ALL_ONES;
        for (int at = 0; at < code.length(); at++) {
            crc ^= code.u8(at);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ POLYNOMIAL;
            }
        }
        return crc ^ ALL_ONES;
    }

    /** Code and CRC, of which AES-MMO makes the link key. */
    public Octets octets() {
        return octets;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InstallCode that && octets.equals(that.octets);
    }

    @Override
    public int hashCode() {
        return octets.hashCode();
    }

    @Override
    public String toString() {
        return "an install code of %d octets".formatted(octets.length() - CRC);
    }
}

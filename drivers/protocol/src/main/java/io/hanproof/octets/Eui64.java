package io.hanproof.octets;

/** The 64-bit address that a node is made with; as an entity identifier in GBCS it names the device, too. */
public record Eui64(long value) {
    /** Every powered node on the HAN. */
    public static final Eui64 BROADCAST = new Eui64(-1L);

    /** @throws IllegalArgumentException unless given 16 hexadecimal digits */
    public static Eui64 parse(String digits) {
        if (digits.length() != 16) {
            throw new IllegalArgumentException("an EUI-64 has 16 hexadecimal digits, found " + digits);
        }
        return new Eui64(Long.parseUnsignedLong(digits, 16));
    }

    public boolean isBroadcast() {
        return value == BROADCAST.value;
    }

    @Override
    public String toString() {
        return isBroadcast() ? "broadcast" : "%016X".formatted(value);
    }
}

package io.hanproof.pcapng;

import java.util.HexFormat;

/** Keys in the form of Wireshark's file {@code zigbee_pc_keys}, so that it can open what is sealed with them. */
public final class KeyTable {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private final StringBuilder lines = new StringBuilder();

    /** Adds a key; its label says whose it is. */
    public KeyTable add(String label, ZigBeeKey key) {
        lines.append("\"%s\",\"Normal\",\"%s\"\n"
                .formatted(COLONS.formatHex(key.octets().toArray()), label.replaceAll("[^\\p{Alnum} ._-]", "_")));
        return this;
    }

    /** The file's text: a line for each key, in the order in which they were added. */
    public String text() {
        return lines.toString();
    }
}

package io.hanproof.zcl;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.nio.charset.StandardCharsets;

/** The value of an attribute with its data type, as global commands carry them. */
public sealed interface AttributeValue {

    DataType type();

    /**
     * Anything counted or of a fixed length: integers, enumerations, bitmaps, times, addresses.
     *
     * @param value eight unsigned octets stand as they are in a {@code long}
     */
    @SuppressWarnings("JavaLangClash") // always written as AttributeValue.Number
    record Number(DataType type, long value) implements AttributeValue {
        public Number {
            if (type.form() == DataType.Form.STRING) {
                throw new IllegalArgumentException(type + " is no number");
            }
            if (wrapped(type, value) != value) {
                throw new IllegalArgumentException("%s cannot hold %d".formatted(type, value));
            }
        }
    }

    /** A character string or octet string; octets, since not every device's characters are UTF-8. */
    record Text(DataType type, Octets octets) implements AttributeValue {
        public Text {
            if (type.form() != DataType.Form.STRING) {
                throw new IllegalArgumentException(type + " is no string");
            }
            if (octets.length() >= DataType.INVALID_LENGTH) {
                throw new IllegalArgumentException(
                        "%s holds up to 254 octets, not %d".formatted(type, octets.length()));
            }
        }

        public String text() {
            return new String(octets.toArray(), StandardCharsets.UTF_8);
        }
    }

    /** The string that the device says it does not have: its length reads FF and nothing follows. */
    record InvalidText(DataType type) implements AttributeValue {
        public InvalidText {
            if (type.form() != DataType.Form.STRING) {
                throw new IllegalArgumentException(type + " is no string");
            }
        }
    }

    static AttributeValue uint8(int value) {
        return new Number(DataType.UINT8, value);
    }

    static AttributeValue uint16(int value) {
        return new Number(DataType.UINT16, value);
    }

    static AttributeValue uint32(long value) {
        return new Number(DataType.UINT32, value);
    }

    static AttributeValue enum8(int value) {
        return new Number(DataType.ENUM8, value);
    }

    static AttributeValue bitmap8(int value) {
        return new Number(DataType.BITMAP8, value);
    }

    static AttributeValue utcTime(UtcTime time) {
        return new Number(DataType.UTC_TIME, time.seconds());
    }

    static AttributeValue ieeeAddress(long eui64) {
        return new Number(DataType.IEEE_ADDRESS, eui64);
    }

    static AttributeValue characters(String text) {
        return new Text(DataType.CHARACTER_STRING, Octets.copyOf(text.getBytes(StandardCharsets.UTF_8)));
    }

    static AttributeValue read(OctetReader in) {
        int code = in.u8("attribute data type");
        var type = DataType.of(code)
                .orElseThrow(() -> in.malformed(
                        "attribute data type", "a type known here", in.at() - 1, "found %02X".formatted(code)));
        if (type.form() != DataType.Form.STRING) {
            return new Number(type, wrapped(type, littleEndian(in.take("attribute value", type.octets()))));
        }
        int length = in.u8("string length");
        return length == DataType.INVALID_LENGTH
                ? new InvalidText(type)
                : new Text(type, in.take("attribute value", length));
    }

    default OctetWriter write(OctetWriter out) {
        out.u8(type().code());
        return switch (this) {
            case Number number -> {
                for (int i = 0; i < number.type().octets(); i++) {
                    out.u8((int) (number.value() >> (8 * i)));
                }
                yield out;
            }
            case Text text -> out.u8(text.octets().length()).octets(text.octets());
            case InvalidText ignored -> out.u8(DataType.INVALID_LENGTH);
        };
    }

    private static long littleEndian(Octets octets) {
        long value = 0;
        for (int i = octets.length() - 1; i >= 0; i--) {
            value = value << 8 | octets.u8(i);
        }
        return value;
    }

    /** {@code value} as it comes back from the type's octets: itself, when it fits. */
    private static long wrapped(DataType type, long value) {
        int unused = Long.SIZE - Byte.SIZE * type.octets();
        return type.form() == DataType.Form.SIGNED ? value << unused >> unused : value << unused >>> unused;
    }
}

package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;

/**
 * The few DER types of the firmware payloads. A general ASN.1 parser would accept what DER forbids, and could not say which
 * field is wrong.
 */
final class Der {
    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int NULL = 0x05;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int TIME_LENGTH = 15;
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withResolverStyle(ResolverStyle.STRICT);

    private Der() {}

    /** Whether the next element is an OCTET STRING; {@code false} at the end. */
    static boolean nextIsOctetString(OctetReader in, Octets all) {
        return in.left() > 0 && all.u8(in.at()) == OCTET_STRING;
    }

    static boolean nextIsNull(OctetReader in, Octets all) {
        return in.left() > 0 && all.u8(in.at()) == NULL;
    }

    /** Enters a SEQUENCE and tells the offset where it ends. */
    static int enter(OctetReader in, String field) {
        Wire.expect(in, field + " SEQUENCE", SEQUENCE);
        return Wire.length(in, field + " SEQUENCE") + in.at();
    }

    static void leave(OctetReader in, String field, int end) {
        if (in.at() != end) {
            throw in.malformed(
                    field + " SEQUENCE", "to end at offset " + end, in.at(), "elements end at offset " + in.at());
        }
    }

    static OctetWriter sequence(OctetWriter out, OctetWriter elements) {
        return Wire.length(out.u8(SEQUENCE), elements.length()).octets(elements.toOctets());
    }

    static void nothing(OctetReader in, String field) {
        Wire.expect(in, field, NULL);
        Wire.expect(in, field + " length", 0);
    }

    static OctetWriter nothing(OctetWriter out) {
        return out.u8(NULL).u8(0);
    }

    /** A non-negative INTEGER of at most 64 bits, as they stand in a {@code long}. */
    static long integer(OctetReader in, String field) {
        Wire.expect(in, field + " INTEGER", INTEGER);
        int at = in.at();
        int length = Wire.length(in, field + " INTEGER");
        if (length == 0 || length > Long.BYTES + 1) {
            throw in.malformed(field, "1 to 9 octets", at, "found " + length);
        }
        int first = in.u8(field);
        if (first >= 0x80 || (length == Long.BYTES + 1 && first != 0)) {
            throw in.malformed(field, "a non-negative INTEGER of 64 bits", at + 1, "found 0x%02X".formatted(first));
        }
        long value = first;
        for (int i = 1; i < length; i++) {
            int octet = in.u8(field);
            if (i == 1 && first == 0 && octet < 0x80) {
                throw in.malformed(field, Wire.SHORTEST, at + 1, "found a leading zero");
            }
            value = value << 8 | octet;
        }
        return value;
    }

    static int u16(OctetReader in, String field) {
        int at = in.at();
        long value = integer(in, field);
        if (value < 0 || value > 0xFFFF) {
            throw in.malformed(field, "0 to 65535", at, "found " + Long.toUnsignedString(value));
        }
        return (int) value;
    }

    static OctetWriter integer(OctetWriter out, long value) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(value);
        int length = bits / 8 + 1; // one bit more than the value needs, for the sign
        out.u8(INTEGER).u8(length);
        for (int i = length - 1; i >= 0; i--) {
            out.u8(i == Long.BYTES ? 0 : (int) (value >>> (8 * i)));
        }
        return out;
    }

    static <E extends Enum<E> & Coded> E coded(OctetReader in, String field, E[] allowed) {
        int at = in.at();
        return Wire.coded(in, field, at, integer(in, field), allowed);
    }

    static Octets octets(OctetReader in, String field, int length) {
        Wire.expect(in, field + " OCTET STRING", OCTET_STRING);
        Wire.expect(in, field + " length", length);
        return in.take(field, length);
    }

    static OctetWriter octets(OctetWriter out, Octets octets) {
        return Wire.length(out.u8(OCTET_STRING), octets.length()).octets(octets);
    }

    /** A firmware version: four octets. */
    static long version(OctetReader in, String field) {
        Wire.expect(in, field + " OCTET STRING", OCTET_STRING);
        Wire.expect(in, field + " length", Integer.BYTES);
        return Wire.u32(in, field);
    }

    static OctetWriter version(OctetWriter out, long version) {
        return Wire.u32(out.u8(OCTET_STRING).u8(Integer.BYTES), version);
    }

    static OctetWriter tag(OctetWriter out) {
        return out.u8(OCTET_STRING);
    }

    static void tag(OctetReader in, String field) {
        Wire.expect(in, field + " OCTET STRING", OCTET_STRING);
    }

    static Instant time(OctetReader in, String field) {
        Wire.expect(in, field + " GeneralizedTime", GENERALIZED_TIME);
        Wire.expect(in, field + " length", TIME_LENGTH);
        int at = in.at();
        Octets digits = in.take(field, TIME_LENGTH);
        var text = new StringBuilder(TIME_LENGTH);
        for (int i = 0; i < TIME_LENGTH; i++) {
            text.append((char) digits.u8(i));
        }
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw in.malformed(field, "YYYYMMDDHHMMSSZ", at, "found " + digits.hex());
        }
    }

    static OctetWriter time(OctetWriter out, Instant time) {
        String text = TIME.format(time.atOffset(ZoneOffset.UTC));
        out.u8(GENERALIZED_TIME).u8(TIME_LENGTH);
        text.chars().forEach(out::u8);
        return out;
    }

    /** What GeneralizedTime can carry: whole seconds. */
    static Instant second(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST.plusMillis(999))) {
            throw new IllegalArgumentException("GeneralizedTime cannot carry " + time);
        }
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}

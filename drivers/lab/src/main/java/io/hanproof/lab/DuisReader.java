package io.hanproof.lab;

import io.hanproof.duis.RequestId;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.Octets;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads what {@link DuisWriter} writes; what is not as it writes it is named by field, need, place and finding. */
final class DuisReader {
    private static final long NANOS_IN_A_SECOND = 1_000_000_000;

    private final OctetReader in;

    DuisReader(Octets octets) {
        this.in = new OctetReader(octets);
    }

    /** A number from 0 to {@code most}. */
    int u8(String field, int most) {
        int at = in.at();
        int value = in.u8(field);
        if (value > most) {
            throw in.malformed(field, "0 to " + most, at, "found " + value);
        }
        return value;
    }

    int i32(String field) {
        return (int) in.u32(field);
    }

    long number(String field) {
        return in.u64(field);
    }

    RequestId id() {
        return new RequestId(eui("originator"), eui("target"), number("counter"));
    }

    Eui64 eui(String field) {
        return new Eui64(in.u64(field));
    }

    List<Eui64> euis(String field) {
        return list(field, DuisReader::eui);
    }

    <T> List<T> list(String field, BiFunction<DuisReader, String, T> each) {
        long count = in.u32("number of entries: " + field);
        var values = new ArrayList<T>(); // of no size told beforehand: a file may say anything
        for (long i = 0; i < count; i++) {
            values.add(each.apply(this, field));
        }
        return values;
    }

    <T> Optional<T> maybe(String field, BiFunction<DuisReader, String, T> present) {
        return u8("presence of the " + field, 1) == 1 ? Optional.of(present.apply(this, field)) : Optional.empty();
    }

    <E extends Enum<E>> E oneOf(String field, E[] values) {
        int at = in.at();
        String name = text(field);
        return Arrays.stream(values)
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> in.malformed(field, "one of " + Arrays.toString(values), at, "found another"));
    }

    String text(String field) {
        int at = in.at();
        byte[] octets = octets(field).toArray();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw in.malformed(field, "text in UTF-8", at, "found other octets");
        }
    }

    Octets octets(String field) {
        long length = in.u32("length of the " + field);
        if (length > in.left()) {
            throw in.malformed(field, length + " octets", in.at(), in.left() + " left");
        }
        return in.take(field, (int) length);
    }

    Instant instant(String field) {
        int at = in.at();
        long seconds = in.u64(field);
        long nanos = in.u32(field);
        boolean known = seconds >= Instant.MIN.getEpochSecond()
                && seconds <= Instant.MAX.getEpochSecond()
                && nanos < NANOS_IN_A_SECOND;
        if (!known) {
            throw in.malformed(field, "an instant", at, "found %d s and %d ns".formatted(seconds, nanos));
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }

    void end() {
        if (in.left() > 0) {
            throw in.malformed("end of the user message", "no more octets", in.at(), in.left() + " left");
        }
    }
}

package io.hanproof.lab;

import io.hanproof.duis.RequestId;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes the kinds of field that messages of the DCC User Interface have; {@link DuisReader} reads them. */
final class DuisWriter {
    private final OctetWriter out = new OctetWriter(160);

    DuisWriter u8(int value) {
        out.u8(value);
        return this;
    }

    DuisWriter i32(int value) {
        out.u32(value);
        return this;
    }

    DuisWriter number(long value) {
        out.u64(value);
        return this;
    }

    DuisWriter id(RequestId id) {
        return eui(id.originator()).eui(id.target()).number(id.counter());
    }

    DuisWriter eui(Eui64 value) {
        return number(value.value());
    }

    DuisWriter euis(List<Eui64> values) {
        return list(values, DuisWriter::eui);
    }

    <T> DuisWriter list(List<T> values, BiConsumer<DuisWriter, T> each) {
        out.u32(values.size());
        values.forEach(it -> each.accept(this, it));
        return this;
    }

    <T> DuisWriter maybe(Optional<T> value, BiConsumer<DuisWriter, T> present) {
        out.u8(value.isPresent() ? 1 : 0);
        value.ifPresent(it -> present.accept(this, it));
        return this;
    }

    DuisWriter text(String value) {
        return octets(Octets.copyOf(value.getBytes(StandardCharsets.UTF_8)));
    }

    DuisWriter octets(Octets value) {
        out.u32(value.length()).octets(value);
        return this;
    }

    DuisWriter instant(Instant value) {
        out.u64(value.getEpochSecond()).u32(value.getNano());
        return this;
    }

    Octets toOctets() {
        return out.toOctets();
    }
}

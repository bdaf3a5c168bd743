package io.hanproof.zcl.ota;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ZclStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class AnyOtaCommandTest {

    @Property
    void comesBackFromItsPayload(@ForAll("commands") OtaCommand command) {
        var payload = command.write(new OctetWriter()).toOctets();

        assertThat(OtaCommand.read(command.id(), payload)).isEqualTo(new Decoded.Value<>(command));
    }

    @Property
    void comesBackFromItsFrame(@ForAll("commands") OtaCommand command, @ForAll @IntRange(max = 255) int sequence) {
        var zcl = OtaFrames.unicast(sequence, command);

        assertThat(readFrame(zcl)).isEqualTo(new Decoded.Value<>(command));
        assertThat(zcl.u8(1)).isEqualTo(sequence);
    }

    @Property
    void isMalformedOrAnOlderFormWhenCutShort(@ForAll("commands") OtaCommand command, @ForAll @IntRange int anywhere) {
        var payload = command.write(new OctetWriter()).toOctets();
        var cut = payload.slice(0, Math.floorMod(anywhere, payload.length()));

        var decoded = OtaCommand.read(command.id(), cut);

        boolean olderForm = command instanceof ImageBlockResponse.WaitForData && cut.length() == 9;
        assertThat(decoded).isInstanceOf(olderForm ? Decoded.Value.class : Decoded.Malformed.class);
    }

    @Property
    void isReadFromAnyOctetsWithoutAnException(
            @ForAll @IntRange(max = 0x0A) int id, @ForAll @Size(max = 40) byte[] octets) {
        if (OtaCommand.read(id, Octets.copyOf(octets)) instanceof Decoded.Value<OtaCommand>(var command)) {
            assertThat(OtaCommand.read(id, command.write(new OctetWriter()).toOctets()))
                    .isEqualTo(new Decoded.Value<>(command));
        }
    }

    @Property
    void isReadFromAnyFrameWithoutAnException(@ForAll @Size(max = 40) byte[] octets) {
        var decoded = readFrame(Octets.copyOf(octets));

        assertThat(decoded).isInstanceOfAny(Decoded.Value.class, Decoded.Malformed.class);
    }

    @Property
    void isReadWithAnyOctetChangedWithoutAnException(
            @ForAll("commands") OtaCommand command, @ForAll @IntRange int anywhere, @ForAll byte octet) {
        var zcl = OtaFrames.unicast(0, command);

        var decoded = readFrame(zcl.with(Math.floorMod(anywhere, zcl.length()), octet));

        assertThat(decoded).isInstanceOfAny(Decoded.Value.class, Decoded.Malformed.class);
    }

    @Provide
    static Arbitrary<OtaCommand> commands() {
        return Arbitraries.oneOf(
                Combinators.combine(u8(), images(), Arbitraries.integers().between(0, 3))
                        .as(AnyOtaCommandTest::notify),
                Combinators.combine(images(), optional(u16().map(HardwareVersion::of)))
                        .as(QueryNextImageRequest::new),
                Combinators.combine(images(), u32()).as(QueryNextImageResponse.Success::new),
                refusals(ZclStatus.SUCCESS).map(QueryNextImageResponse.Refused::new),
                Combinators.combine(images(), u32(), u8(), addresses(), periods())
                        .as(ImageBlockRequest::new),
                Combinators.combine(images(), u32(), u8(), u16(), u16(), addresses())
                        .as(ImagePageRequest::new),
                Combinators.combine(images(), u32(), data()).as(ImageBlockResponse.Success::new),
                Combinators.combine(u32(), u32(), periods()).as(ImageBlockResponse.WaitForData::new),
                refusals(ZclStatus.SUCCESS, ZclStatus.WAIT_FOR_DATA).map(ImageBlockResponse.Refused::new),
                Combinators.combine(u8().map(ZclStatus::of), images()).as(UpgradeEndRequest::new),
                Combinators.combine(images(), u32(), u32()).as(UpgradeEndResponse::new),
                Combinators.combine(Arbitraries.longs(), images(), u16()).as(QuerySpecificFileRequest::new),
                Combinators.combine(images(), u32()).as(QuerySpecificFileResponse.Success::new),
                refusals(ZclStatus.SUCCESS).map(QuerySpecificFileResponse.Refused::new));
    }

    private static ImageNotify notify(int jitter, ImageId image, int payloadType) {
        return new ImageNotify(
                jitter,
                payloadType < 1 ? OptionalInt.empty() : OptionalInt.of(image.manufacturerCode()),
                payloadType < 2 ? OptionalInt.empty() : OptionalInt.of(image.imageType()),
                payloadType < 3 ? OptionalLong.empty() : OptionalLong.of(image.fileVersion()));
    }

    private static Arbitrary<ImageId> images() {
        return Combinators.combine(u16(), u16(), u32()).as(ImageId::new);
    }

    private static Arbitrary<ZclStatus> refusals(ZclStatus... others) {
        return u8().map(ZclStatus::of).filter(Predicate.not(List.of(others)::contains));
    }

    private static Arbitrary<OptionalLong> addresses() {
        return optional(Arbitraries.longs()).map(it -> it.map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    private static Arbitrary<OptionalInt> periods() {
        return optional(u16()).map(it -> it.map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    private static <T> Arbitrary<Optional<T>> optional(Arbitrary<T> values) {
        return values.optional();
    }

    private static Arbitrary<Octets> data() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(255).map(Octets::copyOf);
    }

    private static Arbitrary<Integer> u8() {
        return Arbitraries.integers().between(0, 0xFF);
    }

    private static Arbitrary<Integer> u16() {
        return Arbitraries.integers().between(0, 0xFFFF);
    }

    private static Arbitrary<Long> u32() {
        return Arbitraries.longs().between(0, 0xFFFF_FFFFL);
    }

    private static Decoded<OtaCommand> readFrame(Octets zcl) {
        return switch (ZclHeader.read(zcl)) {
            case Decoded.Value<ZclHeader>(var header) -> OtaCommand.read(header, zcl);
            case Decoded.Malformed<ZclHeader> it -> new Decoded.Malformed<>(it.field(), it.need(), it.at(), it.found());
        };
    }
}

package io.hanproof.zcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ReadAttributesResponse.Held;
import io.hanproof.zcl.ReadAttributesResponse.Refused;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class GlobalCommandTest {
    private static final int CURRENT_FILE_VERSION = 0x0002;

    @Test
    void readAttributesListsTheirIdentifiers() {
        assertReadAndWritten(0x00, "0200 FDFF", new ReadAttributes(List.of(CURRENT_FILE_VERSION, 0xFFFD)));
        assertReadAndWritten(0x00, "", new ReadAttributes(List.of()));
    }

    @Test
    void aReadAttributesResponseGivesEachValueOrTheReasonWhyNot() {
        var response = new ReadAttributesResponse(List.of(
                new Held(CURRENT_FILE_VERSION, AttributeValue.uint32(0x10)),
                new Refused(0x000A, ZclStatus.UNSUPPORTED_ATTRIBUTE),
                new Held(0x0006, AttributeValue.enum8(3))));

        assertReadAndWritten(0x01, "0200 00 23 10000000  0A00 86  0600 00 30 03", response);
        assertThat(response.value(0x0006)).contains(AttributeValue.enum8(3));
        assertThat(response.value(0x000A)).isEmpty();
        assertThat(response.value(0x0001)).isEmpty();
    }

    @Test
    void attributesAreWrittenAndReportedInTheSameForm() {
        var attributes = List.of(
                new AttributeRecord(0x0009, AttributeValue.uint16(300)),
                new AttributeRecord(0x0005, AttributeValue.characters("P1")));

        assertReadAndWritten(0x02, "0900 21 2C01  0500 42 02 5031", new WriteAttributes(attributes));
        assertReadAndWritten(0x0A, "0900 21 2C01  0500 42 02 5031", new ReportAttributes(attributes));
    }

    @Test
    void aWriteAttributesResponseIsOneSuccessWhenAllWereWritten() {
        assertReadAndWritten(0x04, "00", new WriteAttributesResponse(List.of()));
    }

    @Test
    void aWriteAttributesResponseListsWhatWasNotWritten() {
        var response = new WriteAttributesResponse(List.of(
                new WriteAttributesResponse.Answer(ZclStatus.READ_ONLY, 0x0002),
                new WriteAttributesResponse.Answer(ZclStatus.INVALID_VALUE, 0x0009)));

        assertReadAndWritten(0x04, "88 0200  87 0900", response);
    }

    @Test
    void aDefaultResponseKeepsAStatusThatHasNoName() {
        assertReadAndWritten(0x0B, "03 98", new DefaultResponse(0x03, ZclStatus.NO_IMAGE_AVAILABLE));
        assertReadAndWritten(0x0B, "07 42", new DefaultResponse(0x07, ZclStatus.of(0x42)));
    }

    @Test
    void framesAskForNoDefaultResponseUnlessTheyAskSomething() {
        var ask = new ReadAttributes(List.of(CURRENT_FILE_VERSION));
        var set = new WriteAttributes(List.of(new AttributeRecord(0x0009, AttributeValue.uint16(1))));
        var answer = new ReadAttributesResponse(List.of());
        var written = new WriteAttributesResponse(List.of());
        var report = new ReportAttributes(List.of());
        var refusal = new DefaultResponse(0x03, ZclStatus.ABORT);

        assertThat(ask.frame(Direction.TO_CLIENT, 0x2A)).isEqualTo(Octets.hex("08 2A 00 0200"));
        assertThat(ask.frame(Direction.TO_SERVER, 0x2A)).isEqualTo(Octets.hex("00 2A 00 0200"));
        assertThat(set.frame(Direction.TO_CLIENT, 0x2A)).isEqualTo(Octets.hex("08 2A 02 0900 21 0100"));
        assertThat(answer.frame(Direction.TO_SERVER, 0x2A)).isEqualTo(Octets.hex("10 2A 01"));
        assertThat(written.frame(Direction.TO_SERVER, 0x2A)).isEqualTo(Octets.hex("10 2A 04 00"));
        assertThat(report.frame(Direction.TO_CLIENT, 0x2A)).isEqualTo(Octets.hex("18 2A 0A"));
        assertThat(refusal.frame(Direction.TO_CLIENT, 0x2A)).isEqualTo(Octets.hex("18 2A 0B 03 95"));
    }

    @Test
    void aFrameIsReadThroughItsHeader() {
        assertThat(readFrame("18 2A 0B 03 95"))
                .isEqualTo(new Decoded.Value<>(new DefaultResponse(0x03, ZclStatus.ABORT)));
    }

    @Test
    void theOffsetsOfAFrameCountFromItsFrameControl() {
        assertThat(message(readFrame("18 2A 0B 03"))).isEqualTo("status needs 1 octet at offset 4, 0 left");
        assertThat(message(readFrame("18 2A 7F 03")))
                .isEqualTo("command id needs one of 00 01 02 04 0A 0B at offset 2, found 7F");
        assertThat(message(readFrame("19 2A 05 95")))
                .isEqualTo("frame type needs global at offset 0, found cluster-specific");
    }

    @Test
    void aManufacturersOwnAttributesAreReadToo() {
        var header = new ZclHeader(FrameType.GLOBAL, OptionalInt.of(0xFFFE), Direction.TO_SERVER, false, 1, 0x00);

        assertThat(GlobalCommand.read(header, Octets.hex("04 FEFF 01 00 00F0")))
                .isEqualTo(new Decoded.Value<>(new ReadAttributes(List.of(0xF000))));
    }

    @Test
    void whatStopsShortIsMalformed() {
        assertMalformed(0x00, "0200 FD", "attribute identifier needs 2 octets at offset 2, 1 left");
        assertMalformed(0x01, "0200", "status needs 1 octet at offset 2, 0 left");
        assertMalformed(0x01, "0200 00", "attribute data type needs 1 octet at offset 3, 0 left");
        assertMalformed(0x01, "0200 00 23 100000", "attribute value needs 4 octets at offset 4, 3 left");
        assertMalformed(0x02, "0900 21 2C", "attribute value needs 2 octets at offset 3, 1 left");
        assertMalformed(0x04, "", "status needs 1 octet at offset 0, 0 left");
        assertMalformed(0x04, "88", "attribute identifier needs 2 octets at offset 1, 0 left");
        assertMalformed(0x0A, "0900 4C 00", "attribute data type needs a type known here at offset 2, found 4C");
        assertMalformed(0x0B, "03", "status needs 1 octet at offset 1, 0 left");
    }

    @Test
    void whatGoesOnAfterItsEndIsMalformed() {
        assertMalformed(0x0B, "03 95 00", "end needs nothing more at offset 2, 1 octet");
    }

    @Test
    void anAttributeReadWithSuccessNeedsItsValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Refused(CURRENT_FILE_VERSION, ZclStatus.SUCCESS))
                .withMessage("SUCCESS is no refusal");
    }

    @Test
    void theNameIsThatOfTheSpecification() {
        assertThat(new ReadAttributes(List.of()).name()).isEqualTo("ReadAttributes");
        assertThat(new DefaultResponse(0, ZclStatus.SUCCESS).name()).isEqualTo("DefaultResponse");
    }

    @Property
    void anyOctetsAreReadWithoutAnExceptionAndAreWrittenAsTheyWere(
            @ForAll @IntRange(max = 0x0C) int id, @ForAll @Size(max = 60) byte[] octets) {
        var payload = Octets.copyOf(octets);

        if (GlobalCommand.read(id, payload) instanceof Decoded.Value<GlobalCommand>(var command)) {
            assertThat(command.id()).isEqualTo(id);
            assertThat(command.write(new OctetWriter()).toOctets()).isEqualTo(payload);
        }
    }

    private static void assertReadAndWritten(int id, String hex, GlobalCommand command) {
        assertThat(command.id()).isEqualTo(id);
        assertThat(command.write(new OctetWriter()).toOctets()).isEqualTo(Octets.hex(hex));
        assertThat(GlobalCommand.read(id, Octets.hex(hex))).isEqualTo(new Decoded.Value<>(command));
    }

    private static void assertMalformed(int id, String hex, String message) {
        assertThat(message(GlobalCommand.read(id, Octets.hex(hex)))).isEqualTo(message);
    }

    private static Decoded<GlobalCommand> readFrame(String hex) {
        var zcl = Octets.hex(hex);
        return switch (ZclHeader.read(zcl)) {
            case Decoded.Value<ZclHeader>(var header) -> GlobalCommand.read(header, zcl);
            case Decoded.Malformed<ZclHeader> it -> throw new AssertionError(it.message());
        };
    }

    private static String message(Decoded<GlobalCommand> decoded) {
        return switch (decoded) {
            case Decoded.Value<GlobalCommand>(var command) -> "read " + command;
            case Decoded.Malformed<GlobalCommand> it -> it.message();
        };
    }
}

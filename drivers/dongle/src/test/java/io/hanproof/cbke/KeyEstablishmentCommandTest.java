package io.hanproof.cbke;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.ZclHeader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Octets laid out as Smart Energy's annex C, figures C-4 to C-7, has them. */
final class KeyEstablishmentCommandTest {
    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of(new InitiateKeyEstablishment(2, 3, 6, Octets.hex("00A1A2")), "0200 03 06 00A1A2"),
                Arguments.of(new EphemeralData(Octets.hex("0203A1")), "0203A1"),
                Arguments.of(
                        new ConfirmKey(Octets.hex("BF7E1A26D4EF7038B56813E465A131C9")),
                        "BF7E1A26D4EF7038B56813E465A131C9"),
                Arguments.of(new TerminateKeyEstablishment(2, 10, 3), "02 0A 0300"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isReadAndWrittenAsOneForm(KeyEstablishmentCommand command, String octets) {
        assertThat(command.write(new OctetWriter()).toOctets()).isEqualTo(Octets.hex(octets));
        assertThat(KeyEstablishmentCommand.read(command.id(), Octets.hex(octets)))
                .isEqualTo(new Decoded.Value<>(command));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0200 03, 'confirm key generate time needs 1 octet at offset 3, 0 left'",
        "2, A1A2, 'secure message authentication code needs 16 octets at offset 0, 2 left'",
        "3, 02 0A 0300 00, 'end needs nothing more at offset 4, 1 octet'",
        "4, 00, 'command id needs 00 to 03 at offset 0, found 04'"
    })
    void saysWhatIsWrongWithAPayload(int id, String octets, String message) {
        var read = KeyEstablishmentCommand.read(id, Octets.hex(octets));

        assertThat(read)
                .isInstanceOfSatisfying(
                        Decoded.Malformed.class, it -> assertThat(it.message()).isEqualTo(message));
    }

    @Test
    void makesWholeFrames() {
        var terminate = new TerminateKeyEstablishment(3, 10, 2);

        var toServer = terminate.frame(Direction.TO_SERVER, 0x42);
        var toClient = terminate.frame(Direction.TO_CLIENT, 0x42);

        assertThat(toServer).isEqualTo(Octets.hex("01 42 03 03 0A 0200"));
        assertThat(toClient).isEqualTo(Octets.hex("19 42 03 03 0A 0200"));
        assertThat(ZclHeader.read(toServer))
                .isInstanceOfSatisfying(
                        Decoded.Value.class,
                        it -> assertThat(KeyEstablishmentCommand.read((ZclHeader) it.value(), toServer))
                                .isEqualTo(new Decoded.Value<>(terminate)));
    }

    @Test
    void knowsAStatusThatNoStandardListsByItsNumber() {
        assertThat(new TerminateKeyEstablishment(7, 0, 2).status()).isEmpty();
        assertThat(new TerminateKeyEstablishment(7, 0, 2).reason()).isEqualTo("status 07");
        assertThat(new TerminateKeyEstablishment(1, 0, 2).status()).contains(KeyEstablishmentStatus.UNKNOWN_ISSUER);
    }
}

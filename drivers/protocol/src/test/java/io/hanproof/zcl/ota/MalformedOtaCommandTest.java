package io.hanproof.zcl.ota;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ZclHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MalformedOtaCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00 | 00                                   | query jitter needs 1 octet at offset 1, 0 left",
                "00 | 01 64 FE                             | manufacturer code needs 2 octets at offset 2, 1 left",
                "00 | 02 64 FEFF                           | image type needs 2 octets at offset 4, 0 left",
                "00 | 03 64 FEFF BBAA 200000               | new file version needs 4 octets at offset 6, 3 left",
                "01 | 01                                   | manufacturer code needs 2 octets at offset 1, 0 left",
                "01 | 01 FEFF BBAA 10000000 02             | hardware version needs 2 octets at offset 9, 1 left",
                "02 | 00                                   | manufacturer code needs 2 octets at offset 1, 0 left",
                "02 | 00 FEFF BBAA 20000000 B071           | image size needs 4 octets at offset 9, 2 left",
                "03 | 00 FEFF BBAA 20000000 020100         | file offset needs 4 octets at offset 9, 3 left",
                "03 | 00 FEFF BBAA 20000000 02010000       | maximum data size needs 1 octet at offset 13, 0 left",
                "03 | 01 FEFF BBAA 20000000 02010000 30 A4 | request node address needs 8 octets at offset 14, 1 left",
                "03 | 02 FEFF BBAA 20000000 02010000 30 2C | minimum block period needs 2 octets at offset 14, 1 left",
                "04 | 00 FEFF BBAA 20000000 00040000 20 00 | page size needs 2 octets at offset 14, 1 left",
                "04 | 00 FEFF BBAA 20000000 00040000 20 0004 | response spacing needs 2 octets at offset 16, 0 left",
                "05 | 00 FEFF BBAA 20000000 02010000 05 1EF1EE0B | image data needs 5 octets at offset 14, 4 left",
                "05 | 97 00000000                          | request time needs 4 octets at offset 5, 0 left",
                "05 | 97 00000000 3C000000 2C              | minimum block period needs 2 octets at offset 9, 1 left",
                "06 | 00 FEFF BBAA 200000                  | file version needs 4 octets at offset 5, 3 left",
                "07 | FEFF BBAA 20000000 00000000          | upgrade time needs 4 octets at offset 12, 0 left",
                "08 | A4907856                             | request node address needs 8 octets at offset 0, 4 left",
                "08 | A49078563412DB00 FEFF BBAA 10000000 02 | ZigBee stack version needs 2 octets at offset 16, 1 left",
                "09 | 00 FEFF                              | image type needs 2 octets at offset 3, 0 left",
            })
    void aCommandThatStopsShortSaysWhatItLacks(String id, String hex, String message) {
        assertThat(message(id, hex)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"00", "01", "02", "03", "04", "05", "06", "07", "08", "09"})
    void everyCommandNeedsAPayload(String id) {
        assertThat(message(id, "")).matches(".+ needs [128] octets? at offset 0, 0 left");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00 | 00 64 FEFF                             | end needs nothing more at offset 2, 2 octets",
                "01 | 00 FEFF BBAA 10000000 0201             | end needs nothing more at offset 9, 2 octets",
                "02 | 00 FEFF BBAA 20000000 B0710B00 00      | end needs nothing more at offset 13, 1 octet",
                "03 | 00 FEFF BBAA 20000000 02010000 30 00   | end needs nothing more at offset 14, 1 octet",
                "04 | 00 FEFF BBAA 20000000 00040000 20 0004 3200 00 | end needs nothing more at offset 18, 1 octet",
                "05 | 00 FEFF BBAA 20000000 02010000 02 1EF1EE0B | end needs nothing more at offset 16, 2 octets",
                "05 | 97 00000000 3C000000 2C01 00           | end needs nothing more at offset 11, 1 octet",
                "06 | 00 FEFF BBAA 20000000 00               | end needs nothing more at offset 9, 1 octet",
                "07 | FEFF BBAA 20000000 00000000 00000000 00 | end needs nothing more at offset 16, 1 octet",
                "08 | A49078563412DB00 FEFF BBAA 10000000 0200 00 | end needs nothing more at offset 18, 1 octet",
                "09 | 00 FEFF BBAA 20000000 B0710B00 00      | end needs nothing more at offset 13, 1 octet",
            })
    void aCommandThatGoesOnAfterItsEndSaysByHowMuch(String id, String hex, String message) {
        assertThat(message(id, hex)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"02, 98", "02, 7E", "05, 95", "09, 98"})
    void aRefusalWithABodyGoesOnAfterItsEnd(String id, String status) {
        var hex = status + "FEFF BBAA 20000000 B0710B00";

        assertThat(message(id, hex)).isEqualTo("end needs nothing more at offset 1, 12 octets");
    }

    @Test
    void aPayloadTypeWithoutAMeaningCannotBeRead() {
        assertThat(message("00", "04 64 FEFF BBAA 20000000"))
                .isEqualTo("payload type needs 0 to 3 at offset 0, found 4");
    }

    @Test
    void anUnknownCommandCannotBeRead() {
        assertThat(message("0A", "00")).isEqualTo("command id needs 00 to 09 at offset 0, found 0A");
        assertThat(message("FF", "")).isEqualTo("command id needs 00 to 09 at offset 0, found FF");
    }

    @Test
    void theOffsetsOfAFrameCountFromItsFrameControl() {
        assertThat(frameMessage("01 2A 01 01 FEFF BBAA 10000000 02"))
                .isEqualTo("hardware version needs 2 octets at offset 12, 1 left");
        assertThat(frameMessage("01 2A 0A 00")).isEqualTo("command id needs 00 to 09 at offset 2, found 0A");
        assertThat(frameMessage("19 2A 02 98 00")).isEqualTo("end needs nothing more at offset 4, 1 octet");
    }

    @Test
    void noCommandGoesTheOtherWay() {
        assertThat(frameMessage("09 2A 06 00 FEFF BBAA 20000000"))
                .isEqualTo("direction needs client to server at offset 0, found server to client");
        assertThat(frameMessage("01 2A 05 95"))
                .isEqualTo("direction needs server to client at offset 0, found client to server");
    }

    @Test
    void aGlobalCommandIsNoneOfThisCluster() {
        assertThat(frameMessage("18 2A 0B 03 95"))
                .isEqualTo("frame type needs cluster-specific at offset 0, found global");
    }

    @Test
    void aManufacturersOwnCommandIsNoneOfTheStandard() {
        assertThat(frameMessage("0D FEFF 2A 00 00 64"))
                .isEqualTo("manufacturer code needs to be absent at offset 1, found FFFE");
    }

    private static String message(String id, String hex) {
        return message(OtaCommand.read(Integer.parseInt(id, 16), Octets.hex(hex)));
    }

    private static String frameMessage(String hex) {
        var zcl = Octets.hex(hex);
        return switch (ZclHeader.read(zcl)) {
            case Decoded.Value<ZclHeader>(var header) -> message(OtaCommand.read(header, zcl));
            case Decoded.Malformed<ZclHeader> it -> it.message();
        };
    }

    private static String message(Decoded<OtaCommand> decoded) {
        return switch (decoded) {
            case Decoded.Value<OtaCommand>(var command) -> "read " + command;
            case Decoded.Malformed<OtaCommand> it -> it.message();
        };
    }
}

package io.hanproof.gbcs;

import static io.hanproof.gbcs.CorpusTest.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.gbcs.DutyCycleAlert.DiscardedMessage;
import io.hanproof.gbcs.FirmwareActivationAlert.ActivateImage;
import io.hanproof.gbcs.FirmwareReceiptAlert.DlmsForm;
import io.hanproof.gbcs.FirmwareReceiptAlert.GbzForm;
import io.hanproof.gbcs.HubFirmwareAlert.ResponseCode;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published messages that the project carries. */
final class PublishedTest {
    private static final Eui64 ACB = Eui64.parse("90B3D51F30000002");
    private static final Eui64 SUPPLIER = Eui64.parse("90B3D51F30010000");
    private static final Eui64 ESME = Eui64.parse("00DB1234567890A0");
    private static final Eui64 GSME = Eui64.parse("00DB1234567890A1");
    private static final Eui64 HUB = Eui64.parse("00DB1234567890A2");
    private static final Eui64 PPMID = Eui64.parse("00DB1234567890A4");
    private static final Instant NEW_YEAR = Instant.parse("2015-01-01T00:00:00Z");
    private static final CosemDateTime NEW_YEAR_DLMS = CosemDateTime.of(NEW_YEAR);
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant AT_NINE = Instant.parse("2030-01-15T09:00:00Z");
    private static final Octets HASH = Octets.hex("AA758690730934FF0685AA758690730934FF0685657788990011223344556677");

    static List<Arguments> contents() {
        return List.of(
                Arguments.of(
                        Published.HUB_ALERT,
                        new HubFirmwareAlert(
                                AlertCode.FIRMWARE_TRANSFERRED,
                                NEW_YEAR,
                                PPMID,
                                0x0123ABCD,
                                ResponseCode.FILE_TRANSFER_SUCCESS)),
                Arguments.of(Published.ACTIVATE, new ActivateFirmware(HASH, 1000, Optional.empty())),
                Arguments.of(Published.ACTIVATE_LATER, new ActivateFirmware(HASH, 1001, Optional.of(AT_NINE))),
                Arguments.of(Published.CANCEL, new ActivateFirmware(HASH, 1002, Optional.of(ActivateFirmware.CANCEL))),
                Arguments.of(Published.ACCEPTED, new ActivateFirmwareAccepted()),
                Arguments.of(
                        Published.ACTIVATED, new ActivateFirmwareResult(ActivateImageResponseCode.SUCCESS, 0x0123ABCE)),
                Arguments.of(
                        Published.NOT_ACTIVATED,
                        new ActivateFirmwareResult(ActivateImageResponseCode.NO_IMAGE_HELD, 0x0123ABCF)),
                Arguments.of(
                        Published.ACTIONED,
                        new ActivateFirmwareAlert(
                                AlertCode.FUTURE_DATED_ACTIVATION_ACTIONED,
                                AT_NINE,
                                1001,
                                new ActivateFirmwareResult(ActivateImageResponseCode.SUCCESS, 0x0123ABCF))),
                Arguments.of(
                        Published.NOT_ACTIONED,
                        new ActivateFirmwareAlert(
                                AlertCode.FUTURE_DATED_ACTIVATION_NOT_ACTIONED,
                                LATER,
                                1004,
                                new ActivateFirmwareResult(ActivateImageResponseCode.HASH_MISMATCH, 0x0123ABCF))),
                Arguments.of(Published.READ_VERSION, new ReadFirmwareVersion()),
                Arguments.of(Published.VERSION, new FirmwareVersion(0x0123ABCD, ReadResponseCode.READ_SUCCESS)),
                Arguments.of(Published.NO_VERSION, new FirmwareVersion(0, ReadResponseCode.READ_FAILURE)),
                Arguments.of(
                        Published.ACTIVATION_ALERT,
                        new FirmwareActivationAlert(NEW_YEAR, 0x1234ABCD, ActivateImage.ACTIVATION_SUCCESS)),
                Arguments.of(
                        Published.DUTY_CYCLE,
                        new DutyCycleAlert(
                                UseCase.DBCH06,
                                AlertCode.LIMITED_DUTY_CYCLE,
                                4000,
                                NEW_YEAR_DLMS,
                                new DutyCycleAlert.Device(GSME))),
                Arguments.of(
                        Published.DISCARDED,
                        new DutyCycleAlert(
                                UseCase.DBCH10,
                                AlertCode.MESSAGE_DISCARDED,
                                4000,
                                NEW_YEAR_DLMS,
                                new DiscardedMessage(SUPPLIER, ESME, Cra.COMMAND, 1000))),
                Arguments.of(Published.READ_ELECTRICITY, new ReadElectricityFirmwareVersion(1000)),
                Arguments.of(Published.ELECTRICITY, new ElectricityFirmwareVersion(1000, Optional.of(0x0123ABCDL), 0)),
                Arguments.of(Published.NO_ELECTRICITY, new ElectricityFirmwareVersion(1002, Optional.empty(), 1)),
                Arguments.of(
                        Published.ELECTRICITY_RECEIPT,
                        new FirmwareReceiptAlert(
                                AlertCode.FIRMWARE_VERIFIED, DlmsForm.of(2000, NEW_YEAR), Octets.hex("01".repeat(32)))),
                Arguments.of(
                        Published.GAS_RECEIPT,
                        new FirmwareReceiptAlert(
                                AlertCode.FIRMWARE_VERIFIED, new GbzForm(NEW_YEAR), Octets.hex("A1".repeat(32)))),
                Arguments.of(Published.READ_GAS, new ReadGasFirmwareVersion()),
                Arguments.of(Published.GAS, new GasFirmwareVersion(0, Optional.of(0x0123ABCDL))),
                Arguments.of(Published.NO_GAS, new GasFirmwareVersion(0xC0, Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void saysWhatThePublisherMeant(Octets octets, Content content) {
        var message = value(GbcsMessage.read(octets));

        assertThat(message.content()).isEqualTo(content);
        assertThat(Contradictions.of(message.header(), message.content())).isEmpty();
        assertThat(message.signature().isPresent())
                .isEqualTo(content.protection().signed());
        assertThat(message.mac().isPresent()).isEqualTo(content.protection().maced());
        assertThat(message.write()).isEqualTo(octets);
    }

    @Test
    void theHubsHeaderNamesTheBroker() {
        var message = value(GbcsMessage.read(Published.HUB_ALERT));

        assertThat(message.header())
                .isEqualTo(new GroupingHeader(Cra.ALERT, 4000, HUB, ACB, OtherInformation.of(UseCase.CCS08)));
    }

    @Test
    void aReadInTheBrokersNameNamesTheSupplier() {
        var message = value(GbcsMessage.read(Published.READ_VERSION));

        assertThat(message.header())
                .isEqualTo(new GroupingHeader(
                        Cra.COMMAND, 1300, ACB, PPMID, OtherInformation.of(UseCase.CS08, SUPPLIER, 1000)));
        assertThat(value(GbcsMessage.read(Published.VERSION)).header())
                .isEqualTo(message.header().response());
    }

    @Test
    void anActivationsResponseTellsItsTime() {
        var header = value(GbcsMessage.read(Published.ACTIVATED)).header();

        assertThat(header)
                .isEqualTo(new GroupingHeader(Cra.RESPONSE, 1000, ESME, SUPPLIER, OtherInformation.of(UseCase.CS06))
                        .at(NEW_YEAR_DLMS));
    }

    @Test
    void theHubsAlertSatisfiesItsCertificate() {
        var certificates = new Certificates(List.of(value(SmkiCertificate.read(Published.HUB_CERTIFICATE))));

        assertThat(GbcsCheck.check(Published.HUB_ALERT, certificates)).isEmpty();
        for (int bit = 0; bit < Byte.SIZE * Published.HUB_ALERT.length(); bit++) {
            int at = bit / Byte.SIZE;
            var flipped = Published.HUB_ALERT.with(at, Published.HUB_ALERT.u8(at) ^ 1 << bit % Byte.SIZE);
            assertThat(GbcsCheck.check(flipped, certificates)).as("bit %d", bit).isNotEmpty();
        }
    }

    static Set<Map.Entry<String, Octets>> messages() {
        return Published.messages().entrySet();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void cutAnywhereIsAValueThatNamesFieldNeedAndPlace(Map.Entry<String, Octets> published) {
        for (int length = 0; length < published.getValue().length(); length++) {
            int cut = length;
            assertThat(GbcsMessage.read(published.getValue().slice(0, length)))
                    .isInstanceOfSatisfying(Decoded.Malformed.class, it -> {
                        assertThat(it.field()).isNotBlank();
                        assertThat(it.need()).isNotBlank();
                        assertThat(it.found()).isNotBlank();
                        assertThat(it.at()).isBetween(0, cut);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void withAnOctetTooManyIsAValueThatNamesThePlace(Map.Entry<String, Octets> published) {
        var longer = published.getValue().plus(Octets.hex("00"));

        assertThat(GbcsMessage.read(longer)).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void whereAFieldIsWrongTheMessageSaysWhichAndWhere() {
        assertThat(malformed(Published.HUB_ALERT.with(40, 0x8C)))
                .isEqualTo("alert code needs 0x8F89 or 0x8F8A or 0x8F8B at offset 36, found 0x8F8C");
        assertThat(malformed(Published.HUB_ALERT.with(32, 0x30)))
                .isEqualTo("message code needs one of the firmware use cases at offset 31, found 0x0130");
        assertThat(malformed(Published.HUB_ALERT.with(2, 1)))
                .isEqualTo("message code needs a use case that has a command at offset 31, found 0x0128"
                        + " (Firmware Transfer Alert)");
        assertThat(malformed(Published.HUB_ALERT.with(47, '3'))) // month 31
                .startsWith("execution date-time needs YYYYMMDDHHMMSSZ at offset 43, found 3230");
        assertThat(malformed(Published.HUB_ALERT.with(76, 6)))
                .isEqualTo("response code needs 0 or 1 or 2 or 3 or 4 or 5 at offset 74, found 6");
        assertThat(malformed(Published.HUB_ALERT.with(77, 0x41)))
                .isEqualTo("signature length needs 0 or 64 at offset 77, found 65");
        assertThat(malformed(Published.ACTIVATE.with(8, 0x9B)))
                .isEqualTo("ciphered service length needs 156 at offset 7, found 155");
    }

    @Test
    void aPreCommandIsReadWithAndWithoutItsClosingZero() {
        var open = value(PreCommand.read(Published.PRE_COMMAND));
        var closed = value(PreCommand.read(Published.PRE_COMMAND.plus(Octets.hex("00"))));

        assertThat(open.content()).isEqualTo(new ActivateFirmware(HASH, 1001, Optional.of(AT_NINE)));
        assertThat(open.closed()).isFalse();
        assertThat(closed).isEqualTo(new PreCommand(open.header(), open.content(), true));
        assertThat(open.write()).isEqualTo(Published.PRE_COMMAND);
        assertThat(closed.write()).isEqualTo(Published.PRE_COMMAND.plus(Octets.hex("00")));
        for (int length = 0; length < Published.PRE_COMMAND.length(); length++) {
            assertThat(PreCommand.read(Published.PRE_COMMAND.slice(0, length))).isInstanceOf(Decoded.Malformed.class);
        }
        assertThat(PreCommand.read(Published.PRE_COMMAND.plus(Octets.hex("0000"))))
                .isInstanceOf(Decoded.Malformed.class);
        assertThat(PreCommand.read(Published.HUB_ALERT)).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void aPreCommandIsWhatTheSupplierSigned() {
        var command = value(GbcsMessage.read(Published.ACTIVATE_LATER));
        var preCommand = value(PreCommand.read(Published.PRE_COMMAND));

        assertThat(preCommand.header()).isEqualTo(command.header());
        assertThat(preCommand.content()).isEqualTo(command.content());
    }

    private static String malformed(Octets octets) {
        return switch (GbcsMessage.read(octets)) {
            case Decoded.Value<GbcsMessage>(var message) -> throw new AssertionError("read " + message);
            case Decoded.Malformed<GbcsMessage> malformed -> malformed.message();
        };
    }
}

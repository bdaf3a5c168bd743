package io.hanproof.gbcs;

import static io.hanproof.gbcs.CorpusTest.value;
import static io.hanproof.gbcs.Players.ACB;
import static io.hanproof.gbcs.Players.ALL;
import static io.hanproof.gbcs.Players.HCALCS;
import static io.hanproof.gbcs.Players.HUB;
import static io.hanproof.gbcs.Players.OTHER_SUPPLIER;
import static io.hanproof.gbcs.Players.PPMID;
import static io.hanproof.gbcs.Players.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.gbcs.GbcsFinding.Code;
import io.hanproof.gbcs.HubFirmwareAlert.ResponseCode;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SealingTest {
    private static final Instant NOON = Instant.parse("2020-01-01T12:00:00Z");
    private static final GroupingHeader ACTIVATION_HEADER =
            new GroupingHeader(Cra.COMMAND, 1000, SUPPLIER.id(), HCALCS.id(), OtherInformation.of(UseCase.CS06));
    private static final ActivateFirmware ACTIVATION =
            new ActivateFirmware(Octets.hex("5A".repeat(32)), 1000, Optional.empty());
    private static final Octets ACTIVATE = Sealing.command(ACTIVATION_HEADER, ACTIVATION, SUPPLIER, ACB, ALL);
    private static final GroupingHeader ALERT_HEADER =
            new GroupingHeader(Cra.ALERT, 4000, HUB.id(), ACB.id(), OtherInformation.of(UseCase.CCS08));
    private static final HubFirmwareAlert TRANSFERRED = new HubFirmwareAlert(
            AlertCode.FIRMWARE_TRANSFERRED, NOON, PPMID.id(), 0x20, ResponseCode.FILE_TRANSFER_SUCCESS);
    private static final Octets ALERT = Sealing.answer(ALERT_HEADER, TRANSFERRED, HUB, ALL);
    private static final GroupingHeader READ_HEADER = new GroupingHeader(
            Cra.COMMAND, 1300, ACB.id(), PPMID.id(), OtherInformation.of(UseCase.CS08, SUPPLIER.id(), 1000));

    @Test
    void aCriticalCommandHasBothGuardsAndSatisfiesItsDevice() {
        assertThat(GbcsCheck.check(ACTIVATE, ALL, HCALCS, Counters.NONE)).isEmpty();
        assertThat(GbcsCheck.check(ACTIVATE, ALL, ACB, Counters.NONE)).isEmpty();
        assertThat(GbcsCheck.check(ACTIVATE, ALL)).isEmpty();
        assertThat(value(GbcsMessage.read(ACTIVATE)).signature()).isPresent();
        assertThat(value(GbcsMessage.read(ACTIVATE)).mac()).isPresent();
    }

    @Test
    void aReadAndItsResponseHaveAMacOnly() {
        var read = Sealing.command(READ_HEADER, new ReadFirmwareVersion(), ACB, ACB, ALL);
        var response = Sealing.answer(
                READ_HEADER.response(), new FirmwareVersion(0x20, ReadResponseCode.READ_SUCCESS), PPMID, ALL);

        assertThat(value(GbcsMessage.read(read)).signature()).isEmpty();
        assertThat(value(GbcsMessage.read(response)).signature()).isEmpty();
        assertThat(GbcsCheck.check(read, ALL, PPMID, Counters.NONE)).isEmpty();
        assertThat(GbcsCheck.check(response, ALL, ACB, Counters.NONE)).isEmpty();
    }

    @Test
    void anAlertAndACriticalResponseHaveASignatureOnly() {
        var accepted = Sealing.answer(ACTIVATION_HEADER.response(), new ActivateFirmwareAccepted(), HCALCS, ALL);

        assertThat(value(GbcsMessage.read(ALERT)).mac()).isEmpty();
        assertThat(value(GbcsMessage.read(accepted)).mac()).isEmpty();
        assertThat(GbcsCheck.check(ALERT, ALL, ACB, Counters.NONE)).isEmpty();
        assertThat(GbcsCheck.check(accepted, ALL, SUPPLIER, Counters.NONE)).isEmpty();
    }

    @Test
    void aDutyCycleAlertHasAMacOnly() {
        var header = new GroupingHeader(Cra.ALERT, 1, HUB.id(), ACB.id(), OtherInformation.of(UseCase.DBCH06));
        var content = new DutyCycleAlert(
                UseCase.DBCH06,
                AlertCode.LIMITED_DUTY_CYCLE,
                1,
                CosemDateTime.of(NOON),
                new DutyCycleAlert.Device(PPMID.id()));

        var octets = Sealing.answer(header, content, HUB, ALL);

        assertThat(value(GbcsMessage.read(octets)).signature()).isEmpty();
        assertThat(GbcsCheck.check(octets, ALL, ACB, Counters.NONE)).isEmpty();
    }

    @Test
    void theSupplierSignsAPreCommandAndTheBrokerPutsTheMac() {
        var signed = Sealing.sign(ACTIVATION_HEADER, ACTIVATION, SUPPLIER);

        var sealed = Sealing.mac(signed, ACB, HCALCS.agreement()).write();

        assertThat(sealed).isEqualTo(ACTIVATE);
    }

    @Test
    void sealingTwiceGivesTheSameOctets() {
        assertThat(Sealing.command(ACTIVATION_HEADER, ACTIVATION, SUPPLIER, ACB, ALL))
                .isEqualTo(ACTIVATE);
        assertThat(Sealing.answer(ALERT_HEADER, TRANSFERRED, HUB, ALL)).isEqualTo(ALERT);
    }

    @Test
    void nobodySealsForAnother() {
        assertThatThrownBy(() -> Sealing.answer(ALERT_HEADER, TRANSFERRED, PPMID, ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("00DB1234567890A4 cannot seal a message of 00DB1234567890A2");
    }

    @Test
    void aFlippedBitAnywhereIsFound() {
        for (int bit = 0; bit < Byte.SIZE * ACTIVATE.length(); bit++) {
            assertThat(GbcsCheck.check(flipped(ACTIVATE, bit), ALL, HCALCS, Counters.NONE))
                    .as("bit %d", bit)
                    .isNotEmpty();
        }
        for (int bit = 0; bit < Byte.SIZE * ALERT.length(); bit++) {
            assertThat(GbcsCheck.check(flipped(ALERT, bit), ALL))
                    .as("bit %d", bit)
                    .isNotEmpty();
        }
    }

    @Test
    void aWrongSignatureIsNamedAndTheMacIsStillRight() {
        var signed = Sealing.sign(ACTIVATION_HEADER, ACTIVATION, OTHER_SUPPLIER);
        var octets = Sealing.mac(signed, ACB, HCALCS.agreement()).write();

        assertThat(codes(octets, HCALCS)).containsExactly(Code.WRONG_SIGNATURE);
        assertThat(GbcsCheck.check(octets, ALL))
                .extracting(GbcsFinding::toString)
                .containsExactly("WRONG_SIGNATURE: signature over 73 octets does not verify with the digital signature"
                        + " certificate of 90B3D51F30010000 (SUPPLIER)");
    }

    @Test
    void aWrongMacIsNamedAndTheSignatureIsStillRight() {
        var octets = ACTIVATE.with(ACTIVATE.length() - 1, ACTIVATE.u8(ACTIVATE.length() - 1) ^ 1);

        assertThat(codes(octets, HCALCS)).containsExactly(Code.WRONG_MAC);
        assertThat(GbcsCheck.check(octets, ALL)).isEmpty();
    }

    @Test
    void missingGuardsAreNamed() {
        var neither = new GbcsMessage(ACTIVATION_HEADER, ACTIVATION, Optional.empty(), Optional.empty());

        assertThat(codes(neither.write(), HCALCS)).containsExactly(Code.MISSING_SIGNATURE, Code.MISSING_MAC);
        assertThat(codes(Sealing.mac(neither, ACB, HCALCS.agreement()).write(), HCALCS))
                .containsExactly(Code.MISSING_SIGNATURE);
        assertThat(codes(Sealing.sign(ACTIVATION_HEADER, ACTIVATION, SUPPLIER).write(), HCALCS))
                .containsExactly(Code.MISSING_MAC);
    }

    @Test
    void guardsThatDoNotBelongAreNamed() {
        var signedRead = Sealing.sign(READ_HEADER, new ReadFirmwareVersion(), ACB);
        var macedAlert = Sealing.mac(Sealing.sign(ALERT_HEADER, TRANSFERRED, HUB), HUB, ACB.agreement());

        assertThat(codes(Sealing.mac(signedRead, ACB, PPMID.agreement()).write(), PPMID))
                .containsExactly(Code.UNEXPECTED_SIGNATURE);
        assertThat(codes(macedAlert.write(), ACB)).containsExactly(Code.UNEXPECTED_MAC);
    }

    @Test
    void aReplayIsNamed() {
        var header = value(GbcsMessage.read(ACTIVATE)).header();
        var after = Counters.NONE.after(header);

        assertThat(GbcsCheck.check(ACTIVATE, ALL, HCALCS, after))
                .extracting(GbcsFinding::toString)
                .containsExactly("COUNTER_NOT_HIGHER: originator counter 1000 of 90B3D51F30010000 is not above 1000");
        assertThat(after.accepts(header.withCounter(999))).isFalse();
        assertThat(after.accepts(header.withCounter(1001))).isTrue();
        assertThat(after.accepts(header.withCounter(-1)))
                .as("counters are unsigned")
                .isTrue();
        assertThat(after.after(header.withCounter(999))).isEqualTo(after);
        assertThat(after.accepts(header.response()))
                .as("a response is no replay of its command")
                .isTrue();
    }

    @Test
    void aMessageForAnotherIsNamed() {
        assertThat(codes(ACTIVATE, PPMID)).containsExactly(Code.WRONG_RECIPIENT);
    }

    @Test
    void anUnknownOriginatorIsNamed() {
        var octets = GbcsCheck.check(ACTIVATE, Certificates.of(ACB, HCALCS), HCALCS, Counters.NONE);

        assertThat(octets).extracting(GbcsFinding::code).containsExactly(Code.UNKNOWN_ORIGINATOR);
    }

    @Test
    void anOriginatorOfTheWrongRoleIsNamed() {
        var operator = Players.PKI.mint(SUPPLIER.id(), Role.NETWORK_OPERATOR);
        var octets = Sealing.command(ACTIVATION_HEADER, ACTIVATION, operator, ACB, ALL);

        var findings = GbcsCheck.check(octets, Certificates.of(operator, ACB, HCALCS), HCALCS, Counters.NONE);

        assertThat(findings)
                .extracting(GbcsFinding::toString)
                .containsExactly("WRONG_ROLE: originator 90B3D51F30010000 has role NETWORK_OPERATOR, which sends no"
                        + " Activate Firmware command");
    }

    @Test
    void aCertificateForAnotherUseDecidesNothing() {
        var agreementOnly = new Certificates(List.of(SUPPLIER.agreement(), ACB.agreement()));
        var withoutBroker = Certificates.of(SUPPLIER);
        var withoutDevice = Certificates.of(SUPPLIER, ACB);

        assertThat(GbcsCheck.check(ACTIVATE, agreementOnly, HCALCS, Counters.NONE))
                .allMatch(GbcsFinding::isUndecided)
                .extracting(GbcsFinding::toString)
                .containsExactly("NO_SIGNING_CERTIFICATE: no digital signature certificate of the originator"
                        + " 90B3D51F30010000");
        assertThat(GbcsCheck.check(ACTIVATE, withoutBroker, HCALCS, Counters.NONE))
                .allMatch(GbcsFinding::isUndecided)
                .extracting(GbcsFinding::toString)
                .containsExactly("NO_AGREEMENT_CERTIFICATE: no key agreement certificate of the Access Control Broker");
        assertThat(GbcsCheck.check(ACTIVATE, withoutDevice, ACB, Counters.NONE))
                .allMatch(GbcsFinding::isUndecided)
                .extracting(GbcsFinding::toString)
                .containsExactly("NO_AGREEMENT_CERTIFICATE: no key agreement certificate of 00DB1234567890A5");
    }

    @Test
    void anAlertToAPartyThatGetsNoneSuchIsNamed() {
        var receipt = new FirmwareReceiptAlert(
                AlertCode.FIRMWARE_VERIFIED, FirmwareReceiptAlert.DlmsForm.of(4000, NOON), ACTIVATION.imageHash());
        var started = new FirmwareActivationAlert(NOON, 0x20, FirmwareActivationAlert.ActivateImage.ACTIVATION_SUCCESS);

        assertThat(GbcsCheck.check(alert(receipt, HCALCS, SUPPLIER), ALL)).isEmpty();
        assertThat(GbcsCheck.check(alert(receipt, HCALCS, ACB), ALL))
                .extracting(GbcsFinding::toString)
                .containsExactly("WRONG_RECIPIENT: recipient 90B3D51F30000002 has role ACB, which gets no Firmware"
                        + " Distribution Receipt Alert (DLMS)");
        assertThat(GbcsCheck.check(alert(started, PPMID, ACB), ALL)).isEmpty();
        assertThat(GbcsCheck.check(alert(started, PPMID, SUPPLIER), ALL))
                .extracting(GbcsFinding::code)
                .containsExactly(Code.WRONG_RECIPIENT);
        assertThat(GbcsCheck.check(alert(TRANSFERRED, PPMID, SUPPLIER), ALL))
                .extracting(GbcsFinding::code)
                .containsExactly(Code.WRONG_RECIPIENT);
    }

    private static Octets alert(Content content, Identity from, Identity to) {
        var header = new GroupingHeader(Cra.ALERT, 4000, from.id(), to.id(), OtherInformation.of(content.useCase()));
        return Sealing.answer(header, content, from, ALL);
    }

    @Test
    void codesThatContradictAreNamed() {
        var failed = new HubFirmwareAlert(
                AlertCode.FIRMWARE_TRANSFER_FAILED, NOON, PPMID.id(), 0x20, ResponseCode.FILE_TRANSFER_SUCCESS);
        var octets = Sealing.answer(ALERT_HEADER, failed, HUB, ALL);

        assertThat(GbcsCheck.check(octets, ALL))
                .extracting(GbcsFinding::toString)
                .containsExactly(
                        "CODE_MISMATCH: alert code 0x8F89 (firmware transfer failed) with 0 (file transfer success)");
    }

    @Test
    void theReadAlertOf2019HasItsOwnCodes() {
        var read = new HubFirmwareAlert(
                AlertCode.FIRMWARE_VERSION_READ, NOON, PPMID.id(), 0x20, ResponseCode.FIRMWARE_READ_SUCCESS);
        var none = new HubFirmwareAlert(
                AlertCode.FIRMWARE_VERSION_READ, NOON, PPMID.id(), 0, ResponseCode.FIRMWARE_READ_FAILURE);
        var both = new HubFirmwareAlert(
                AlertCode.FIRMWARE_VERSION_READ, NOON, PPMID.id(), 0x20, ResponseCode.FIRMWARE_READ_FAILURE);

        assertThat(GbcsCheck.check(Sealing.answer(ALERT_HEADER, read, HUB, ALL), ALL))
                .isEmpty();
        assertThat(GbcsCheck.check(Sealing.answer(ALERT_HEADER, none, HUB, ALL), ALL))
                .isEmpty();
        assertThat(GbcsCheck.check(Sealing.answer(ALERT_HEADER, both, HUB, ALL), ALL))
                .extracting(GbcsFinding::code)
                .containsExactly(Code.CODE_MISMATCH);
    }

    @Test
    void aCounterInThePayloadThatIsNotTheHeadersIsNamed() {
        var octets = Sealing.command(ACTIVATION_HEADER.withCounter(1001), ACTIVATION, SUPPLIER, ACB, ALL);

        assertThat(GbcsCheck.check(octets, ALL))
                .extracting(GbcsFinding::toString)
                .containsExactly("COUNTER_MISMATCH: originator counter 1000 under a header with 1001");
    }

    @Test
    void aDateThatNoCalendarHasIsNamed() {
        var good = new CosemDateTime(2020, 2, 29, 0xFF, 23, 59, 59, 0, 0x8000, 0xFF);
        var unspecified = new CosemDateTime(0xFFFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x8000, 0xFF);
        var month = new CosemDateTime(2020, 13, 1, 0xFF, 0, 0, 0, 0, 0x8000, 0xFF);
        var day = new CosemDateTime(2019, 2, 29, 0xFF, 0, 0, 0, 0, 0x8000, 0xFF);
        var hour = new CosemDateTime(2020, 1, 1, 0xFF, 25, 0, 0, 0, 0x8000, 0xFF);

        assertThat(dated(good)).isEmpty();
        assertThat(dated(unspecified)).isEmpty();
        assertThat(List.of(month, day, hour))
                .allSatisfy(it -> assertThat(dated(it)).containsExactly(Code.NO_DATE, Code.NO_DATE));
    }

    private static List<Code> dated(CosemDateTime time) {
        var receipt = new FirmwareReceiptAlert(
                AlertCode.FIRMWARE_VERIFIED, new FirmwareReceiptAlert.DlmsForm(4000, time), ACTIVATION.imageHash());
        var header = new GroupingHeader(
                Cra.ALERT, 4000, HCALCS.id(), SUPPLIER.id(), Optional.of(time), OtherInformation.of(UseCase.FDRA_DLMS));
        return GbcsCheck.check(Sealing.answer(header, receipt, HCALCS, ALL), ALL).stream()
                .map(GbcsFinding::code)
                .toList();
    }

    @Test
    void aPreCommandWithAnotherCounterInItIsNamed() {
        var header = ACTIVATION_HEADER.withCounter(1001);

        assertThat(GbcsCheck.check(new PreCommand(ACTIVATION_HEADER, ACTIVATION, false)))
                .isEmpty();
        assertThat(GbcsCheck.check(new PreCommand(header, ACTIVATION, true)))
                .extracting(GbcsFinding::code)
                .containsExactly(Code.COUNTER_MISMATCH);
    }

    @Test
    void truncatedDerIsNamedByFieldAndPlace() {
        var cut = ALERT.slice(0, 70);

        assertThat(GbcsCheck.check(cut, ALL))
                .extracting(GbcsFinding::toString)
                .containsExactly("MALFORMED: content needs 43 octets at offset 34, 36 left");
    }

    @Test
    void aLengthInALongerFormIsNotCanonical() {
        var longer = ALERT.slice(0, 33).plus(Octets.hex("812B")).plus(ALERT.slice(34, ALERT.length() - 34));

        assertThat(GbcsCheck.check(longer, ALL))
                .extracting(GbcsFinding::toString)
                .containsExactly(
                        "NOT_CANONICAL: content length needs its shortest form at offset 33, found 43 in a longer one");
    }

    private static List<Code> codes(Octets octets, Identity holder) {
        return GbcsCheck.check(octets, ALL, holder, Counters.NONE).stream()
                .map(GbcsFinding::code)
                .toList();
    }

    private static Octets flipped(Octets octets, int bit) {
        int at = bit / Byte.SIZE;
        return octets.with(at, octets.u8(at) ^ 1 << bit % Byte.SIZE);
    }
}

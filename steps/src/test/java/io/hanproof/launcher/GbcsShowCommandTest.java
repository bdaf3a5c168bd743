package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.gbcs.ActivateFirmware;
import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.gbcs.HubFirmwareAlert.ResponseCode;
import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.Sealing;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GbcsShowCommandTest {
    private static final Eui64 HUB = Eui64.parse("00A1B2C3D4E50000");
    private static final Eui64 DEVICE = Eui64.parse("00A1B2C3D4E50001");
    private static final Instant AT = Instant.parse("2026-03-01T02:00:00Z");
    private static final Octets ALERT = alert();
    private static final Octets COMMAND = command();

    @TempDir
    Path temp;

    private Path store = Path.of("");

    @BeforeEach
    void keys() {
        store = temp.resolve("keys.p12");
        Launched.with("keys", "make", store.toString());
    }

    private static GroupingHeader header(Content content, Eui64 from, Eui64 to) {
        return new GroupingHeader(content.cra(), 1000, from, to, OtherInformation.of(content.useCase()));
    }

    private static Octets alert() {
        var content = new HubFirmwareAlert(
                AlertCode.FIRMWARE_TRANSFERRED, AT, DEVICE, 0x20, ResponseCode.FILE_TRANSFER_SUCCESS);
        return Sealing.answer(
                header(content, HUB, Keys.ACB), content, Keys.test().hub(HUB), Certificates.NONE);
    }

    private static Octets command() {
        var content = new ActivateFirmware(Octets.NONE.sha256(), 1000, Optional.empty());
        return Sealing.command(
                header(content, Keys.IMPORT_SUPPLIER, DEVICE),
                content,
                Keys.test().supplier(Keys.IMPORT_SUPPLIER),
                Keys.test().acb(),
                Certificates.of(Keys.test().device(DEVICE)));
    }

    private Launched show(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "gbcs";
        all[1] = "show";
        System.arraycopy(args, 0, all, 2, args.length);
        return Launched.with(all);
    }

    @Test
    void showsFieldsInWordsAndWhereTheyStand() {
        Launched launched = show(ALERT.hex(), "--keys", store.toString());

        assertThat(launched.exitCode()).as(launched.out() + launched.err()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out())
                .contains("entity: 00A1B2C3D4E50001", "firmware version: 0x00000020", "response code: 0 (")
                .contains("signature check: ok", "MAC check: none")
                .containsPattern(" 38  alert code +008F8[0-9A-F]\n")
                .containsPattern(" 70  firmware version +00000020\n");
    }

    @Test
    void checksTheMacWithTheKeysOfEitherEnd() {
        Launched launched = show(COMMAND.hex(), "--keys", store.toString());

        assertThat(launched.exitCode()).as(launched.out() + launched.err()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out()).contains("signature check: ok", "MAC check: ok");
    }

    @Test
    void withoutKeysSaysWhatWasNotChecked() {
        Launched launched = show(COMMAND.hex());

        assertThat(launched.exitCode()).as(launched.out()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out())
                .contains("signature check: not checked: no certificate of 90B3D51F30010000")
                .contains("MAC check: not checked: needs the private key of the Access Control Broker or of " + DEVICE);
    }

    @Test
    void aFlippedBitIsAFinding() {
        int last = COMMAND.length() - 1;
        Octets flipped = COMMAND.with(last, COMMAND.u8(last) ^ 1);

        Launched launched = show(flipped.hex(), "--keys", store.toString(), "--json");

        assertThat(launched.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(launched.out())
                .contains(
                        "\"signature\":\"ok\",\"mac\":\"wrong\",\"findings\":[{\"code\":\"WRONG_MAC\",\"message\":\"");
    }

    @Test
    void certificatesInPemVerifyASignature() {
        Path folder = temp.resolve("pem");
        Launched.with("keys", "show", store.toString(), "--pem", folder.toString());

        Launched launched =
                show(ALERT.hex(), "--keys", folder.resolve(HUB + "-signing.pem").toString());

        assertThat(launched.out()).contains("signature check: ok");
        assertThat(launched.exitCode()).isEqualTo(ExitCode.PASSED);
    }

    @Test
    void whatTheOtherEndsCertificateIsMissingForIsNotWrong() {
        Path device = temp.resolve("device.p12");
        Path acb = temp.resolve("acb.p12");
        write(device, Keys.test().device(DEVICE), Keys.test().supplier(Keys.IMPORT_SUPPLIER));
        write(acb, Keys.test().acb(), Keys.test().supplier(Keys.IMPORT_SUPPLIER));

        Launched atTheDevice = show(COMMAND.hex(), "--keys", device.toString());
        Launched atTheBroker = show(COMMAND.hex(), "--keys", acb.toString());

        assertThat(atTheDevice.exitCode()).as(atTheDevice.out()).isEqualTo(ExitCode.PASSED);
        assertThat(atTheDevice.out())
                .contains("signature check: ok")
                .contains("MAC check: not checked: no key agreement certificate of the Access Control Broker");
        assertThat(atTheBroker.exitCode()).as(atTheBroker.out()).isEqualTo(ExitCode.PASSED);
        assertThat(atTheBroker.out())
                .contains("signature check: ok")
                .contains("MAC check: not checked: no key agreement certificate of " + DEVICE);
    }

    private static void write(Path file, Identity... identities) {
        KeyFiles.make(file, List.of(identities));
    }

    @Test
    void aCommandThatIsStillToBeSignedLacksNothing() {
        int signature = COMMAND.length() - 12 - 65;
        Octets open = COMMAND.slice(
                COMMAND.hex().indexOf("DF09") / 2, signature - COMMAND.hex().indexOf("DF09") / 2);

        Launched launched = show(open.hex(), open.hex() + "00", "--keys", store.toString());

        assertThat(launched.exitCode()).as(launched.out()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out().lines().filter(it -> it.equals("signature check: none")))
                .hasSize(2);
    }

    @Test
    void readsDigitsOrOctetsFromAFile() throws IOException {
        Path digits = Files.writeString(temp.resolve("alert.hex"), ALERT.hex() + "\n");
        Path octets = Files.write(temp.resolve("alert.bin"), ALERT.toArray());

        Launched launched = show(digits.toString(), octets.toString());

        assertThat(launched.exitCode()).as(launched.err()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out().lines().filter(it -> it.startsWith("entity: ")))
                .hasSize(2);
    }

    @Test
    void whatIsMalformedIsShownAsFarAsItGoes() {
        Launched launched = show(ALERT.slice(0, 60).hex());

        assertThat(launched.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(launched.out()).contains("finding: MALFORMED: ", " 31  message code", "signature check: not read");
    }

    @Test
    void whatIsNoMessageAtAllIsNoVerdict() {
        Launched launched = show("nonsense");

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).contains("a message is hexadecimal digits, a file or -, found nonsense");
    }

    @Test
    void halfAnOctetIsNoVerdict() throws IOException {
        Path cut = Files.writeString(temp.resolve("cut.hex"), ALERT.hex().substring(1));

        Launched launched = show(cut.toString());

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).contains("a message is an even number of hexadecimal digits, found ");
    }
}

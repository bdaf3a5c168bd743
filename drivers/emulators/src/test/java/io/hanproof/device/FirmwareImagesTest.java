package io.hanproof.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.device.Verdict.Flaw;
import io.hanproof.gbcs.Keys;
import io.hanproof.image.Form;
import io.hanproof.image.HardwareRange;
import io.hanproof.image.HeaderString;
import io.hanproof.image.ImageIntegrityCode;
import io.hanproof.image.ImageWriter;
import io.hanproof.image.OtaHeader;
import io.hanproof.image.OtaImage;
import io.hanproof.image.SubElementTag;
import io.hanproof.image.TaggedOctets;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Profile;
import io.hanproof.profile.Profile.Firmware;
import io.hanproof.profile.Profile.Role;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FirmwareImagesTest {
    private static final Eui64 ADDRESS = Eui64.parse("00DB1234567890A4");
    private static final ImageId ID = new ImageId(0xFFFE, 0xAABB, 0x20);
    private static final HardwareRange RANGE = new HardwareRange(new HardwareVersion(1, 0), new HardwareVersion(2, 0));
    private static final Firmware SMALL = new Firmware("0x20", 0x20, Role.UPDATE, Optional.empty(), 100);
    private static final Verdict WHOLE = new Verdict.Sound(new Content.Whole());

    private static OtaImage made(Form form, DeviceKind kind, Firmware firmware) {
        return FirmwareImages.make(
                TestProfile.of(form, TestProfile.ALL), kind, firmware, RANGE, Optional.empty(), Baseline.BASELINE_2020);
    }

    private static DisplayModel model(DeviceKind kind) {
        return DisplayModel.of(TestProfile.of(Form.GB, TestProfile.ALL), kind, ADDRESS);
    }

    private static Verdict check(Octets file) {
        return new ImageCheck(model(DeviceKind.PPMID)).check(file, ID);
    }

    private static Flaw flaw(Octets file, DisplayModel model, ImageId offered) {
        var verdict = new ImageCheck(model).check(file, offered);
        assertThat(verdict).isInstanceOf(Verdict.Flawed.class);
        return ((Verdict.Flawed) verdict).flaw();
    }

    @ParameterizedTest
    @EnumSource
    void passTheManufacturersCheck(Form form) {
        var image = made(form, DeviceKind.PPMID, SMALL);

        assertThat(check(image.served())).isEqualTo(WHOLE);
        assertThat(image.id()).isEqualTo(ID);
    }

    @ParameterizedTest
    @EnumSource
    void failItWithAnyOneBitWrong(Form form) {
        var served = made(form, DeviceKind.PPMID, SMALL).served();

        for (int bit = 0; bit < 8 * served.length(); bit++) {
            var damaged = served.with(bit / 8, served.u8(bit / 8) ^ 1 << bit % 8);
            assertThat(check(damaged)).as("bit %d", bit).isInstanceOf(Verdict.Flawed.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void failItWithAnotherLength(Form form) {
        var served = made(form, DeviceKind.PPMID, SMALL).served();

        assertThat(check(served.slice(0, served.length() - 1))).isInstanceOf(Verdict.Flawed.class);
        assertThat(check(served.plus(Octets.hex("00")))).isInstanceOf(Verdict.Flawed.class);
        assertThat(check(Octets.NONE)).isInstanceOf(Verdict.Flawed.class);
    }

    @ParameterizedTest
    @EnumSource
    void failItOnOtherHardware(Form form) {
        var served = made(form, DeviceKind.PPMID, SMALL).served();
        var model = model(DeviceKind.PPMID);

        assertThat(flaw(served, model.withHardware(new HardwareVersion(2, 1)), ID))
                .isEqualTo(Flaw.OTHER_HARDWARE);
        assertThat(flaw(served, model.withHardware(new HardwareVersion(0, 255)), ID))
                .isEqualTo(Flaw.OTHER_HARDWARE);
    }

    @Test
    void failItForAnotherProductAndAsAnotherVersionThanOffered() {
        var served = made(Form.GB, DeviceKind.PPMID, SMALL).served();

        assertThat(flaw(served, model(DeviceKind.ESME), ID)).isEqualTo(Flaw.DAMAGED);
        assertThat(flaw(served, model(DeviceKind.PPMID), ID.withFileVersion(0x30)))
                .isEqualTo(Flaw.OTHER_VERSION);
    }

    @Test
    void tellTheirPart() {
        var first = made(Form.GB, DeviceKind.PPMID, new Firmware("0x15", 0x15, Role.FIRST_PART, Optional.empty(), 100));
        var last =
                made(Form.ZIGBEE, DeviceKind.PPMID, new Firmware("0x20", 0x20, Role.LAST_PART, Optional.empty(), 100));
        var check = new ImageCheck(model(DeviceKind.PPMID));

        assertThat(check.check(first.served(), first.id())).isEqualTo(new Verdict.Sound(new Content.FirstPart()));
        assertThat(check.check(last.served(), last.id())).isEqualTo(new Verdict.Sound(new Content.LastPart(0x15)));
    }

    @Test
    void haveTheSizeThatTheProfileSays() {
        assertThat(made(Form.GB, DeviceKind.PPMID, SMALL).manufacturerImageLength())
                .isEqualTo(100);
        assertThat(made(Form.GB, DeviceKind.ESME, SMALL).manufacturerImageLength())
                .isEqualTo(100);
        assertThat(made(Form.GB, DeviceKind.PPMID, SMALL).served().length()).isEqualTo(160);
    }

    @Test
    void areTheSameWheneverTheyAreMade() {
        assertThat(made(Form.GB, DeviceKind.PPMID, SMALL)).isEqualTo(made(Form.GB, DeviceKind.PPMID, SMALL));
    }

    @Test
    void carryTheActivationTimeBehindTheImageUnderTheBaselineOf2019Only() {
        var profile = TestProfile.of(Form.GB, TestProfile.ALL);
        var when = Optional.of(Instant.parse("2026-01-01T03:00:00Z"));

        var then = FirmwareImages.make(profile, DeviceKind.PPMID, SMALL, RANGE, when, Baseline.BASELINE_2019);
        var now =
                FirmwareImages.make(profile, DeviceKind.PPMID, SMALL, RANGE, Optional.empty(), Baseline.BASELINE_2019);
        var later = FirmwareImages.make(profile, DeviceKind.PPMID, SMALL, RANGE, when, Baseline.BASELINE_2020);

        assertThat(then.file().slice(160, 4)).isEqualTo(Octets.hex("B09FE830"));
        assertThat(now.file().slice(160, 4)).isEqualTo(Octets.hex("00000000"));
        assertThat(later.file().length()).isEqualTo(160);
        assertThat(then.served()).isEqualTo(later.served());
    }

    @Test
    void carryTheSignatureTrailerForMeters() {
        var image = made(Form.GB, DeviceKind.ESME, SMALL);
        var forced = FirmwareImages.makeForceReplace(
                Keys.test(), TestProfile.of(Form.GB, TestProfile.ALL), DeviceKind.ESME, SMALL, RANGE);

        assertThat(image.signature().orElseThrow().forceReplace()).isZero();
        assertThat(forced.signature().orElseThrow().forceReplace()).isEqualTo(1);
        assertThat(new ImageCheck(model(DeviceKind.ESME)).check(image.served(), image.id()))
                .isEqualTo(WHOLE);
    }

    @Test
    void ofOtherMakersPassByTheirHeaderAlone() {
        var header = OtaHeader.of(ID, HeaderString.of("somebody else's")).withHardware(RANGE);
        var raw = ImageWriter.gb(header, Octets.hex("0102030405060708090A0B0C"));

        assertThat(check(raw.served())).isEqualTo(WHOLE);
    }

    @Test
    void ofOtherMakersFailWithAWrongIntegrityCode() {
        var header = OtaHeader.of(ID, HeaderString.of("somebody else's")).withHardware(RANGE);
        var image = ImageWriter.zigbeeWithIntegrityCode(
                header,
                List.of(new TaggedOctets(SubElementTag.UPGRADE_IMAGE, Octets.hex("0102030405060708"))),
                ImageIntegrityCode.Convention.INCLUDING_TAG);

        assertThat(check(image.served())).isEqualTo(WHOLE);
        assertThat(check(image.served().with(70, 0xFF))).isEqualTo(new Verdict.Flawed(Flaw.DAMAGED));
    }

    @Test
    void madeForOneDeviceFailOnAnother() {
        var header =
                OtaHeader.of(ID, HeaderString.of("somebody else's")).withUpgradeFileDestination(0x1122334455667788L);
        var image = ImageWriter.gb(header, Octets.hex("0102030405060708"));

        assertThat(check(image.served())).isEqualTo(new Verdict.Flawed(Flaw.OTHER_PRODUCT));
    }

    @Test
    void ofARealFileAreReadAsTheyStand(@TempDir Path folder) throws IOException {
        var header = OtaHeader.of(ID, HeaderString.of("somebody else's"));
        var image = ImageWriter.gb(header, Octets.hex("0102030405060708"));
        var path = folder.resolve("v2.ota");
        Files.write(path, image.served().toArray());
        Profile profile = TestProfile.of(Form.GB, TestProfile.ALL);
        var firmware = new Firmware("0x20", 0x20, Role.UPDATE, Optional.of(path), 0);

        var read = FirmwareImages.make(
                profile, DeviceKind.PPMID, firmware, RANGE, Optional.empty(), Baseline.BASELINE_2020);

        assertThat(read).isEqualTo(image);
    }
}

package io.hanproof.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hanproof.image.Form;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Profile.Role;
import io.hanproof.zcl.ota.HardwareVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileReaderTest {
    private static final String SMALL = """
            profile: small
            device: PPMID
            identity: { manufacturer: "0xFFFE", model: "0xAABB", hardware: "1.1" }
            firmware: [ { version: "0x10", is: installed }, { version: "0x20" } ]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void putAnImageThere() throws IOException {
        Files.write(folder.resolve("v2.ota"), Octets.hex("1EF1EE0B").toArray());
    }

    @Test
    void theSmallestProfileHasADefaultForEverythingElse() {
        var profile = read(SMALL);

        assertThat(profile.name()).isEqualTo("small");
        assertThat(profile.device()).isEqualTo(DeviceKind.PPMID);
        assertThat(profile.model(DeviceKind.PPMID))
                .isEqualTo(new Profile.Model(0xFFFE, 0xAABB, new HardwareVersion(1, 1)));
        assertThat(profile.firmware())
                .containsExactly(
                        new Profile.Firmware("0x10", 0x10, Role.INSTALLED, Optional.empty(), 24_000),
                        new Profile.Firmware("0x20", 0x20, Role.UPDATE, Optional.empty(), 24_000));
        assertThat(profile.split()).isEmpty();
        assertThat(profile.hardware("1.2")).isEqualTo(new HardwareVersion(1, 2));
        assertThat(Profile.Capabilities.NAMES)
                .noneMatch(it -> profile.capabilities().has(it));
        assertThat(profile.timing())
                .isEqualTo(new Profile.Timing(
                        Duration.ofMinutes(3),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(60),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10)));
        assertThat(profile.store()).isEqualTo(new Profile.Store(2, 750_000));
        assertThat(profile.form()).isEqualTo(Form.ZIGBEE);
        assertThat(profile.baseline()).isEmpty();
        assertThat(profile.policies()).isEqualTo(Policies.DEFAULT);
    }

    @Test
    void theHashIsThatOfTheFile() {
        var profile = read(SMALL);

        assertThat(profile.sha256())
                .isEqualTo(Octets.copyOf(SMALL.getBytes(StandardCharsets.UTF_8))
                        .sha256()
                        .hex());
    }

    @Test
    void theProfileOfTheStyleGuideIsReadAsItStands() {
        var profile = read("ppmid-example", """
                profile: ppmid-example            # equals the file name; unknown keys are errors
                device: PPMID
                identity: { manufacturer: "0xFFFE", model: "0xAABB", hardware: "1.1" }   # quoted
                firmware: [ { version: "0x10", is: installed }, { version: "0x20", image: v2.ota } ]
                capabilities: { page-request: false, own-clock: false, sub-ghz: false }   # else skipped
                timing: { reboot: PT3M, read-back-tolerance: PT5S }
                """);

        assertThat(profile.firmware("0x20").image()).contains(folder.resolve("v2.ota"));
        assertThat(profile.capabilities().ownClock()).isFalse();
    }

    @Test
    void everythingCanBeDeclared() {
        var profile = read("""
                profile: small
                device: IHD
                identity: { manufacturer: "0x1", model: "0xabcd", hardware: "3.255" }
                firmware:
                  - { name: old, version: "0x01020001", is: installed }
                  - { name: "0x20", version: "0xFFFFFFFF", is: update, size: 100 }
                split:
                  - { name: "0x15", version: "0x01020002" }
                  - { name: "0x20", version: "0xFFFFFFFF", image: v2.ota }
                hardware-versions: { "1.0": "3.0", 1.1: "3.1" }
                capabilities: { page-request: true, own-clock: true, sub-ghz: true, hardware-version: true,
                                resume: true, current-file-version: true, split-images: true }
                timing: { reboot: PT1M30S, read-back-tolerance: PT0S, check: P1D, query: PT1H, stall: PT0.5S }
                store: { blocks: 1, block-octets: 1000 }
                form: gb
                baseline: "2019"
                policies: { overwrite: pia, read-back-delay: PT15M, image-limit: "768000" }
                """);

        assertThat(profile.model(DeviceKind.IHD))
                .isEqualTo(new Profile.Model(0x0001, 0xABCD, new HardwareVersion(3, 255)));
        assertThat(profile.installed().name()).isEqualTo("old");
        assertThat(profile.firmware("0x20").fileVersion()).isEqualTo(0xFFFF_FFFFL);
        assertThat(profile.part("0x15").role()).isEqualTo(Role.FIRST_PART);
        assertThat(profile.part("0x20").role()).isEqualTo(Role.LAST_PART);
        assertThat(profile.part("0x20").image()).contains(folder.resolve("v2.ota"));
        assertThat(profile.hardware("1.1")).isEqualTo(new HardwareVersion(3, 1));
        assertThat(Profile.Capabilities.NAMES)
                .allMatch(it -> profile.capabilities().has(it));
        assertThat(profile.timing().reboot()).isEqualTo(Duration.ofSeconds(90));
        assertThat(profile.timing().check()).isEqualTo(Duration.ofDays(1));
        assertThat(profile.timing().stall()).isEqualTo(Duration.ofMillis(500));
        assertThat(profile.store()).isEqualTo(new Profile.Store(1, 1_000));
        assertThat(profile.form()).isEqualTo(Form.GB);
        assertThat(profile.baseline()).contains(Baseline.BASELINE_2019);
        assertThat(profile.policies().is(Policy.OVERWRITE, "pia")).isTrue();
        assertThat(profile.policies().duration(Policy.READ_BACK_DELAY)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aHubHasModelsOfTheDevicesOnItsHan() {
        var profile = read("""
                profile: small
                device: HUB
                models:
                  IHD: { manufacturer: "0xFFFD", model: "0x0102", hardware: "1.1" }
                  PPMID: { manufacturer: "0xFFFE", model: "0xAABB", hardware: "1.1" }
                firmware: [ { version: "0x10", is: installed } ]
                """);

        assertThat(profile.models().keySet()).containsExactly(DeviceKind.IHD, DeviceKind.PPMID);
        assertThat(profile.model(DeviceKind.IHD).imageType()).isEqualTo(0x0102);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.model(DeviceKind.HCALCS))
                .withMessage("profile small names no model for a HCALCS");
    }

    @Test
    void everyProblemIsReportedAtOnceInTheOrderOfTheFile() {
        assertThat(problems("""
                        profile: other
                        device: PPMD
                        identity: { manufacturer: 0xFFFE, model: "0xAABBC", hardware: 1.1 }
                        firmware: [ { version: "0x20" } ]
                        capabilities: { own-clok: true, resume: "yes" }
                        timing: { reboot: 3 }
                        """))
                .containsExactly(
                        "small.yaml:1:10: profile: expected small, the name of the file, found other",
                        "small.yaml:2:9: device: expected one of PPMID, IHD, HCALCS, ESME, GSME, HUB, DCC, found PPMD;"
                                + " did you mean PPMID?",
                        "small.yaml:3:27: identity.manufacturer: expected a hexadecimal number of up to 4 digits in"
                                + " quotes, as \"0xFFFE\", found 0xFFFE without quotes, which is a number to YAML",
                        "small.yaml:3:42: identity.model: expected a hexadecimal number of up to 4 digits in quotes,"
                                + " as \"0xFFFE\", found \"0xAABBC\"",
                        "small.yaml:3:63: identity.hardware: expected version.revision in quotes, each 0 to 255, as"
                                + " \"1.1\", found 1.1 without quotes, which is a number to YAML",
                        "small.yaml:4:11: firmware: expected one entry with is: installed, found none",
                        "small.yaml:5:17: capabilities: expected one of page-request, own-clock, sub-ghz,"
                                + " hardware-version, resume, current-file-version, split-images, found the key"
                                + " own-clok; did you mean own-clock?",
                        "small.yaml:5:41: capabilities.resume: expected true or false, found \"yes\"",
                        "small.yaml:6:19: timing.reboot: expected an ISO 8601 duration, as PT3M, found 3 without"
                                + " quotes, which is a number to YAML");
    }

    @Test
    void anIhdOfTheLaterBaselineIsRefused() {
        assertThat(problems(SMALL.replace("PPMID", "IHD") + "baseline: \"2020\"\n"))
                .containsExactly("small.yaml:5:11: baseline: expected \"2019\" for an IHD, which the 2020 baseline"
                        + " leaves out, found \"2020\"");
    }

    @Test
    void aDeviceNeedsAnIdentityAndAHubModels() {
        assertThat(problems(SMALL.replace("identity", "models")
                        .replace("PPMID", "HUB")
                        .replace("{ man", "{ PPMD: {} } # ")))
                .first()
                .asString()
                .startsWith(
                        "small.yaml:3:11: models: expected one of PPMID, IHD, HCALCS, ESME, GSME, found the key PPMD");
        assertThat(problems("profile: small\ndevice: PPMID\nfirmware: []\n"))
                .contains("small.yaml:1:1: expected a key identity, found none");
        assertThat(problems(SMALL.replace("PPMID", "HUB")))
                .containsExactly(
                        "small.yaml:1:1: expected a key models, found none",
                        "small.yaml:3:11: identity: expected none, since a HUB has models of the devices that are played for it");
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsPlace() {
        assertThat(problems("profile: [\n")).singleElement().asString().startsWith("small.yaml:2:1: this is no YAML: ");
        assertThat(problems("")).containsExactly("small.yaml:1:1: expected a profile, found nothing");
        assertThat(problems("- 1\n")).first().isEqualTo("small.yaml:1:1: expected a mapping, found a list");
    }

    @Test
    void aFileThatIsNotThereIsAProfileError() {
        var error = catchThrowableOfType(ProfileError.class, () -> ProfileReader.read(folder.resolve("nowhere.yaml")));

        assertThat(error.problems()).singleElement().asString().contains("nowhere.yaml: cannot be read");
    }

    @Test
    void anUnknownNameIsSaidToBeUnknown() {
        var profile = read(SMALL);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.firmware("0x40"))
                .withMessage("profile small names no firmware 0x40");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.part("0x20"))
                .withMessage("profile small names no part of a split upgrade 0x20");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.capabilities().has("clock"))
                .withMessageStartingWith("no capability is called clock: they are page-request, own-clock");
    }

    private Profile read(String yaml) {
        return read("small", yaml);
    }

    private Profile read(String name, String yaml) {
        return ProfileReader.read(name + ".yaml", yaml.getBytes(StandardCharsets.UTF_8), folder);
    }

    private List<String> problems(String yaml) {
        return catchThrowableOfType(ProfileError.class, () -> read(yaml)).problems();
    }
}

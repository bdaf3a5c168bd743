package io.hanproof.launcher;

import static io.hanproof.launcher.BenchFinding.advice;
import static io.hanproof.launcher.BenchFinding.ok;
import static io.hanproof.launcher.BenchFinding.unknown;
import static io.hanproof.launcher.BenchFinding.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.launcher.BenchFinding.Level;
import io.hanproof.launcher.NodeView.Told;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Profile;
import io.hanproof.zcl.Attribute;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.BasicAttribute;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zdo.NodeDescriptor;
import io.hanproof.zdo.SimpleDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileComparisonTest {
    private static final Eui64 DEVICE = Eui64.parse("00A1B2C3D4E50001");
    private static final NodeDescriptor ROUTER = new NodeDescriptor(1, 0x8E, 0x1002, 82, 82);
    private static final SimpleDescriptor DISPLAY =
            new SimpleDescriptor(1, 0x0109, 0x0502, 0, List.of(0x0000), List.of(0x000A, 0x0019));
    private static final Told UNSUPPORTED = new Told.Refused(ZclStatus.UNSUPPORTED_ATTRIBUTE);
    private static final Told SILENCE = new Told.Nothing("no answer");

    private final Profile profile = new Products().shipped("ppmid-example").profile();
    private final Map<Attribute, Told> told = new LinkedHashMap<>(Map.of(
            OtaAttribute.CURRENT_FILE_VERSION, number(OtaAttribute.CURRENT_FILE_VERSION, 0x10),
            OtaAttribute.MANUFACTURER_ID, number(OtaAttribute.MANUFACTURER_ID, 0xFFFE),
            OtaAttribute.IMAGE_TYPE_ID, number(OtaAttribute.IMAGE_TYPE_ID, 0xFFFF),
            OtaAttribute.IMAGE_UPGRADE_STATUS, number(OtaAttribute.IMAGE_UPGRADE_STATUS, 0),
            OtaAttribute.CLUSTER_REVISION, number(OtaAttribute.CLUSTER_REVISION, 3)));

    private static Told number(OtaAttribute attribute, long value) {
        return new Told.Value(attribute.value(value));
    }

    private NodeView node(SimpleDescriptor... endpoints) {
        return new NodeView(DEVICE, Optional.of(ROUTER), List.of(endpoints), told);
    }

    private List<BenchFinding> compared(Profile with) {
        return ProfileComparison.of(with, node(DISPLAY));
    }

    private static Profile with(Profile of, boolean ownClock, boolean subGhz, boolean currentFileVersion) {
        var capabilities = new Profile.Capabilities(true, ownClock, subGhz, true, true, currentFileVersion, true);
        return new Profile(
                of.name(),
                of.sha256(),
                of.device(),
                of.models(),
                of.firmware(),
                of.split(),
                of.hardware(),
                capabilities,
                of.timing(),
                of.store(),
                of.form(),
                of.baseline(),
                of.policies());
    }

    @Test
    void aDeviceAsDeclaredIsFoundToBeSoAsFarAsQuestionsGo() {
        assertThat(compared(profile))
                .containsExactly(
                        ok("ManufacturerID 0xFFFE, as declared"),
                        unknown("the model: ImageTypeID reads 0xFFFF while the device holds no image; its first"
                                + " query shows it"),
                        ok("runs 0x00000010, the installed firmware of profile ppmid-example"),
                        ok("ImageUpgradeStatus is NORMAL: no update is under way"),
                        ok("ClusterRevision of the OTA client is 3"),
                        ok("own-clock is declared, and there is a Time client"),
                        unknown("page-request is declared: only scenarios show whether that is so"),
                        unknown("hardware-version is declared: only scenarios show whether that is so"),
                        unknown("resume is declared: only scenarios show whether that is so"),
                        unknown("split-images is declared: only scenarios show whether that is so"));
    }

    @Test
    void anotherManufacturerAndAnotherModelAreWrong() {
        told.put(OtaAttribute.MANUFACTURER_ID, number(OtaAttribute.MANUFACTURER_ID, 0x1234));
        told.put(OtaAttribute.IMAGE_TYPE_ID, number(OtaAttribute.IMAGE_TYPE_ID, 0xAABC));

        assertThat(compared(profile))
                .contains(
                        wrong("ManufacturerID is 0x1234, profile ppmid-example says 0xFFFE"),
                        wrong("ImageTypeID is 0xAABC, profile ppmid-example says 0xAABB"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "32 | ADVICE | runs 0x00000020, firmware 0x20 of profile ppmid-example and not the installed 0x10:",
                "21 | ADVICE | runs 0x00000015, firmware 0x15 of profile ppmid-example and not the installed 0x10:",
                "17 | WRONG | runs 0x00000011, which profile ppmid-example does not name; installed is 0x00000010",
            })
    void anotherFirmwareIsWrongOnlyWhereTheProfileDoesNotNameIt(long version, Level level, String sentence) {
        told.put(OtaAttribute.CURRENT_FILE_VERSION, number(OtaAttribute.CURRENT_FILE_VERSION, version));

        assertThat(compared(profile))
                .filteredOn(it -> it.level() == level)
                .singleElement()
                .satisfies(it -> assertThat(it.sentence()).startsWith(sentence));
    }

    @Test
    void aCapabilityThatIsDeclaredAndNotSeenIsWrong() {
        told.put(OtaAttribute.CURRENT_FILE_VERSION, UNSUPPORTED);

        assertThat(compared(profile))
                .contains(wrong("current-file-version is declared, and the device refuses to tell CurrentFileVersion"
                        + " (UNSUPPORTED_ATTRIBUTE)"));
    }

    @Test
    void aCapabilityThatIsSeenAndNotDeclaredIsAdvice() {
        assertThat(compared(with(profile, true, false, false)))
                .contains(advice(
                        "current-file-version is not declared, and the device tells CurrentFileVersion: declared,"
                                + " more scenarios apply"));
    }

    @Test
    void aCapabilityThatIsNeitherDeclaredNorSeenIsAsItShouldBe() {
        told.put(OtaAttribute.CURRENT_FILE_VERSION, UNSUPPORTED);

        assertThat(compared(with(profile, true, false, false)))
                .contains(ok("current-file-version is not declared, and CurrentFileVersion is not told"
                        + " (UNSUPPORTED_ATTRIBUTE)"));
    }

    @Test
    void silenceDecidesNothing() {
        told.replaceAll((attribute, before) -> SILENCE);

        assertThat(compared(profile))
                .contains(
                        unknown("whether the device tells CurrentFileVersion: no answer"),
                        unknown("ManufacturerID: no answer"),
                        unknown("ImageTypeID: no answer"),
                        unknown("ImageUpgradeStatus: no answer"),
                        unknown("ClusterRevision of the OTA client: no answer"))
                .noneMatch(it -> it.level() == Level.WRONG);
    }

    @Test
    void onlyTheStatusIsAnAttributeThatEveryClientHas() {
        told.replaceAll((attribute, before) -> UNSUPPORTED);

        assertThat(compared(profile))
                .contains(
                        unknown("ManufacturerID, which is optional, is not told (UNSUPPORTED_ATTRIBUTE)"),
                        advice("the node descriptor says manufacturer code 0x1002, profile ppmid-example says 0xFFFE"),
                        unknown("ImageTypeID, which is optional, is not told (UNSUPPORTED_ATTRIBUTE)"),
                        advice("the device refuses to tell ImageUpgradeStatus (UNSUPPORTED_ATTRIBUTE), which every OTA"
                                + " client has"),
                        ok("ClusterRevision of the OTA client is not told (UNSUPPORTED_ATTRIBUTE)"));
    }

    @Test
    void anUpdateThatIsUnderWayIsAdvice() {
        told.put(OtaAttribute.IMAGE_UPGRADE_STATUS, number(OtaAttribute.IMAGE_UPGRADE_STATUS, 4));

        assertThat(compared(profile))
                .contains(advice(
                        "ImageUpgradeStatus is COUNT_DOWN: an update is under way, and a run begins on a device at"
                                + " rest"));
    }

    @Test
    void aValueOfAnotherTypeIsWrong() {
        told.put(OtaAttribute.MANUFACTURER_ID, new Told.Value(AttributeValue.characters("ACME")));
        told.put(OtaAttribute.CURRENT_FILE_VERSION, new Told.Value(AttributeValue.characters("1.0")));
        told.put(OtaAttribute.IMAGE_UPGRADE_STATUS, new Told.Value(AttributeValue.enum8(9)));

        assertThat(compared(profile))
                .filteredOn(it -> it.level() == Level.WRONG)
                .extracting(BenchFinding::sentence)
                .containsExactly(
                        "ManufacturerID is told in a data type that is not its own",
                        "CurrentFileVersion is told in a data type that is not its own",
                        "ImageUpgradeStatus is told with a value that the OTA cluster does not know");
    }

    @Test
    void aClockThatNothingSetsAndATimeClientWithoutAClockAreAdvice() {
        var without = new SimpleDescriptor(1, 0x0109, 0x0502, 0, List.of(0x0000), List.of(0x0019));

        assertThat(ProfileComparison.of(profile, node(without)))
                .anySatisfy(it -> assertThat(it.sentence()).startsWith("own-clock is declared, and no endpoint uses"))
                .noneMatch(it -> it.level() == Level.WRONG);
        assertThat(compared(with(profile, false, false, true)))
                .anySatisfy(
                        it -> assertThat(it.sentence()).startsWith("own-clock is not declared, and an endpoint uses"));
        assertThat(ProfileComparison.of(with(profile, false, false, true), node(without)))
                .contains(ok("own-clock is not declared, nor is there a Time client"));
        assertThat(ProfileComparison.of(profile, node()))
                .contains(unknown(
                        "whether the device has a Time client to set a clock by: it did not describe its endpoints"));
    }

    @Test
    void subGhzIsBeyondAStick() {
        assertThat(compared(with(profile, true, true, true)))
                .anySatisfy(
                        it -> assertThat(it.sentence()).startsWith("sub-ghz is declared, and sticks are for 2.4 GHz"));
    }

    @Test
    void anotherHardwareInTheBasicClusterIsAdvice() {
        told.put(BasicAttribute.HW_VERSION, new Told.Value(AttributeValue.uint8(2)));

        assertThat(compared(profile))
                .contains(
                        advice("HWVersion of the Basic cluster is 2, profile ppmid-example says hardware 1.1: an update"
                                + " goes by what the device's queries say"));
    }
}

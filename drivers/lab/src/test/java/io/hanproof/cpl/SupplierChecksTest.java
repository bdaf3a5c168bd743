package io.hanproof.cpl;

import static io.hanproof.cpl.SupplierFinding.Check.ENTRY_FOR_DEVICE;
import static io.hanproof.cpl.SupplierFinding.Check.ENTRY_MATCHES_HEADER;
import static io.hanproof.cpl.SupplierFinding.Check.ENTRY_NOT_REMOVED;
import static io.hanproof.cpl.SupplierFinding.Check.HARDWARE_IN_RANGE;
import static io.hanproof.cpl.SupplierFinding.Check.HASH_LISTED;
import static io.hanproof.cpl.SupplierFinding.Check.HEADER_FIELDS;
import static io.hanproof.cpl.SupplierFinding.Check.MANUFACTURERS_HASH;
import static io.hanproof.cpl.SupplierFinding.Outcome.NOT_CHECKED;
import static io.hanproof.cpl.SupplierFinding.Outcome.OK;
import static io.hanproof.cpl.SupplierFinding.Outcome.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.cpl.SupplierFinding.Check;
import io.hanproof.cpl.SupplierFinding.Outcome;
import io.hanproof.image.Form;
import io.hanproof.image.ImageFile;
import io.hanproof.image.OtaImage;
import io.hanproof.image.Recipient;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.ImageId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The image is for manufacturer FFFE, model AABB, version 20, hardware 1.1 to 1.4; its Manufacturer Image is "abc". */
class SupplierChecksTest {
    private static final String START = "1EF1EE0B 0001 3C00 0400 FEFF BBAA 20000000 0200"
            + "68616E70726F6F66000000000000000000000000000000000000000000000000";
    private static final OtaImage IMAGE = image(START + "3F000000 0101 0401 616263", Recipient.DISPLAY);

    /** FIPS 180-4's example of one block. */
    private static final Octets HASH = Octets.hex("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");

    private static final ImageId ID = new ImageId(0xFFFE, 0xAABB, 0x20);
    private static final Cpl LISTED = cpl(CplEntry.of("PPMID", ID, 0x0101, HASH));

    private static OtaImage image(String file, Recipient recipient) {
        return ((Decoded.Value<OtaImage>) ImageFile.readStrict(Octets.hex(file), Form.GB, recipient)).value();
    }

    private static Cpl cpl(CplEntry... entries) {
        return Cpl.of(List.of(entries));
    }

    private static Map<Check, Outcome> outcomes(List<SupplierFinding> findings) {
        return findings.stream()
                .collect(Collectors.toMap(
                        SupplierFinding::check, SupplierFinding::outcome, (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<Check, Outcome> outcomes(Cpl cpl) {
        return outcomes(SupplierChecks.of(IMAGE, Recipient.DISPLAY, Optional.of(HASH), cpl));
    }

    private static String found(Check check, Cpl cpl) {
        return SupplierChecks.of(IMAGE, Recipient.DISPLAY, Optional.of(HASH), cpl).stream()
                .filter(it -> it.check() == check)
                .map(SupplierFinding::found)
                .collect(Collectors.joining());
    }

    @Test
    void anImageThatIsListedForItsProductHoldsInEveryRespect() {
        List<SupplierFinding> findings = SupplierChecks.of(IMAGE, Recipient.DISPLAY, Optional.of(HASH), LISTED);

        assertThat(findings).extracting(SupplierFinding::check).containsExactly(Check.values());
        assertThat(findings).extracting(SupplierFinding::outcome).containsOnly(OK);
    }

    @Test
    void theSignatureBehindAMetersImageIsNotHashed() {
        OtaImage meters = image(START + "81000000 0101 0401 616263 00 40" + "5A".repeat(64), Recipient.METER);

        List<SupplierFinding> findings = SupplierChecks.of(
                meters, Recipient.METER, Optional.of(HASH), cpl(CplEntry.of("ESME", ID, 0x0101, HASH)));

        assertThat(findings).extracting(SupplierFinding::outcome).containsOnly(OK);
    }

    @Test
    void aHashOtherThanTheManufacturersIsWrong() {
        List<SupplierFinding> findings =
                SupplierChecks.of(IMAGE, Recipient.DISPLAY, Optional.of(HASH.with(31, 0)), LISTED);

        assertThat(outcomes(findings)).containsEntry(MANUFACTURERS_HASH, WRONG).containsEntry(HASH_LISTED, OK);
    }

    @Test
    void withoutTheManufacturersHashThatIsNotChecked() {
        List<SupplierFinding> findings = SupplierChecks.of(IMAGE, Recipient.DISPLAY, Optional.empty(), LISTED);

        assertThat(outcomes(findings)).containsEntry(MANUFACTURERS_HASH, NOT_CHECKED);
    }

    @Test
    void aHashThatIsOnNoEntryIsWrongAndLeavesNothingToCompare() {
        Cpl cpl = cpl(CplEntry.of("PPMID", ID, 0x0101, HASH.with(0, 0)));

        assertThat(outcomes(cpl))
                .containsEntry(HASH_LISTED, WRONG)
                .containsEntry(ENTRY_MATCHES_HEADER, NOT_CHECKED)
                .containsEntry(HARDWARE_IN_RANGE, NOT_CHECKED)
                .containsEntry(ENTRY_FOR_DEVICE, NOT_CHECKED)
                .containsEntry(ENTRY_NOT_REMOVED, NOT_CHECKED);
        assertThat(found(HASH_LISTED, cpl)).startsWith("none; FFFE-AABB-00000020 is listed with hash 007816bf");
        assertThat(found(HASH_LISTED, Cpl.EMPTY)).isEqualTo("none, and none for FFFE-AABB-00000020");
    }

    @ParameterizedTest
    @CsvSource({"0xFFFD, 0xAABB, 0x20", "0xFFFE, 0xAABC, 0x20", "0xFFFE, 0xAABB, 0x21"})
    void anEntryThatDiffersInOneFieldIsNotTheHeaders(String manufacturer, String model, String version) {
        var other = new ImageId(Integer.decode(manufacturer), Integer.decode(model), Long.decode(version));

        Cpl cpl = cpl(CplEntry.of("PPMID", other, 0x0101, HASH));

        assertThat(outcomes(cpl))
                .containsEntry(HASH_LISTED, OK)
                .containsEntry(ENTRY_MATCHES_HEADER, WRONG)
                .containsEntry(HARDWARE_IN_RANGE, NOT_CHECKED);
        assertThat(found(ENTRY_MATCHES_HEADER, cpl)).isEqualTo(other.toString());
    }

    @ParameterizedTest
    @CsvSource({"0x0100, WRONG", "0x0101, OK", "0x0104, OK", "0x0105, WRONG"})
    void hardwareVersionsAreAdmittedFromTheFirstToTheLast(String hardware, Outcome outcome) {
        Cpl cpl = cpl(CplEntry.of("PPMID", ID, Integer.decode(hardware), HASH));

        assertThat(outcomes(cpl)).containsEntry(ENTRY_MATCHES_HEADER, OK).containsEntry(HARDWARE_IN_RANGE, outcome);
    }

    @Test
    void aHeaderWithoutHardwareVersionsIsWrongAndAdmitsNoEntry() {
        OtaImage bare = image(START.replace("3C00 0400", "3800 0000") + "3B000000 616263", Recipient.DISPLAY);

        assertThat(outcomes(SupplierChecks.of(bare, Recipient.DISPLAY, Optional.of(HASH), LISTED)))
                .containsEntry(HEADER_FIELDS, WRONG)
                .containsEntry(ENTRY_MATCHES_HEADER, OK)
                .containsEntry(HARDWARE_IN_RANGE, WRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "PPMID, DISPLAY, OK",
        "IHD, DISPLAY, OK",
        "ESME, DISPLAY, WRONG",
        "HCALCS, DISPLAY, WRONG",
        "ESME, METER, OK",
        "GSME, METER, OK",
        "HCALCS, METER, OK",
        "PPMID, METER, WRONG",
        "CAD, DISPLAY, WRONG"
    })
    void anEntryIsForADeviceOfTheKindThatTheImageIsFor(String deviceType, Recipient recipient, Outcome outcome) {
        Cpl cpl = cpl(CplEntry.of(deviceType, ID, 0x0101, HASH));

        assertThat(outcomes(SupplierChecks.of(IMAGE, recipient, Optional.of(HASH), cpl)))
                .containsEntry(HARDWARE_IN_RANGE, OK)
                .containsEntry(ENTRY_FOR_DEVICE, outcome)
                .containsEntry(ENTRY_NOT_REMOVED, outcome == OK ? OK : NOT_CHECKED);
    }

    @Test
    void aRemovedEntryIsWrongUnlessAnotherHolds() {
        CplEntry entry = CplEntry.of("PPMID", ID, 0x0101, HASH);

        assertThat(outcomes(cpl(entry.removed())))
                .containsEntry(HARDWARE_IN_RANGE, OK)
                .containsEntry(ENTRY_NOT_REMOVED, WRONG);
        assertThat(outcomes(cpl(entry.removed(), CplEntry.of("PPMID", ID, 0x0102, HASH))))
                .containsEntry(ENTRY_NOT_REMOVED, OK);
        assertThat(outcomes(cpl(entry.removed(), CplEntry.of("PPMID", ID, 0x0105, HASH))))
                .containsEntry(ENTRY_NOT_REMOVED, WRONG);
    }
}

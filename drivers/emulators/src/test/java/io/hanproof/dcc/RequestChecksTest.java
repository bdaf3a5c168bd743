package io.hanproof.dcc;

import static io.hanproof.dcc.DccHarness.GAS;
import static io.hanproof.dcc.DccHarness.IMPORT;
import static io.hanproof.dcc.DccHarness.NETWORK;
import static io.hanproof.dcc.DccHarness.PPMID;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.cpl.CplEntry;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceRequest.ReadDeviceModel;
import io.hanproof.duis.ServiceRequest.UpdatePpmidFirmware;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.image.ActivationDateTime;
import io.hanproof.image.OtaImage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RequestChecksTest {

    @Test
    void refusesWhatIsNoBase64OrNoImage() {
        var dcc = DccHarness.of2019();

        dcc.request(new UpdatePpmidFirmware(dcc.id(IMPORT), "no base64!", "20", List.of(PPMID)));
        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.IMAGE_MALFORMED);

        String noImage =
                Base64.getEncoder().encodeToString(Octets.hex("00112233").toArray());
        dcc.request(new UpdatePpmidFirmware(dcc.id(IMPORT), noImage, "20", List.of(PPMID)));
        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.IMAGE_MALFORMED);
    }

    @Test
    void refusesAVersionThatIsNotTheImages() {
        var dcc = DccHarness.of2019();

        dcc.request(new UpdatePpmidFirmware(
                dcc.id(IMPORT), DccHarness.base64(DccHarness.displayImage(0x20)), "00000015", List.of(PPMID)));

        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.VERSION_DIFFERS);
    }

    @Test
    void drawsTheLineOfTheImagesSizeWhereThePolicySaysSo() {
        assertThat(isTooLarge("750000", 749_999)).isFalse();
        assertThat(isTooLarge("750000", 750_000)).isTrue();
        assertThat(isTooLarge("750000-inclusive", 750_000)).isFalse();
        assertThat(isTooLarge("750000-inclusive", 750_001)).isTrue();
        assertThat(isTooLarge("768000", 767_999)).isFalse();
        assertThat(isTooLarge("768000", 768_000)).isTrue();
        assertThat(isTooLarge("none", 2_000_000)).isFalse();
    }

    @Test
    void refusesAHashThatIsNotListed() {
        var dcc = DccHarness.of2019();

        dcc.request(dcc.displayUpdate(IMPORT, DccHarness.displayImage(0x20, 101), PPMID));

        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.HASH_NOT_LISTED);
        assertThat(dcc.delivered()).isEmpty();
    }

    @Test
    void refusesAnImageWhoseEntryHasBeenRemoved() {
        var dcc = DccHarness.of2019();
        dcc.happen(new DccEvent.CplChanged(DccHarness.cpl().changed(CplEntry::removed)));

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));

        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.ENTRY_REMOVED);
    }

    @Test
    void countsOnlyTheFirstEntryOfAHashUnderThatReading() {
        var second = CplEntry.of(
                "PPMID",
                DccHarness.displayImage(0x20).id(),
                0x0102,
                DccHarness.displayImage(0x20).sha256());
        for (var policy : List.of("many", "one")) {
            var dcc = DccHarness.of2019(Policy.CPL_VERSIONS, policy);
            dcc.happen(new DccEvent.CplChanged(DccHarness.cpl().plus(second)));
            dcc.change(dcc.inventory(PPMID).withHardware(0x0102));

            dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));

            assertThat(dcc.rejected(IMPORT)).hasSize(policy.equals("one") ? 1 : 0);
        }
    }

    @Test
    void takesAnActivationOf30DaysAheadAndNoLater() {
        var edge = DccHarness.START.plus(Duration.ofDays(30));

        assertThat(faultOfActivation(edge)).isEmpty();
        assertThat(faultOfActivation(edge.plusSeconds(1))).containsExactly(RequestFault.ACTIVATION_TOO_LATE);
        assertThat(faultOfActivation(DccHarness.START.minusSeconds(1))).isEmpty();
    }

    @Test
    void takesAnAbsentActivationForNow() {
        var dcc = DccHarness.of2019();

        dcc.request(dcc.displayUpdate(IMPORT, DccHarness.displayImage(0x20), PPMID));

        assertThat(dcc.rejected(IMPORT)).isEmpty();
    }

    @Test
    void takesNoActivationInAnImageUnderTheBaselineOf2020() {
        var dcc = DccHarness.of2020();

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));

        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.IMAGE_MALFORMED);
    }

    @Test
    void takes50000DevicesAndNoMore() {
        var dcc = DccHarness.of2019();
        var devices = LongStream.range(0, 50_000).mapToObj(Eui64::new).toArray(Eui64[]::new);
        var oneMore = LongStream.range(0, 50_001).mapToObj(Eui64::new).toArray(Eui64[]::new);

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, devices));
        assertThat(dcc.rejected(IMPORT)).hasSize(50_000);

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, oneMore));
        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.TOO_MANY_DEVICES);

        dcc.request(dcc.displayUpdate(IMPORT, 0x20));
        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.NO_DEVICE);
    }

    @Test
    void countsEachKindOfRequestByItself() {
        var dcc = DccHarness.of2019();
        dcc.happen(new DccEvent.ThresholdChanged(new Threshold(IMPORT, "11.4", 1, Duration.ofHours(24))));
        dcc.happen(new DccEvent.ThresholdChanged(new Threshold(IMPORT, "11.1", 1, Duration.ofHours(24))));

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));
        dcc.request(dcc.meterUpdate(IMPORT, DccHarness.switchImage(0x20), DccHarness.SWITCH));
        assertThat(dcc.told(IMPORT))
                .noneMatch(it -> it instanceof ServiceResponse one && one.answer() instanceof ServiceResponse.Refused);

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));
        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.THRESHOLD_EXCEEDED);
        dcc.request(dcc.displayUpdate(GAS, 0x20, PPMID));
        assertThat(dcc.rejected(GAS)).isEmpty();
    }

    @Test
    void forgetsARequestWhenTheTimeOfTheThresholdHasPassed() {
        var dcc = DccHarness.of2019();
        dcc.happen(new DccEvent.ThresholdChanged(new Threshold(IMPORT, "11.4", 1, Duration.ofHours(24))));
        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID)).told(IMPORT);

        dcc.pass(Duration.ofHours(24)).request(dcc.displayUpdate(IMPORT, 0x20, PPMID));

        assertThat(dcc.rejected(IMPORT)).isEmpty();
    }

    @Test
    void refusesWhoIsNoSupplierOrNotWhoTheRequestSays() {
        var dcc = DccHarness.of2019();

        dcc.request(dcc.displayUpdate(NETWORK, 0x20, PPMID));
        assertThat(dcc.fault(NETWORK)).isEqualTo(RequestFault.USER_NOT_ELIGIBLE);

        dcc.happen(new DccEvent.Requested(IMPORT, dcc.displayUpdate(GAS, 0x20, PPMID)));
        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.USER_NOT_ELIGIBLE);
    }

    @Test
    void knowsNoSr115UnderTheBaselineOf2020() {
        var dcc = DccHarness.of2020();

        dcc.request(new ReadDeviceModel(dcc.id(IMPORT), PPMID));

        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.NOT_IN_BASELINE);
    }

    private static boolean isTooLarge(String limit, int length) {
        var dcc = DccHarness.of2019(Policy.IMAGE_LIMIT, limit);
        OtaImage image = DccHarness.displayImage(0x20, length);
        dcc.request(dcc.displayUpdate(IMPORT, image, PPMID));
        return dcc.fault(IMPORT) == RequestFault.IMAGE_TOO_LARGE;
    }

    private static List<RequestFault> faultOfActivation(Instant activation) {
        var dcc = DccHarness.of2019();
        dcc.request(dcc.displayUpdate(
                IMPORT, DccHarness.displayImage(0x20).withActivation(ActivationDateTime.at(activation)), PPMID));
        return dcc.answer(IMPORT) instanceof ServiceResponse.Refused(var fault) ? List.of(fault) : List.of();
    }
}

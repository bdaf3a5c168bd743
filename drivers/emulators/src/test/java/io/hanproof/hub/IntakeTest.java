package io.hanproof.hub;

import static io.hanproof.hub.HubHarness.ESME;
import static io.hanproof.hub.HubHarness.HCALCS;
import static io.hanproof.hub.HubHarness.NEW;
import static io.hanproof.hub.HubHarness.PPMID;
import static io.hanproof.hub.HubHarness.SECOND;
import static io.hanproof.hub.HubHarness.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.ImageNotify;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class IntakeTest {
    /** 2026-01-01T03:00:00Z in seconds since 2000-01-01, least significant octet first. */
    private static final String AT_THREE = "B09FE830";

    @Test
    void keepsTargetsVersionAndActivationTimeOfAnImage() {
        var hub = HubHarness.hub();

        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100, AT_THREE), PPMID, SECOND);

        var held = hub.state().images().getFirst();
        assertThat(held.id()).isEqualTo(NEW);
        assertThat(held.activation()).contains(Instant.parse("2026-01-01T03:00:00Z"));
        assertThat(held.targets()).extracting(Target::device).containsExactly(PPMID, SECOND);
    }

    @Test
    void keepsHeaderAndManufacturerImageAndStripsTheActivationTime() {
        var hub = HubHarness.hub();

        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100, AT_THREE), PPMID);

        assertThat(hub.state().images().getFirst().octets()).isEqualTo(Images.ppmid(0x20, 100));
    }

    @Test
    void takesAnActivationTimeOfZeroForNow() {
        var hub = HubHarness.hub();

        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100, "00000000"), PPMID);

        assertThat(hub.state().images().getFirst().activation()).isEmpty();
    }

    @Test
    void knowsNoActivationTimeUnderTheLaterBaseline() {
        var hub = HubHarness.hub2020();

        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100, AT_THREE), PPMID);

        assertThat(hub.state().images().getFirst().activation()).isEmpty();
    }

    @Test
    void stripsTheTrailerOfAMetersImage() {
        var hub = HubHarness.hub();

        hub.deliver(UseCase.CS05B, Images.hcalcs(0x20, 100), HCALCS);

        assertThat(hub.state().images().getFirst().octets().length()).isEqualTo(160);
    }

    @Test
    void servesTheTrailerOfAMetersImageThatCountsItAsPartOfTheImage() {
        var hub = HubHarness.hub();

        hub.deliver(UseCase.CS05B, Images.esmeCountingItsTrailer(0x20, 100), ESME);

        assertThat(hub.state().images().getFirst().octets()).isEqualTo(Images.esmeCountingItsTrailer(0x20, 100));
    }

    @Test
    void notifiesEveryTargetAndNobodyElse() {
        var hub = HubHarness.hub();

        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID, SECOND);

        var notify = ImageNotify.of(100, NEW);
        assertThat(hub.done())
                .containsExactly(
                        new HubEffect.Send(unasked(PPMID), notify), new HubEffect.Send(unasked(SECOND), notify));
    }

    @Test
    void notifiesADeviceOnceMoreWhenToldTo() {
        var hub = HubHarness.hub();
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);
        hub.done();

        hub.on(new HubEvent.NotifyOrdered(PPMID));

        assertThat(hub.sent()).containsExactly(ImageNotify.of(100, NEW));
    }

    @Test
    void takesAnImageThatFillsABlockAndRefusesOneThatDoesNotFit() {
        var hub = HubHarness.hub();

        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 750_000 - 60), PPMID);
        hub.deliver(UseCase.CS05C, Images.ihd(0x21, 750_001 - 60), HubHarness.IHD);

        assertThat(hub.held()).containsExactly(0x20L);
        assertThat(hub.alerts())
                .containsExactly(new TransferAlert(HubHarness.IHD, 0x21, ImageResponseCode.FILE_TRANSFER_FAILURE));
    }

    @Test
    void refusesOctetsThatAreNoImage() {
        var hub = HubHarness.hub();

        hub.deliver(UseCase.CS05C, Octets.hex("0011223344556677"), PPMID, SECOND);

        assertThat(hub.held()).isEmpty();
        assertThat(hub.alerts()).hasSize(2);
    }

    @Test
    void stampsTheImageWithItsArrival() {
        var hub = HubHarness.hub();

        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);

        assertThat(hub.state().images().getFirst().arrived()).isEqualTo(START);
    }

    private static Peer unasked(Eui64 device) {
        return new Peer(device, 1, 0x7B, Peer.UNASKED, true);
    }
}

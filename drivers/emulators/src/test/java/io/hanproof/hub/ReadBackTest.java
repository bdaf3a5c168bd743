package io.hanproof.hub;

import static io.hanproof.hub.HubHarness.NEW;
import static io.hanproof.hub.HubHarness.PPMID;
import static io.hanproof.hub.HubHarness.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.zcl.ZclStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReadBackTest {
    private static final String AT_THREE = "B09FE830";
    private static final Instant TEN_PAST = Instant.parse("2026-01-01T03:10:00Z");
    private static final int CURRENT_FILE_VERSION = 0x0002;

    @Test
    void readsCurrentFileVersionTenMinutesAfterTheActivationTime() {
        var hub = taken(Policies.DEFAULT, AT_THREE);

        hub.reach(TEN_PAST.minusNanos(1));
        var early = hub.done();
        hub.reach(TEN_PAST);

        assertThat(early).isEmpty();
        assertThat(hub.done()).containsExactly(read());
    }

    @Test
    void readsTenMinutesAfterATransferThatIsActivatedNow() {
        var hub = taken(Policies.DEFAULT, "00000000");

        hub.pass(Duration.ofMinutes(10));

        assertThat(hub.done()).containsExactly(read());
    }

    @Test
    void readsWhenThePolicySays() {
        var hub = taken(Policies.DEFAULT.with(Policy.READ_BACK_DELAY, "PT15M"), AT_THREE);

        hub.reach(TEN_PAST.plusSeconds(299));
        var early = hub.done();
        hub.reach(TEN_PAST.plusSeconds(300));

        assertThat(early).isEmpty();
        assertThat(hub.done()).containsExactly(read());
    }

    @Test
    void reportsTheVersionThatItReads() {
        var hub = taken(Policies.DEFAULT, AT_THREE);
        hub.reach(TEN_PAST);
        hub.done();

        hub.reach(TEN_PAST.plusSeconds(29));
        hub.on(new HubEvent.VersionRead(PPMID, Optional.of(0x10L)));
        hub.pass(Duration.ofDays(1));

        assertThat(hub.done()).containsExactly(new HubEffect.Alert(new ReadAlert(PPMID, Optional.of(0x10L))));
        assertThat(hub.state().taken()).isEmpty();
    }

    @Test
    void reportsADeviceThatDoesNotAnswerWithin30SecondsAndReadsItNoMore() {
        var hub = taken(Policies.DEFAULT, AT_THREE);
        hub.reach(TEN_PAST);
        hub.done();

        hub.reach(TEN_PAST.plusSeconds(29));
        var early = hub.done();
        hub.reach(TEN_PAST.plusSeconds(30));
        var late = hub.done();
        hub.on(new HubEvent.VersionRead(PPMID, Optional.of(0x20L)));
        hub.pass(Duration.ofDays(365));

        assertThat(early).isEmpty();
        assertThat(late).containsExactly(new HubEffect.Alert(new ReadAlert(PPMID, Optional.empty())));
        assertThat(hub.done()).isEmpty();
    }

    @Test
    void keepsTwoDevicesOfOneModelApart() {
        var hub = HubHarness.hub();
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID, SECOND);
        hub.end(PPMID, NEW, ZclStatus.SUCCESS);
        hub.pass(Duration.ofMinutes(5));
        hub.end(SECOND, NEW, ZclStatus.SUCCESS);
        hub.done();

        hub.pass(Duration.ofMinutes(5));
        var first = hub.done();
        hub.on(new HubEvent.VersionRead(SECOND, Optional.of(0x20L)));
        var unasked = hub.done();
        hub.on(new HubEvent.VersionRead(PPMID, Optional.of(0x20L)));
        hub.done();
        hub.pass(Duration.ofMinutes(5));

        assertThat(first).containsExactly(read());
        assertThat(unasked).isEmpty();
        assertThat(hub.done())
                .containsExactly(new HubEffect.Read(HubHarness.peer(SECOND).unasked(), CURRENT_FILE_VERSION));
    }

    @Test
    void ignoresAVersionThatItDidNotAskFor() {
        var hub = taken(Policies.DEFAULT, AT_THREE);

        hub.on(new HubEvent.VersionRead(PPMID, Optional.of(0x10L)));

        assertThat(hub.done()).isEmpty();
    }

    @Test
    void readsNothingUnderTheLaterBaseline() {
        var hub = HubHarness.hub2020();
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);
        hub.end(PPMID, NEW, ZclStatus.SUCCESS);
        hub.done();

        hub.pass(Duration.ofDays(1));

        assertThat(hub.done()).isEmpty();
    }

    @Test
    void leavesTheNoticeToTheDeviceUnderThatReading() {
        var hub = taken(Policies.DEFAULT.with(Policy.ACTIVATION_NOTICE, "device-event"), AT_THREE);

        hub.pass(Duration.ofDays(1));

        assertThat(hub.done()).isEmpty();
    }

    private static HubEffect read() {
        return new HubEffect.Read(HubHarness.peer(PPMID).unasked(), CURRENT_FILE_VERSION);
    }

    private static HubHarness taken(Policies policies, String activation) {
        var hub = HubHarness.hub(policies);
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100, activation), PPMID);
        hub.block(PPMID, NEW, 0);
        hub.end(PPMID, NEW, ZclStatus.SUCCESS);
        hub.done();
        return hub;
    }
}

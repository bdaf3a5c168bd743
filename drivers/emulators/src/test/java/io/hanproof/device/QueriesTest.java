package io.hanproof.device;

import static io.hanproof.device.MachineFixture.IDLE;
import static io.hanproof.device.MachineFixture.MACHINE;
import static io.hanproof.device.MachineFixture.MODEL;
import static io.hanproof.device.MachineFixture.NEXT_POLL;
import static io.hanproof.device.MachineFixture.NOW;
import static io.hanproof.device.MachineFixture.OFFERED;
import static io.hanproof.device.MachineFixture.RUNNING;
import static io.hanproof.device.MachineFixture.offer;
import static io.hanproof.device.MachineFixture.on;
import static io.hanproof.device.MachineFixture.querying;
import static io.hanproof.device.MachineFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.profile.Policies;
import io.hanproof.profile.Profile;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 101, 255})
    void alwaysQueriesAfterAUnicastNotification(int jitter) {
        var other = new ImageId(0x1234, 0x5678, 0x10);

        var step = on(new DisplayEvent.Notified(ImageNotify.of(jitter, other), false, 100), IDLE);

        assertThat(sent(step))
                .containsExactly(new QueryNextImageRequest(RUNNING, Optional.of(new HardwareVersion(1, 1))));
    }

    @ParameterizedTest
    @CsvSource({"100, 100, true", "50, 50, true", "50, 51, false", "1, 1, true", "0, 1, false", "101, 1, false"})
    void queriesAfterABroadcastAsTheJitterHasIt(int jitter, int roll, boolean queries) {
        var step = on(new DisplayEvent.Notified(ImageNotify.toAll(jitter), true, roll), IDLE);

        assertThat(sent(step)).hasSize(queries ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "65534, 43707, 32, true",
        "65535, 65535, 32, true",
        "65534, 43707, 4294967295, true",
        "65534, 43707, 16, false",
        "65533, 43707, 32, false",
        "65534, 43708, 32, false"
    })
    void queriesAfterABroadcastThatIsMeantForIt(int manufacturer, int type, long version, boolean queries) {
        var notice = ImageNotify.of(100, new ImageId(manufacturer, type, version));

        assertThat(sent(on(new DisplayEvent.Notified(notice, true, 1), IDLE))).hasSize(queries ? 1 : 0);
    }

    @Test
    void leavesTheHardwareVersionOutWhenItCannotTell() {
        var mute = new Profile.Capabilities(false, true, false, false, true, true, true);
        var other = new DisplayMachine(MODEL.withCapabilities(mute), Policies.DEFAULT);

        var step = other.on(new DisplayEvent.PollOrdered(), IDLE, NOW);

        assertThat(sent(step)).containsExactly(new QueryNextImageRequest(RUNNING, Optional.empty()));
    }

    @Test
    void asksByItselfWhenItsTimeHasComeAndNotBefore() {
        assertThat(sent(MACHINE.on(DisplayEvent.Due.DUE, IDLE, NEXT_POLL.minusNanos(1))))
                .isEmpty();
        assertThat(sent(MACHINE.on(DisplayEvent.Due.DUE, IDLE, NEXT_POLL))).hasSize(1);
    }

    @Test
    void fetchesWhatItIsOffered() {
        var step = on(offer(OFFERED, 100), querying(false));

        assertThat(step.effects())
                .containsExactly(
                        new DisplayEffect.Erase(100),
                        new DisplayEffect.Send(
                                new ImageBlockRequest(OFFERED, 0, 48, OptionalLong.empty(), OptionalInt.of(0))));
    }

    @ParameterizedTest
    @CsvSource({"65533, 43707, 100", "65534, 43708, 100", "65534, 43707, 0"})
    void refusesAnOfferThatIsNotForIt(int manufacturer, int type, long size) {
        var step = on(offer(new ImageId(manufacturer, type, 0x20), size), querying(false));

        assertThat(step.effects()).containsExactly(new DisplayEffect.Refuse(ZclStatus.INVALID_FIELD));
        assertThat(step.state().phase()).isInstanceOf(Phase.Idle.class);
    }

    @Test
    void refusesAnOfferThatItHasNoRoomFor() {
        var step = on(offer(OFFERED, 0xFFFF_FFFFL), querying(false));

        assertThat(step.effects()).containsExactly(new DisplayEffect.Refuse(ZclStatus.INSUFFICIENT_SPACE));
    }

    @Test
    void doesNotFetchWhatItRuns() {
        assertThat(on(offer(RUNNING, 100), querying(false)).effects()).isEmpty();
    }

    @Test
    void fetchesAnImageFoundInvalidAgainOnlyWhenItIsNotified() {
        var flash = IDLE.flash().withRefused(OFFERED);

        var byItself = on(offer(OFFERED, 100), querying(true).with(flash));
        var notified =
                on(new DisplayEvent.Notified(ImageNotify.toAll(100), false, 1), new DisplayState(flash, IDLE.phase()));

        assertThat(byItself.effects()).isEmpty();
        assertThat(on(offer(OFFERED, 100), notified.state()).effects()).hasSize(2);
    }
}

package io.hanproof.device;

import static io.hanproof.device.MachineFixture.IDLE;
import static io.hanproof.device.MachineFixture.MACHINE;
import static io.hanproof.device.MachineFixture.MODEL;
import static io.hanproof.device.MachineFixture.NOW;
import static io.hanproof.device.MachineFixture.OFFERED;
import static io.hanproof.device.MachineFixture.RUNNING;
import static io.hanproof.device.MachineFixture.UTC;
import static io.hanproof.device.MachineFixture.WITHOUT_CLOCK;
import static io.hanproof.device.MachineFixture.ended;
import static io.hanproof.device.MachineFixture.ending;
import static io.hanproof.device.MachineFixture.nanos;
import static io.hanproof.device.MachineFixture.on;
import static io.hanproof.device.MachineFixture.sent;
import static io.hanproof.device.MachineFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.device.Flash.Order;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, Rebooting, 0",
        "UTC, 0, Rebooting, 0",
        "0, 600, Scheduled, 600",
        "0, 2592000, Scheduled, 2592000",
        "0, 5184000, Scheduled, 5184000",
        "UTC, 600, Scheduled, 600",
        "UTC, 2592000, Scheduled, 2592000",
        "UTC, -1, Ending, 3600"
    })
    void activatesAfterTheDifferenceOfTheTimes(String current, long delay, String phase, long seconds) {
        long currentTime = current.equals("UTC") ? UTC : 0;

        var step = on(ended(OFFERED, currentTime, currentTime + delay), ending(new Content.Whole()));

        assertThat(step.state().phase().getClass().getSimpleName()).isEqualTo(phase);
        long reboot = phase.equals("Rebooting") ? MODEL.timing().reboot().toSeconds() : 0;
        assertThat(MACHINE.wake(step.state())).isEqualTo(nanos(NOW.plusSeconds(seconds + reboot)));
    }

    @Test
    void asksAgainAfterAnHourWhenItIsHeldBack() {
        var held = on(ended(OFFERED, UTC, UpgradeEndResponse.WAIT), ending(new Content.Whole()));

        var again = MACHINE.on(DisplayEvent.Due.DUE, held.state(), NOW.plus(Duration.ofMinutes(60)));

        assertThat(held.state().phase()).isInstanceOf(Phase.Waiting.class);
        assertThat(sent(again)).containsExactly(new UpgradeEndRequest(ZclStatus.SUCCESS, OFFERED));
    }

    @Test
    void activatesForWildcardsAndForNoOtherImage() {
        var wildcard = on(ended(ImageId.ANY, 0, 0), ending(new Content.Whole()));
        var other = on(ended(RUNNING, 0, 0), ending(new Content.Whole()));

        assertThat(wildcard.state().phase()).isInstanceOf(Phase.Rebooting.class);
        assertThat(other.state()).isEqualTo(ending(new Content.Whole()));
    }

    @Test
    void forgetsTheImageWhenTheEndIsRefused() {
        var step = on(new DisplayEvent.Answered(0x06, ZclStatus.ABORT), ending(new Content.Whole()));

        assertThat(step.state().flash().held()).isEmpty();
        assertThat(on(ended(ImageId.ANY, 0, 0), step.state()).state().phase()).isInstanceOf(Phase.Idle.class);
    }

    @Test
    void waitsOnAfterADefaultResponseOfSuccess() {
        var state = ending(new Content.Whole());

        assertThat(on(new DisplayEvent.Answered(0x06, ZclStatus.SUCCESS), state).state())
                .isEqualTo(state);
    }

    @Test
    void takesTheHubsLastWord() {
        var scheduled = on(ended(OFFERED, 0, 600), ending(new Content.Whole()));
        var held = on(ended(OFFERED, 0, UpgradeEndResponse.WAIT), scheduled.state());

        assertThat(held.state().phase()).isInstanceOf(Phase.Waiting.class);
    }

    @Test
    void asksTheHubForTheTimeBeforeItActivatesWithoutAClock() {
        var scheduled = WITHOUT_CLOCK.on(ended(OFFERED, UTC, UTC + 600), ending(new Content.Whole()), NOW);
        var due = WITHOUT_CLOCK.on(DisplayEvent.Due.DUE, scheduled.state(), NOW.plusSeconds(600));
        var early = WITHOUT_CLOCK.on(told(UTC + 590), due.state(), NOW.plusSeconds(600));
        var dueAgain = WITHOUT_CLOCK.on(DisplayEvent.Due.DUE, early.state(), NOW.plusSeconds(610));
        var atLast = WITHOUT_CLOCK.on(told(UTC + 600), dueAgain.state(), NOW.plusSeconds(610));

        assertThat(scheduled.effects()).isEmpty();
        assertThat(due.effects()).containsExactly(new DisplayEffect.ReadTime());
        assertThat(early.state().phase()).isEqualTo(new Phase.Scheduled(NOW.plusSeconds(610)));
        assertThat(atLast.state().phase()).isInstanceOf(Phase.Rebooting.class);
    }

    @Test
    void keepsAskingASilentHubForTheTime() {
        var scheduled = WITHOUT_CLOCK.on(ended(OFFERED, UTC, UTC + 600), ending(new Content.Whole()), NOW);
        var due = WITHOUT_CLOCK.on(DisplayEvent.Due.DUE, scheduled.state(), NOW.plusSeconds(600));

        var again = WITHOUT_CLOCK.on(DisplayEvent.Due.DUE, due.state(), NOW.plusSeconds(660));

        assertThat(again.effects()).containsExactly(new DisplayEffect.ReadTime());
    }

    @Test
    void goesByItsOwnCountWhereTheHubHasNoTime() {
        var scheduled = WITHOUT_CLOCK.on(ended(OFFERED, UTC, UTC + 600), ending(new Content.Whole()), NOW);
        var due = WITHOUT_CLOCK.on(DisplayEvent.Due.DUE, scheduled.state(), NOW.plusSeconds(600));

        var step = WITHOUT_CLOCK.on(new DisplayEvent.TimeTold(Optional.empty()), due.state(), NOW.plusSeconds(600));

        assertThat(step.state().phase()).isInstanceOf(Phase.Rebooting.class);
    }

    @Test
    void learnsTheHubsTimeWhenItIsToldSecondsWithoutAClock() {
        var scheduled = WITHOUT_CLOCK.on(ended(OFFERED, 0, 600), ending(new Content.Whole()), NOW);
        var learnt = WITHOUT_CLOCK.on(told(UTC), scheduled.state(), NOW.plusMillis(20));

        assertThat(scheduled.effects()).containsExactly(new DisplayEffect.ReadTime());
        assertThat(learnt.state().flash().held().orElseThrow().order())
                .isEqualTo(new Order.At(NOW.plusSeconds(600), Optional.of(new UtcTime(UTC + 600))));
    }

    @Test
    void aMeterNeverActivatesByTheOtaExchangeAlone() {
        var esme = new DisplayModel(
                DeviceKind.ESME,
                MODEL.address(),
                MODEL.identity(),
                0x10,
                MODEL.capabilities(),
                MODEL.timing(),
                48,
                Habits.USUAL);
        var other = new DisplayMachine(esme, Policies.DEFAULT);

        var told = other.on(ended(ImageId.ANY, 0, 0), ending(new Content.Whole()), NOW);
        var ordered = other.on(new DisplayEvent.ActivationOrdered(), told.state(), NOW);

        assertThat(told.state().phase()).isInstanceOf(Phase.Waiting.class);
        assertThat(ordered.state().phase()).isInstanceOf(Phase.Rebooting.class);
    }

    @Test
    void storesAFirstPartWithoutRestarting() {
        var step = on(ended(OFFERED, 0, 0), ending(new Content.FirstPart()));

        assertThat(step.effects()).isEmpty();
        assertThat(step.state().flash().running()).isEqualTo(0x10);
        assertThat(step.state().flash().firstPart()).hasValue(0x20);
    }

    @Test
    void refusesALastPartWhoseFirstPartIsAnother() {
        var flash = IDLE.flash().withFirstPart(OptionalLong.of(0x14));
        var checking = new DisplayState(flash, new Phase.Checking(OFFERED, 100, NOW));

        var step = on(
                new DisplayEvent.Checked(new Verdict.Sound(new Content.LastPart(0x15)), MachineFixture.HASH), checking);

        assertThat(sent(step)).containsExactly(new UpgradeEndRequest(ZclStatus.INVALID_IMAGE, OFFERED));
    }
}

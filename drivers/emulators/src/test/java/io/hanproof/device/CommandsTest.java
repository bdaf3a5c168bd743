package io.hanproof.device;

import static io.hanproof.device.MachineFixture.HASH;
import static io.hanproof.device.MachineFixture.IDLE;
import static io.hanproof.device.MachineFixture.MODEL;
import static io.hanproof.device.MachineFixture.NOW;
import static io.hanproof.device.MachineFixture.OFFERED;
import static io.hanproof.device.MachineFixture.ended;
import static io.hanproof.device.MachineFixture.ending;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.gbcs.ActivateFirmware;
import io.hanproof.gbcs.ActivateFirmwareAccepted;
import io.hanproof.gbcs.ActivateFirmwareAlert;
import io.hanproof.gbcs.ActivateFirmwareResult;
import io.hanproof.gbcs.ActivateImageResponseCode;
import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.Counters;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.FirmwareActivationAlert;
import io.hanproof.gbcs.FirmwareActivationAlert.ActivateImage;
import io.hanproof.gbcs.FirmwareReceiptAlert;
import io.hanproof.gbcs.FirmwareVersion;
import io.hanproof.gbcs.GbcsCheck;
import io.hanproof.gbcs.GbcsFinding;
import io.hanproof.gbcs.GbcsFinding.Code;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.ReadFirmwareVersion;
import io.hanproof.gbcs.ReadResponseCode;
import io.hanproof.gbcs.UseCase;
import io.hanproof.lab.Machine.Step;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final Credentials CREDENTIALS = Credentials.of(
            Keys.test().device(MODEL.address()),
            Keys.test().supplier(Keys.IMPORT_SUPPLIER),
            Keys.test().acb());
    private static final DisplayModel SWITCH = model(DeviceKind.HCALCS);
    private static final DisplayMachine MACHINE = new DisplayMachine(SWITCH, Policies.DEFAULT);
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    private static DisplayModel model(DeviceKind kind) {
        return new DisplayModel(
                        kind,
                        MODEL.address(),
                        MODEL.identity(),
                        0x10,
                        MODEL.capabilities(),
                        MODEL.timing(),
                        48,
                        Habits.USUAL)
                .withCredentials(CREDENTIALS);
    }

    private static DisplayState holding(io.hanproof.device.Content image) {
        return MACHINE.on(ended(OFFERED, 0, 0), ending(image), NOW).state();
    }

    private static DisplayEvent order(Octets hash, long counter, Optional<Instant> at, GbcsFinding... findings) {
        return commanded(
                new GroupingHeader(
                        Cra.COMMAND, counter, Keys.IMPORT_SUPPLIER, MODEL.address(), OtherInformation.of(UseCase.CS06)),
                new ActivateFirmware(hash, counter, at),
                findings);
    }

    private static DisplayEvent commanded(GroupingHeader header, Content content, GbcsFinding... findings) {
        var message = new GbcsMessage(header, content, Optional.empty(), Optional.empty());
        return new DisplayEvent.Commanded(message, List.of(findings));
    }

    private static DisplayEvent read(long counter) {
        return commanded(
                new GroupingHeader(
                        Cra.COMMAND,
                        counter,
                        Keys.ACB,
                        MODEL.address(),
                        OtherInformation.of(UseCase.CS08, Keys.IMPORT_SUPPLIER, counter)),
                new ReadFirmwareVersion());
    }

    private static List<Content> said(Step<DisplayState, DisplayEffect> step) {
        return step.effects().stream()
                .filter(it -> it instanceof DisplayEffect.Tell)
                .map(it -> ((DisplayEffect.Tell) it).content())
                .toList();
    }

    private static Step<DisplayState, DisplayEffect> due(DisplayState state, Instant when) {
        return MACHINE.on(DisplayEvent.Due.DUE, state, when);
    }

    private static ActivateFirmwareResult result(ActivateImageResponseCode code, long version) {
        return new ActivateFirmwareResult(code, version);
    }

    @Test
    void answersAfterTheRestartWithWhatItRunsThen() {
        var ordered =
                MACHINE.on(order(HASH, 7, Optional.empty()), holding(new io.hanproof.device.Content.Whole()), NOW);
        var restarted = due(ordered.state(), NOW.plus(SWITCH.timing().reboot()));

        assertThat(said(ordered)).isEmpty();
        assertThat(said(restarted)).containsExactly(result(ActivateImageResponseCode.SUCCESS, 0x20));
        assertThat(restarted.state().flash().correspondence().order()).isEmpty();
    }

    @Test
    void saysThatAnImageDidNotStart() {
        var image = holding(new io.hanproof.device.Content.Unstartable());

        var ordered = MACHINE.on(order(HASH, 7, Optional.empty()), image, NOW);
        var restarted = due(ordered.state(), NOW.plus(SWITCH.timing().reboot()));

        assertThat(said(restarted)).containsExactly(result(ActivateImageResponseCode.ACTIVATION_FAILURE, 0x10));
    }

    @Test
    void refusesAnotherHashAndAnOrderForNothing() {
        var other = MACHINE.on(
                order(HASH.with(31, 1), 7, Optional.empty()), holding(new io.hanproof.device.Content.Whole()), NOW);
        var nothing = MACHINE.on(order(HASH, 7, Optional.empty()), IDLE, NOW);

        assertThat(said(other)).containsExactly(result(ActivateImageResponseCode.HASH_MISMATCH, 0x10));
        assertThat(said(nothing)).containsExactly(result(ActivateImageResponseCode.NO_IMAGE_HELD, 0x10));
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void neitherFollowsNorAnswersWhatIsNotGood(Code code) {
        var state = holding(new io.hanproof.device.Content.Whole());

        var step = MACHINE.on(order(HASH, 7, Optional.empty(), new GbcsFinding(code, "a finding")), state, NOW);

        assertThat(step).isEqualTo(new Step<>(state, List.of()));
    }

    @Test
    void neitherFollowsNorAnswersACounterThatWasUsed() {
        var state = holding(new io.hanproof.device.Content.Whole());
        var refused = MACHINE.on(order(HASH.with(0, 1), 7, Optional.empty()), state, NOW)
                .state();

        var again = MACHINE.on(order(HASH, 7, Optional.empty()), refused, NOW);
        var lower = MACHINE.on(order(HASH, 6, Optional.empty()), refused, NOW);
        var unsigned = MACHINE.on(order(HASH, -1, Optional.empty()), refused, NOW);

        assertThat(again).isEqualTo(new Step<>(refused, List.of()));
        assertThat(lower).isEqualTo(new Step<>(refused, List.of()));
        assertThat(unsigned.state().phase()).isInstanceOf(Phase.Rebooting.class);
    }

    @Test
    void acceptsAnOrderForLaterAndReportsItsOutcomeInAnAlert() {
        var ordered =
                MACHINE.on(order(HASH, 7, Optional.of(LATER)), holding(new io.hanproof.device.Content.Whole()), NOW);
        var early = due(ordered.state(), LATER.minusNanos(1));
        var begun = due(early.state(), LATER);
        var restarted = due(begun.state(), LATER.plus(SWITCH.timing().reboot()));

        assertThat(said(ordered)).containsExactly(new ActivateFirmwareAccepted());
        assertThat(early.state()).isEqualTo(ordered.state());
        assertThat(MACHINE.wake(ordered.state())).isEqualTo(MachineFixture.nanos(LATER));
        assertThat(begun.state().phase()).isInstanceOf(Phase.Rebooting.class);
        assertThat(said(restarted))
                .containsExactly(new ActivateFirmwareAlert(
                        AlertCode.FUTURE_DATED_ACTIVATION_ACTIONED,
                        LATER,
                        7,
                        result(ActivateImageResponseCode.SUCCESS, 0x20)));
    }

    @Test
    void looksForTheImageOfAnOrderForLaterWhenItsTimeHasCome() {
        var ordered = MACHINE.on(order(HASH, 7, Optional.of(LATER)), IDLE, NOW);

        var step = due(ordered.state(), LATER);

        assertThat(said(step))
                .containsExactly(new ActivateFirmwareAlert(
                        AlertCode.FUTURE_DATED_ACTIVATION_NOT_ACTIONED,
                        LATER,
                        7,
                        result(ActivateImageResponseCode.NO_IMAGE_HELD, 0x10)));
        assertThat(step.state().phase()).isEqualTo(IDLE.phase());
    }

    @Test
    void reportsThatTheImageOfAnOrderForLaterDidNotStart() {
        var ordered = MACHINE.on(
                order(HASH, 7, Optional.of(LATER)), holding(new io.hanproof.device.Content.Unstartable()), NOW);
        var begun = due(ordered.state(), LATER);

        var restarted = due(begun.state(), LATER.plus(SWITCH.timing().reboot()));

        assertThat(said(restarted))
                .containsExactly(new ActivateFirmwareAlert(
                        AlertCode.FUTURE_DATED_ACTIVATION_NOT_ACTIONED,
                        LATER,
                        7,
                        result(ActivateImageResponseCode.ACTIVATION_FAILURE, 0x10)));
    }

    @Test
    void forgetsAnOrderForLaterThatIsCancelled() {
        var ordered =
                MACHINE.on(order(HASH, 7, Optional.of(LATER)), holding(new io.hanproof.device.Content.Whole()), NOW);

        var cancelled = MACHINE.on(order(HASH, 8, Optional.of(ActivateFirmware.CANCEL)), ordered.state(), NOW);

        assertThat(said(cancelled)).containsExactly(new ActivateFirmwareAccepted());
        assertThat(due(cancelled.state(), LATER).state()).isEqualTo(cancelled.state());
    }

    @Test
    void aRefusedOrderLeavesTheOneForLaterStanding() {
        var ordered =
                MACHINE.on(order(HASH, 7, Optional.of(LATER)), holding(new io.hanproof.device.Content.Whole()), NOW);

        var refused = MACHINE.on(order(HASH.with(0, 1), 8, Optional.empty()), ordered.state(), NOW);

        assertThat(said(refused)).containsExactly(result(ActivateImageResponseCode.HASH_MISMATCH, 0x10));
        assertThat(due(refused.state(), LATER).state().phase()).isInstanceOf(Phase.Rebooting.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1600-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z"})
    void anOrderForLongAgoIsDueAtOnce(Instant past) {
        var ordered =
                MACHINE.on(order(HASH, 7, Optional.of(past)), holding(new io.hanproof.device.Content.Whole()), NOW);

        var begun = due(ordered.state(), NOW);

        assertThat(MACHINE.wake(ordered.state())).isZero();
        assertThat(begun.state().phase()).isInstanceOf(Phase.Rebooting.class);
    }

    @Test
    void remembersAnOrderWithoutPowerAndCarriesItOutLateIfItMust() {
        var ordered =
                MACHINE.on(order(HASH, 7, Optional.of(LATER)), holding(new io.hanproof.device.Content.Whole()), NOW);
        var off = MACHINE.on(new DisplayEvent.PowerLost(), ordered.state(), NOW);
        var on = MACHINE.on(new DisplayEvent.PowerRestored(Duration.ofMinutes(2)), off.state(), LATER.plusSeconds(60));

        var begun = due(on.state(), LATER.plusSeconds(60));

        assertThat(MACHINE.wake(off.state())).isEqualTo(Long.MAX_VALUE);
        assertThat(begun.state().phase()).isInstanceOf(Phase.Rebooting.class);
    }

    @Test
    void goesOnWithTheRestartThatPowerInterrupted() {
        var ordered =
                MACHINE.on(order(HASH, 7, Optional.empty()), holding(new io.hanproof.device.Content.Whole()), NOW);
        var off = MACHINE.on(new DisplayEvent.PowerLost(), ordered.state(), NOW.plusSeconds(1));
        var on = MACHINE.on(new DisplayEvent.PowerRestored(Duration.ZERO), off.state(), NOW.plusSeconds(60));
        var begun = due(on.state(), NOW.plusSeconds(60));

        var restarted =
                due(begun.state(), NOW.plusSeconds(60).plus(SWITCH.timing().reboot()));

        assertThat(said(restarted)).containsExactly(result(ActivateImageResponseCode.SUCCESS, 0x20));
    }

    @Test
    void tellsItsVersionOncePerCounter() {
        var first = MACHINE.on(read(5), IDLE, NOW);
        var again = MACHINE.on(read(5), first.state(), NOW);

        assertThat(said(first)).containsExactly(new FirmwareVersion(0x10, ReadResponseCode.READ_SUCCESS));
        assertThat(again).isEqualTo(new Step<>(first.state(), List.of()));
    }

    @Test
    void reportsTheHashOfWhatCameSoundOrNot() {
        var checking = new DisplayState(IDLE.flash(), new Phase.Checking(OFFERED, 100, NOW));
        var sound = new Verdict.Sound(new io.hanproof.device.Content.Whole());
        var flawed = new Verdict.Flawed(Verdict.Flaw.NOT_AUTHORISED);

        var good = MACHINE.on(new DisplayEvent.Checked(sound, HASH), checking, NOW);
        var bad = MACHINE.on(new DisplayEvent.Checked(flawed, HASH), checking, NOW);

        assertThat(said(good)).containsExactly(receipt(AlertCode.FIRMWARE_VERIFIED));
        assertThat(said(bad)).containsExactly(receipt(AlertCode.FIRMWARE_VERIFICATION_FAILED));
    }

    private static FirmwareReceiptAlert receipt(AlertCode code) {
        return new FirmwareReceiptAlert(code, FirmwareReceiptAlert.DlmsForm.of(1, NOW), HASH);
    }

    @Test
    void aPpmidOf2020TellsOfItsActivationAndOneOf2019DoesNot() {
        var later = new DisplayMachine(model(DeviceKind.PPMID).withBaseline(Baseline.BASELINE_2020), Policies.DEFAULT);
        var earlier = new DisplayMachine(model(DeviceKind.PPMID), Policies.DEFAULT);
        var started =
                new DisplayState(ending(new io.hanproof.device.Content.Whole()).flash(), new Phase.Rebooting(NOW));
        var failed = new DisplayState(
                ending(new io.hanproof.device.Content.Unstartable()).flash(), new Phase.Rebooting(NOW));

        assertThat(said(later.on(DisplayEvent.Due.DUE, started, NOW)))
                .containsExactly(new FirmwareActivationAlert(NOW, 0x20, ActivateImage.ACTIVATION_SUCCESS));
        assertThat(said(later.on(DisplayEvent.Due.DUE, failed, NOW)))
                .containsExactly(new FirmwareActivationAlert(NOW, 0x10, ActivateImage.ACTIVATION_FAILURE));
        assertThat(said(earlier.on(DisplayEvent.Due.DUE, started, NOW))).isEmpty();
    }

    @Test
    void theFirmwareChangedAlertSurvivesALossOfPower() {
        var reporting = new DisplayMachine(
                model(DeviceKind.PPMID), Policies.DEFAULT.with(Policy.REPORTING, "firmware-changed-alert"));
        var updated = reporting.on(new DisplayEvent.UpdatedLocally(0x20), IDLE, NOW);
        var off = reporting.on(new DisplayEvent.PowerLost(), updated.state(), NOW.plusSeconds(1));

        var on = reporting.on(new DisplayEvent.PowerRestored(Duration.ZERO), off.state(), NOW.plusSeconds(60));
        var again = reporting.on(new DisplayEvent.PowerLost(), on.state(), NOW.plusSeconds(61));
        var onAgain = reporting.on(new DisplayEvent.PowerRestored(Duration.ZERO), again.state(), NOW.plusSeconds(120));

        assertThat(said(on))
                .containsExactly(
                        new FirmwareActivationAlert(NOW.plusSeconds(60), 0x20, ActivateImage.ACTIVATION_SUCCESS));
        assertThat(said(onAgain)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Seal.class)
    void everySealButTheProperOneIsFoundOut(Seal seal) {
        var header = new GroupingHeader(
                Cra.ALERT, 1, MODEL.address(), Keys.IMPORT_SUPPLIER, OtherInformation.of(UseCase.FDRA_DLMS));

        var octets = new Envelope(CREDENTIALS).seal(header, receipt(AlertCode.FIRMWARE_VERIFIED), seal);

        var findings = GbcsCheck.check(
                octets,
                io.hanproof.gbcs.Certificates.of(
                        Keys.test().device(MODEL.address()),
                        Keys.test().supplier(Keys.IMPORT_SUPPLIER),
                        Keys.test().acb()),
                Keys.test().supplier(Keys.IMPORT_SUPPLIER),
                Counters.NONE);
        assertThat(findings.stream().map(GbcsFinding::code).toList())
                .startsWith(
                        switch (seal) {
                            case PROPER -> new Code[0];
                            case NONE -> new Code[] {Code.MISSING_SIGNATURE};
                            case ANOTHERS_KEY -> new Code[] {Code.WRONG_SIGNATURE};
                            case SUPPLIERS_NAME -> new Code[] {Code.WRONG_ROLE};
                            case CUT_SHORT -> new Code[] {Code.MALFORMED};
                        });
        assertThat(findings.isEmpty()).isEqualTo(seal == Seal.PROPER);
    }

    @Test
    void itsKeysAreNotInItsText() {
        assertThat(SWITCH.toString()).contains("not shown").doesNotContainPattern("(?i)\\b[0-9a-f]{64}\\b");
    }
}

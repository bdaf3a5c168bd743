package io.hanproof.device;

import static io.hanproof.device.MachineFixture.IDLE;
import static io.hanproof.device.MachineFixture.MACHINE;
import static io.hanproof.device.MachineFixture.NOW;
import static io.hanproof.device.MachineFixture.OFFERED;
import static io.hanproof.device.MachineFixture.block;
import static io.hanproof.device.MachineFixture.downloading;
import static io.hanproof.device.MachineFixture.ended;
import static io.hanproof.device.MachineFixture.nanos;
import static io.hanproof.device.MachineFixture.on;
import static io.hanproof.device.MachineFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadsTest {
    @Test
    void asksForNoOctetBeyondTheImage() {
        var step = on(block(48, 48), downloading(48, 0));

        assertThat(sent(step))
                .containsExactly(new ImageBlockRequest(OFFERED, 96, 4, OptionalLong.empty(), OptionalInt.of(0)));
    }

    @ParameterizedTest
    @CsvSource({"0, 48", "96, 4", "48, 0", "48, 53"})
    void ignoresABlockThatItCannotUse(long offset, int length) {
        var state = downloading(48, 0);

        var step = on(block(offset, length), state);

        assertThat(step.effects()).isEmpty();
        assertThat(step.state()).isEqualTo(state);
    }

    @Test
    void asksForTheSameOffsetAfterFiveSecondsOfSilence() {
        var early = MACHINE.on(DisplayEvent.Due.DUE, downloading(48, 0), NOW.plusMillis(4999));
        var late = MACHINE.on(DisplayEvent.Due.DUE, downloading(48, 0), NOW.plusSeconds(5));

        assertThat(sent(early)).isEmpty();
        assertThat(sent(late))
                .extracting(it -> ((ImageBlockRequest) it).fileOffset())
                .containsExactly(48L);
    }

    @Test
    void givesUpAfterTheTenthSilenceInARow() {
        var step = MACHINE.on(DisplayEvent.Due.DUE, downloading(48, 9), NOW.plusSeconds(5));

        assertThat(sent(step)).containsExactly(new UpgradeEndRequest(ZclStatus.ABORT, OFFERED));
        assertThat(step.state().phase()).isInstanceOf(Phase.Idle.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 60, 0, 60000", "820454400, 820454460, 0, 60000", "0, 0, 300, 300", "0, 7200, 300, 7200300"})
    void waitsForDataAsLongAsItIsTold(long currentTime, long requestTime, int period, long milliseconds) {
        var wait = new ImageBlockResponse.WaitForData(currentTime, requestTime, OptionalInt.of(period));

        var step = on(new DisplayEvent.BlockArrived(wait), downloading(48, 0));

        assertThat(MACHINE.wake(step.state())).isEqualTo(nanos(NOW.plusMillis(milliseconds)));
    }

    @Test
    void keepsTheMinimumBlockPeriodFromRequestToRequest() {
        var transfer = Transfer.of(OFFERED, 100, 0, false).withMinimumBlockPeriod(300);
        var state = IDLE.with(new Phase.Downloading(transfer, 0, Phase.Asked.Block.BLOCK, NOW, 0));

        var step = MACHINE.on(block(0, 48), state, NOW.plusMillis(100));
        assertThat(sent(step)).isEmpty();
        var next = MACHINE.on(DisplayEvent.Due.DUE, step.state(), NOW.plusMillis(300));

        assertThat(sent(next))
                .containsExactly(new ImageBlockRequest(OFFERED, 48, 48, OptionalLong.empty(), OptionalInt.of(300)));
    }

    @Test
    void stopsWhenTheHubAborts() {
        var abort = new ImageBlockResponse.Refused(ZclStatus.ABORT);

        var step = on(new DisplayEvent.BlockArrived(abort), downloading(48, 0));

        assertThat(step.effects()).isEmpty();
        assertThat(step.state().phase()).isInstanceOf(Phase.Idle.class);
    }

    @Test
    void goesOnAfterADefaultResponseThatEndsNothing() {
        var state = downloading(48, 0);

        assertThat(on(new DisplayEvent.Answered(0x03, ZclStatus.MALFORMED_COMMAND), state)
                        .state())
                .isEqualTo(state);
    }

    @Test
    void asksAtOnceForNewsThatCameDuringADownloadWhichTheHubEnded() {
        var notified = on(new DisplayEvent.Notified(ImageNotify.toAll(100), false, 1), downloading(48, 0));
        var ended = on(new DisplayEvent.Answered(0x03, ZclStatus.NO_IMAGE_AVAILABLE), notified.state());

        assertThat(sent(on(DisplayEvent.Due.DUE, ended.state()))).hasSize(1);
    }

    @Test
    void forgetsItsRamAndKeepsItsFlashWithoutPower() {
        var lost = on(new DisplayEvent.PowerLost(), downloading(48, 3));

        assertThat(lost.state().phase()).isEqualTo(new Phase.Off());
        assertThat(lost.state().flash().partial()).contains(new Flash.Partial(OFFERED, 100, 48));
        assertThat(on(block(48, 48), lost.state()).state()).isEqualTo(lost.state());
    }
}

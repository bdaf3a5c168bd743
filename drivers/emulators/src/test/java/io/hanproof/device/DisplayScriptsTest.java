package io.hanproof.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.image.Form;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.profile.Policies;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayScriptsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final UpdateBench bench =
            new UpdateBench(TestProfile.of(Form.GB, TestProfile.ALL), Policies.DEFAULT, DisplayScripts.NONE);

    private void updateWith(Mutation<DisplayState, DisplayEvent, DisplayEffect> script) {
        bench.display.script(script);
        bench.deliver(bench.profile.firmware("0x20"));
        bench.pass(HOUR);
    }

    @Test
    void tellAnotherHardwareVersionOrNone() {
        updateWith(DisplayScripts.tellsHardware(Optional.of(new HardwareVersion(9, 9))));
        bench.display.script(DisplayScripts.tellsHardware(Optional.empty()));
        bench.display.poll();

        assertThat(bench.said(QueryNextImageRequest.class))
                .extracting(QueryNextImageRequest::hardware)
                .containsExactly(Optional.of(new HardwareVersion(9, 9)), Optional.empty());
    }

    @Test
    void nameAnotherModel() {
        updateWith(DisplayScripts.queriesAs(it -> new ImageId(it.manufacturerCode(), 1, it.fileVersion())));

        assertThat(bench.said(QueryNextImageRequest.class).getFirst().running())
                .isEqualTo(new ImageId(0xFFFE, 1, 0x10));
        assertThat(bench.said(ImageBlockRequest.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 63})
    void askForBlocksOfAnySize(int octets) {
        updateWith(DisplayScripts.as(bench.display.model().withBlockSize(octets), Policies.DEFAULT));

        assertThat(bench.said(ImageBlockRequest.class).getFirst().maximumDataSize())
                .isEqualTo(octets);
        assertThat(bench.running()).isEqualTo(OptionalLong.of(0x20));
    }

    @Test
    void stopFetchingHalfWay() {
        updateWith(DisplayScripts.stopsFetchingAt(2000));

        assertThat(bench.said(ImageBlockRequest.class).getLast().fileOffset()).isEqualTo(1968);
        assertThat(bench.said(UpgradeEndRequest.class)).isEmpty();
    }

    @Test
    void abortHalfWay() {
        updateWith(DisplayScripts.abortsAt(2000));

        assertThat(bench.said(UpgradeEndRequest.class))
                .containsExactly(new UpgradeEndRequest(ZclStatus.ABORT, new ImageId(0xFFFE, 0xAABB, 0x20)));
    }

    @Test
    void endWithInvalidImage() {
        updateWith(DisplayScripts.endsWith(ZclStatus.INVALID_IMAGE));

        assertThat(bench.said(UpgradeEndRequest.class))
                .extracting(UpgradeEndRequest::status)
                .containsExactly(ZclStatus.INVALID_IMAGE);
        assertThat(bench.running()).isEqualTo(OptionalLong.of(0x10));
    }

    @Test
    void withholdTheEnd() {
        updateWith(DisplayScripts.withholdsTheEnd());

        assertThat(bench.said(UpgradeEndRequest.class)).isEmpty();
    }

    @Test
    void askOnceForAnEarlierBlockAgain() {
        updateWith(DisplayScripts.asksAgainFor(0, 2000));

        assertThat(bench.said(ImageBlockRequest.class))
                .filteredOn(it -> it.fileOffset() == 0)
                .hasSize(2);
        assertThat(bench.running()).isEqualTo(OptionalLong.of(0x20));
    }

    @Test
    void doNotAnswerReadsOrAnswerThemLate() {
        bench.display.script(DisplayScripts.doesNotAnswerReads());
        assertThat(bench.running()).isEmpty();
        bench.display.script(DisplayScripts.answersReadsAfter(Duration.ofMillis(300)));

        assertThat(bench.running()).isEqualTo(OptionalLong.of(0x10));
    }

    @Test
    void doNotActivate() {
        updateWith(DisplayScripts.doesNotActivate());

        assertThat(bench.said(UpgradeEndRequest.class)).hasSize(1);
        assertThat(bench.running()).isEqualTo(OptionalLong.of(0x10));
    }

    @Test
    void addUp() {
        updateWith(DisplayScripts.all(
                DisplayScripts.tellsHardware(Optional.empty()), DisplayScripts.endsWith(ZclStatus.ABORT)));

        assertThat(bench.said(QueryNextImageRequest.class).getFirst().hardware())
                .isEmpty();
        assertThat(bench.said(UpgradeEndRequest.class).getFirst().status()).isEqualTo(ZclStatus.ABORT);
    }
}

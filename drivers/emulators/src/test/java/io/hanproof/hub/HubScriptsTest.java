package io.hanproof.hub;

import static io.hanproof.hub.HubHarness.NEW;
import static io.hanproof.hub.HubHarness.PPMID;
import static io.hanproof.hub.HubHarness.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class HubScriptsTest {
    private static final long TWO = 0x30E891A0L;
    private static final long THREE = 0x30E89FB0L;
    private static final Octets SERVED = Images.ppmid(0x20, 100);

    @Test
    void answersLate() {
        var hub = following(HubScripts.late(ImageBlockResponse.class, Duration.ofSeconds(2)));

        hub.block(PPMID, NEW, 0);
        var early = hub.sent();
        hub.pass(Duration.ofSeconds(2));

        assertThat(early).isEmpty();
        assertThat(hub.sent()).containsExactly(block(0, 40));
    }

    @Test
    void offersToOtherHardwareAndToOtherModels() {
        var careless = following(HubScripts.ignoresHardware());
        var blind = following(HubScripts.offersRegardless());

        careless.query(PPMID, RUNNING, new HardwareVersion(9, 9));
        blind.query(PPMID, new ImageId(0x1234, 0x5678, 0x99), new HardwareVersion(9, 9));

        var offer = new QueryNextImageResponse.Success(NEW, 160);
        assertThat(careless.sent()).containsExactly(offer);
        assertThat(blind.sent()).containsExactly(offer);
    }

    @Test
    void servesUnderAnotherIdentity() {
        var alias = NEW.withFileVersion(0x99);
        var hub = following(HubScripts.offersAs(it -> it.withFileVersion(0x99)));

        hub.query(PPMID);
        hub.block(PPMID, alias, 0);
        hub.end(PPMID, alias, ZclStatus.SUCCESS);

        assertThat(hub.sent())
                .containsExactly(
                        new QueryNextImageResponse.Success(alias, 160),
                        new ImageBlockResponse.Success(alias, 0, SERVED.slice(0, 40)),
                        new UpgradeEndResponse(alias, TWO, THREE));
    }

    @Test
    void servesAnImageForAnotherModelAsIfItWereForThisOne() {
        var hub = HubHarness.following(HubScripts.offersAs(it -> NEW));
        hub.deliver(UseCase.CS05C, Images.ihd(0x33, 100), PPMID);
        hub.done();

        hub.query(PPMID);
        hub.block(PPMID, NEW, 0);

        assertThat(hub.sent())
                .containsExactly(
                        new QueryNextImageResponse.Success(NEW, 160),
                        new ImageBlockResponse.Success(
                                NEW, 0, Images.ihd(0x33, 100).slice(0, 40)));
    }

    @Test
    void offersAnotherSize() {
        var hub = following(HubScripts.offersSize(it -> it + 1));

        hub.query(PPMID);

        assertThat(hub.sent()).containsExactly(new QueryNextImageResponse.Success(NEW, 161));
    }

    @Test
    void servesSmallBlocks() {
        var hub = following(HubScripts.blocksOf(16));

        hub.block(PPMID, NEW, 150);
        hub.block(PPMID, NEW, 0);

        assertThat(hub.sent()).containsExactly(block(150, 10), block(0, 16));
    }

    @ParameterizedTest
    @MethodSource("disturbances")
    void disturbsTheBlockThatReachesThePlace(Mutation<HubState, HubEvent, HubEffect> script, List<OtaCommand> third) {
        var hub = following(script);

        hub.block(PPMID, NEW, 0);
        hub.block(PPMID, NEW, 40);
        var undisturbed = hub.sent();
        hub.block(PPMID, NEW, 80);
        var disturbed = hub.sent();
        hub.block(PPMID, NEW, 80);

        assertThat(undisturbed).containsExactly(block(0, 40), block(40, 40));
        assertThat(disturbed).isEqualTo(third);
        assertThat(hub.sent()).containsExactly(block(80, 40));
    }

    static Stream<Arguments> disturbances() {
        var wait = Duration.ofMinutes(1);
        return Stream.of(
                Arguments.of(HubScripts.loses(HubScripts::halfWay, 1), List.of()),
                Arguments.of(HubScripts.repeats(HubScripts::halfWay, 1), List.of(block(80, 40), block(80, 40))),
                Arguments.of(
                        HubScripts.aborts(HubScripts::halfWay),
                        List.of(new ImageBlockResponse.Refused(ZclStatus.ABORT))),
                Arguments.of(
                        HubScripts.mistakesOffset(HubScripts::halfWay, 1, -40),
                        List.of(new ImageBlockResponse.Success(NEW, 40, SERVED.slice(80, 40)))),
                Arguments.of(
                        HubScripts.waits(HubScripts::halfWay, 1, WaitForm.RELATIVE, wait),
                        List.of(new ImageBlockResponse.WaitForData(0, 60, OptionalInt.of(0)))),
                Arguments.of(
                        HubScripts.waits(HubScripts::halfWay, 1, WaitForm.UTC, wait),
                        List.of(new ImageBlockResponse.WaitForData(TWO, TWO + 60, OptionalInt.of(0)))),
                Arguments.of(
                        HubScripts.waits(HubScripts::halfWay, 1, WaitForm.LEGACY, wait),
                        List.of(new ImageBlockResponse.WaitForData(0, 60, OptionalInt.empty()))),
                Arguments.of(
                        HubScripts.waits(HubScripts::halfWay, 1, WaitForm.WITH_BLOCK_PERIOD, wait),
                        List.of(new ImageBlockResponse.WaitForData(0, 60, OptionalInt.of(300)))));
    }

    @Test
    void stopsServingForGood() {
        var hub = following(HubScripts.stopsServing(HubScripts::halfWay));

        hub.block(PPMID, NEW, 80);
        hub.block(PPMID, NEW, 80);

        assertThat(hub.sent()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void servesAnImageWrongInOnePart(Corruption part) {
        var hub = following(HubScripts.corrupts(part));

        var served = fetch(hub);

        assertThat(served.length()).isEqualTo(SERVED.length());
        int from = part == Corruption.HEADER ? 0 : part == Corruption.LENGTH ? 52 : part == Corruption.TAIL ? 144 : 80;
        int to = part == Corruption.HEADER ? 4 : part == Corruption.LENGTH ? 56 : part == Corruption.TAIL ? 160 : 81;
        assertThat(served.slice(0, from)).isEqualTo(SERVED.slice(0, from));
        assertThat(served.slice(from, to - from)).isNotEqualTo(SERVED.slice(from, to - from));
        assertThat(served.slice(to, 160 - to)).isEqualTo(SERVED.slice(to, 160 - to));
    }

    @Test
    void servesOtherOctetsAtAPlaceAcrossBlocks() {
        var hub = following(HubScripts.patches(size -> 38, Octets.hex("01020304")));

        var served = fetch(hub);

        assertThat(served).isEqualTo(SERVED.with(38, 1).with(39, 2).with(40, 3).with(41, 4));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void endsATransferInEveryForm(EndForm form, UpgradeEndResponse expected) {
        var hub = following(HubScripts.activates(form));

        hub.end(PPMID, NEW, ZclStatus.SUCCESS);

        assertThat(hub.sent()).containsExactly(expected);
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(EndForm.UTC, new UpgradeEndResponse(NEW, TWO, THREE)),
                Arguments.of(EndForm.RELATIVE, new UpgradeEndResponse(NEW, 0, 3600)),
                Arguments.of(EndForm.NOW, new UpgradeEndResponse(NEW, TWO, TWO)),
                Arguments.of(EndForm.NOW_AS_ZEROS, new UpgradeEndResponse(NEW, 0, 0)),
                Arguments.of(EndForm.WAIT, new UpgradeEndResponse(NEW, TWO, 0xFFFF_FFFFL)),
                Arguments.of(EndForm.ANY_IMAGE, new UpgradeEndResponse(ImageId.ANY, TWO, THREE)),
                Arguments.of(EndForm.OTHER_IMAGE, new UpgradeEndResponse(NEW.withFileVersion(0x21), TWO, THREE)));
    }

    @Test
    void holdsADeviceBackAndGivesTheOrderLater() {
        var hub = following(HubScripts.holdsBackFor(Duration.ofHours(6), EndForm.NOW_AS_ZEROS));

        hub.end(PPMID, NEW, ZclStatus.SUCCESS);
        var first = hub.sent();
        hub.pass(Duration.ofHours(6));

        assertThat(first).containsExactly(new UpgradeEndResponse(NEW, TWO, 0xFFFF_FFFFL));
        assertThat(hub.done())
                .contains(new HubEffect.Send(HubHarness.peer(PPMID).unasked(), new UpgradeEndResponse(NEW, 0, 0)));
    }

    @Test
    void refusesTheEndOrSaysNothing() {
        var refusing = following(HubScripts.refusesEnd(ZclStatus.ABORT));
        var silent = following(HubScripts.silent(UpgradeEndResponse.class));

        refusing.end(PPMID, NEW, ZclStatus.SUCCESS);
        silent.end(PPMID, NEW, ZclStatus.SUCCESS);

        assertThat(refusing.done())
                .contains(new HubEffect.Default(HubHarness.peer(PPMID), 0x0019, 0x06, ZclStatus.ABORT));
        assertThat(silent.sent()).isEmpty();
    }

    private static Octets fetch(HubHarness hub) {
        var served = Octets.NONE;
        for (int offset = 0; offset < 160; offset += 40) {
            hub.block(PPMID, NEW, offset);
            served = served.plus(((ImageBlockResponse.Success) hub.sent().getFirst()).data());
        }
        return served;
    }

    private static ImageBlockResponse block(int offset, int size) {
        return new ImageBlockResponse.Success(NEW, offset, SERVED.slice(offset, size));
    }

    private static HubHarness following(Mutation<HubState, HubEvent, HubEffect> script) {
        var hub = HubHarness.following(script);
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100, "B09FE830"), PPMID);
        hub.done();
        return hub;
    }
}

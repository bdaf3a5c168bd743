package io.hanproof.zcl.ota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ZclStatus;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class OtaCommandTest {
    private static final ImageId RUNNING = new ImageId(0xFFFE, 0xAABB, 0x10);
    private static final ImageId NEWER = new ImageId(0xFFFE, 0xAABB, 0x20);
    private static final long PPMID = 0x00DB_1234_5678_90A4L;

    @Test
    void imageNotifyHasOneFilterMoreWithEachPayloadType() {
        var toMaker = new ImageNotify(50, OptionalInt.of(0xFFFE), OptionalInt.empty(), OptionalLong.empty());
        var toType = new ImageNotify(50, OptionalInt.of(0xFFFE), OptionalInt.of(0xAABB), OptionalLong.empty());

        assertReadAndWritten(0x00, "00 64", ImageNotify.toAll(100));
        assertReadAndWritten(0x00, "01 32 FEFF", toMaker);
        assertReadAndWritten(0x00, "02 32 FEFF BBAA", toType);
        assertReadAndWritten(0x00, "03 01 FEFF BBAA 20000000", ImageNotify.of(1, NEWER));
    }

    @Test
    void imageNotifyIsReadWithAnyJitterForACheckerToJudge() {
        assertReadAndWritten(0x00, "00 00", ImageNotify.toAll(0));
        assertReadAndWritten(0x00, "00 65", ImageNotify.toAll(101));
        assertReadAndWritten(0x00, "00 FF", ImageNotify.toAll(255));
    }

    @Test
    void imageNotifyHasNoFilterWithoutTheOneBefore() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ImageNotify(50, OptionalInt.empty(), OptionalInt.of(0xAABB), OptionalLong.empty()))
                .withMessage("Image Notify has no payload type for these filters");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ImageNotify(50, OptionalInt.of(0xFFFE), OptionalInt.empty(), OptionalLong.of(0x20)));
    }

    @Test
    void queryNextImageRequestCarriesTheHardwareVersionWhenTheDeviceSendsOne() {
        var request = new QueryNextImageRequest(RUNNING, Optional.of(new HardwareVersion(1, 2)));

        assertReadAndWritten(0x01, "01 FEFF BBAA 10000000 0201", request);
    }

    @Test
    void queryNextImageRequestDoesWithoutAHardwareVersion() {
        assertReadAndWritten(0x01, "00 FEFF BBAA 10000000", new QueryNextImageRequest(RUNNING, Optional.empty()));
    }

    @Test
    void queryNextImageResponseOffersAnImageWithItsSize() {
        assertReadAndWritten(
                0x02, "00 FEFF BBAA 20000000 B0710B00", new QueryNextImageResponse.Success(NEWER, 750_000));
    }

    @Test
    void queryNextImageResponseIsAStatusAloneWithoutAnImage() {
        assertReadAndWritten(0x02, "98", new QueryNextImageResponse.Refused(ZclStatus.NO_IMAGE_AVAILABLE));
        assertReadAndWritten(0x02, "7E", new QueryNextImageResponse.Refused(ZclStatus.NOT_AUTHORIZED));
        assertReadAndWritten(0x02, "42", new QueryNextImageResponse.Refused(ZclStatus.of(0x42)));
    }

    @Test
    void imageBlockRequestHasTheAddressBeforeThePeriod() {
        var plain = ImageBlockRequest.of(NEWER, 0x0102, 48);
        var addressed = new ImageBlockRequest(NEWER, 0x0102, 48, OptionalLong.of(PPMID), OptionalInt.empty());
        var paced = new ImageBlockRequest(NEWER, 0x0102, 48, OptionalLong.empty(), OptionalInt.of(300));
        var both = new ImageBlockRequest(NEWER, 0x0102, 48, OptionalLong.of(PPMID), OptionalInt.of(300));

        assertReadAndWritten(0x03, "00 FEFF BBAA 20000000 02010000 30", plain);
        assertReadAndWritten(0x03, "01 FEFF BBAA 20000000 02010000 30 A490785634 12DB00", addressed);
        assertReadAndWritten(0x03, "02 FEFF BBAA 20000000 02010000 30 2C01", paced);
        assertReadAndWritten(0x03, "03 FEFF BBAA 20000000 02010000 30 A490785634 12DB00 2C01", both);
    }

    @Test
    void imageBlockRequestIsReadWithAnyDataSizeForACheckerToJudge() {
        assertReadAndWritten(0x03, "00 FEFF BBAA 20000000 FFFFFFFF 00", ImageBlockRequest.of(NEWER, 0xFFFF_FFFFL, 0));
        assertReadAndWritten(0x03, "00 FEFF BBAA 20000000 00000000 FF", ImageBlockRequest.of(NEWER, 0, 255));
    }

    @Test
    void imagePageRequestHasTheAddressLast() {
        var plain = new ImagePageRequest(NEWER, 0x0400, 32, 1024, 50, OptionalLong.empty());
        var addressed = new ImagePageRequest(NEWER, 0x0400, 32, 1024, 50, OptionalLong.of(PPMID));

        assertReadAndWritten(0x04, "00 FEFF BBAA 20000000 00040000 20 0004 3200", plain);
        assertReadAndWritten(0x04, "01 FEFF BBAA 20000000 00040000 20 0004 3200 A490785634 12DB00", addressed);
    }

    @Test
    void imageBlockResponseBringsData() {
        var response = new ImageBlockResponse.Success(NEWER, 0x0102, Octets.hex("1EF1EE0B"));

        assertReadAndWritten(0x05, "00 FEFF BBAA 20000000 02010000 04 1EF1EE0B", response);
    }

    @Test
    void imageBlockResponseIsReadWithAnyDataSizeForACheckerToJudge() {
        var empty = new ImageBlockResponse.Success(NEWER, 0, Octets.NONE);
        var most = new ImageBlockResponse.Success(NEWER, 0, Octets.copyOf(new byte[255]));

        assertReadAndWritten(0x05, "00 FEFF BBAA 20000000 00000000 00", empty);
        assertReadAndWritten(0x05, "00 FEFF BBAA 20000000 00000000 FF" + "00".repeat(255), most);
    }

    @Test
    void imageBlockResponseTellsTheClientToWait() {
        var wait = new ImageBlockResponse.WaitForData(0, 60, OptionalInt.of(300));

        assertReadAndWritten(0x05, "97 00000000 3C000000 2C01", wait);
    }

    @Test
    void imageBlockResponseOfAnOlderServerWaitsWithoutAPeriod() {
        var wait = new ImageBlockResponse.WaitForData(0x30E8_7580L, 0x30E8_75BCL, OptionalInt.empty());

        assertReadAndWritten(0x05, "97 8075E830 BC75E830", wait);
    }

    @Test
    void imageBlockResponseIsAStatusAloneWhenThereIsNoData() {
        assertReadAndWritten(0x05, "95", new ImageBlockResponse.Refused(ZclStatus.ABORT));
        assertReadAndWritten(0x05, "80", new ImageBlockResponse.Refused(ZclStatus.MALFORMED_COMMAND));
        assertReadAndWritten(0x05, "42", new ImageBlockResponse.Refused(ZclStatus.of(0x42)));
    }

    @Test
    void upgradeEndRequestKeepsItsImageWhateverTheStatus() {
        assertReadAndWritten(0x06, "00 FEFF BBAA 20000000", new UpgradeEndRequest(ZclStatus.SUCCESS, NEWER));
        assertReadAndWritten(0x06, "95 FEFF BBAA 20000000", new UpgradeEndRequest(ZclStatus.ABORT, NEWER));
        assertReadAndWritten(0x06, "96 FEFF BBAA 20000000", new UpgradeEndRequest(ZclStatus.INVALID_IMAGE, NEWER));
        assertReadAndWritten(0x06, "99 FEFF BBAA 20000000", new UpgradeEndRequest(ZclStatus.REQUIRE_MORE_IMAGE, NEWER));
    }

    @Test
    void upgradeEndResponseSaysNowOrWaitOrWhen() {
        var now = new UpgradeEndResponse(NEWER, UpgradeEndResponse.NOW, UpgradeEndResponse.NOW);
        var wait = new UpgradeEndResponse(NEWER, UpgradeEndResponse.NOW, UpgradeEndResponse.WAIT);
        var in = new UpgradeEndResponse(NEWER, UpgradeEndResponse.NOW, 600);
        var at = new UpgradeEndResponse(NEWER, 0x30E8_7580L, 0x30E8_77D8L);

        assertReadAndWritten(0x07, "FEFF BBAA 20000000 00000000 00000000", now);
        assertReadAndWritten(0x07, "FEFF BBAA 20000000 00000000 FFFFFFFF", wait);
        assertReadAndWritten(0x07, "FEFF BBAA 20000000 00000000 58020000", in);
        assertReadAndWritten(0x07, "FEFF BBAA 20000000 8075E830 D877E830", at);
    }

    @Test
    void upgradeEndResponseMayNameEveryImage() {
        var response = new UpgradeEndResponse(ImageId.ANY, 0xFFFF_FFFFL, UpgradeEndResponse.WAIT);

        assertReadAndWritten(0x07, "FFFF FFFF FFFFFFFF FFFFFFFF FFFFFFFF", response);
    }

    @Test
    void querySpecificFileRequestNamesItsNode() {
        var request = new QuerySpecificFileRequest(PPMID, RUNNING, 0x0002);

        assertReadAndWritten(0x08, "A490785634 12DB00 FEFF BBAA 10000000 0200", request);
    }

    @Test
    void querySpecificFileResponseOffersAFileOrIsAStatusAlone() {
        assertReadAndWritten(
                0x09, "00 FEFF BBAA 20000000 B0710B00", new QuerySpecificFileResponse.Success(NEWER, 750_000));
        assertReadAndWritten(0x09, "98", new QuerySpecificFileResponse.Refused(ZclStatus.NO_IMAGE_AVAILABLE));
        assertReadAndWritten(0x09, "42", new QuerySpecificFileResponse.Refused(ZclStatus.of(0x42)));
    }

    @Test
    void aRefusalNeedsAStatusThatStandsAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueryNextImageResponse.Refused(ZclStatus.SUCCESS))
                .withMessage("SUCCESS is no refusal");
        assertThatIllegalArgumentException().isThrownBy(() -> new QuerySpecificFileResponse.Refused(ZclStatus.SUCCESS));
        assertThatIllegalArgumentException().isThrownBy(() -> new ImageBlockResponse.Refused(ZclStatus.SUCCESS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageBlockResponse.Refused(ZclStatus.WAIT_FOR_DATA))
                .withMessage("WAIT_FOR_DATA needs its times");
    }

    @Test
    void reservedBitsOfTheFieldControlAreIgnored() {
        var octets = Octets.hex("FE FEFF BBAA 10000000");

        assertThat(OtaCommand.read(QueryNextImageRequest.ID, octets))
                .isEqualTo(new Decoded.Value<>(new QueryNextImageRequest(RUNNING, Optional.empty())));
    }

    @Test
    void aVariantGoesByTheNameOfItsCommand() {
        assertThat(new ImageBlockResponse.Refused(ZclStatus.ABORT).name()).isEqualTo("ImageBlockResponse");
        assertThat(ImageNotify.toAll(100).name()).isEqualTo("ImageNotify");
    }

    private static void assertReadAndWritten(int id, String hex, OtaCommand command) {
        assertThat(command.id()).isEqualTo(id);
        assertThat(command.write(new OctetWriter()).toOctets()).isEqualTo(Octets.hex(hex));
        assertThat(OtaCommand.read(id, Octets.hex(hex))).isEqualTo(new Decoded.Value<>(command));
    }
}

package io.hanproof.zcl.ota;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ZclStatus;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class OtaFramesTest {
    private static final ImageId IMAGE = new ImageId(0xFFFE, 0xAABB, 0x20);
    private static final String ID = "FEFF BBAA 20000000";

    @Test
    void requestsGoToTheServerAndWelcomeADefaultResponse() {
        assertFrame("01 2A 01 00" + ID, new QueryNextImageRequest(IMAGE, Optional.empty()));
        assertFrame("01 2A 03 00" + ID + "00010000 30", ImageBlockRequest.of(IMAGE, 0x0100, 48));
        assertFrame(
                "01 2A 03 03" + ID + "00010000 30 A490785634 12DB00 2C01",
                new ImageBlockRequest(IMAGE, 0x0100, 48, OptionalLong.of(0x00DB_1234_5678_90A4L), OptionalInt.of(300)));
        assertFrame(
                "01 2A 04 00" + ID + "00010000 30 0004 3200",
                new ImagePageRequest(IMAGE, 0x0100, 48, 1024, 50, OptionalLong.empty()));
        assertFrame("01 2A 06 00" + ID, new UpgradeEndRequest(ZclStatus.SUCCESS, IMAGE));
        assertFrame(
                "01 2A 08 A490785634 12DB00" + ID + "0200",
                new QuerySpecificFileRequest(0x00DB_1234_5678_90A4L, IMAGE, 2));
    }

    @Test
    void answersGoToTheClientAndWantNoDefaultResponse() {
        assertFrame("19 2A 02 98", new QueryNextImageResponse.Refused(ZclStatus.NO_IMAGE_AVAILABLE));
        assertFrame(
                "19 2A 05 00" + ID + "00010000 02 1EF1",
                new ImageBlockResponse.Success(IMAGE, 0x0100, Octets.hex("1EF1")));
        assertFrame("19 2A 05 95", new ImageBlockResponse.Refused(ZclStatus.ABORT));
        assertFrame("19 2A 07" + ID + "00000000 FFFFFFFF", new UpgradeEndResponse(IMAGE, 0, UpgradeEndResponse.WAIT));
        assertFrame("19 2A 09 98", new QuerySpecificFileResponse.Refused(ZclStatus.NO_IMAGE_AVAILABLE));
    }

    @Test
    void aNotifyForOneNodeWelcomesADefaultResponse() {
        assertFrame("09 2A 00 03 64" + ID, ImageNotify.of(100, IMAGE));
    }

    @Test
    void aBroadcastWantsNoDefaultResponse() {
        var notify = OtaFrames.broadcast(0x2A, ImageNotify.toAll(50));
        var wait = OtaFrames.broadcast(0x2B, new UpgradeEndResponse(ImageId.ANY, 0, UpgradeEndResponse.WAIT));

        assertThat(notify).isEqualTo(Octets.hex("19 2A 00 00 32"));
        assertThat(wait).isEqualTo(Octets.hex("19 2B 07 FFFF FFFF FFFFFFFF 00000000 FFFFFFFF"));
    }

    @Test
    void theCommandSaysWhichWayItGoes() {
        assertThat(ImageNotify.toAll(50)).isInstanceOf(OtaCommand.ToClient.class);
        assertThat(ImageNotify.toAll(50).direction()).isEqualTo(Direction.TO_CLIENT);
        assertThat(ImageBlockRequest.of(IMAGE, 0, 48)).isInstanceOf(OtaCommand.ToServer.class);
        assertThat(ImageBlockRequest.of(IMAGE, 0, 48).direction()).isEqualTo(Direction.TO_SERVER);
    }

    private static void assertFrame(String hex, OtaCommand command) {
        var zcl = Octets.hex(hex);

        assertThat(OtaFrames.unicast(0x2A, command)).isEqualTo(zcl);
        assertThat(read(zcl)).isEqualTo(new Decoded.Value<>(command));
    }

    private static Decoded<OtaCommand> read(Octets zcl) {
        return switch (ZclHeader.read(zcl)) {
            case Decoded.Value<ZclHeader>(var header) -> OtaCommand.read(header, zcl);
            case Decoded.Malformed<ZclHeader> it -> throw new AssertionError(it.message());
        };
    }
}

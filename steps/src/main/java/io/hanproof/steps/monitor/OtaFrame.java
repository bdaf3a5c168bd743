package io.hanproof.steps.monitor;

import io.hanproof.lab.Cursor;
import io.hanproof.lab.Delivery;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;

/**
 * The recorded frame that a cursor stands at, read as an OTA command without making objects: rules look at millions of blocks.
 * A field of a frame that is too short to have it is never asked for, because such a frame is no {@link #command}.
 */
final class OtaFrame {
    /** No command of the OTA cluster, or one that is cut short. */
    static final int NONE = -1;

    private static final int CLUSTER_SPECIFIC = 0b01;
    private static final int FRAME_TYPE_AND_MANUFACTURER = 0b111;
    private static final int SEQUENCE_AT = 1;
    private static final int COMMAND_AT = 2;
    private static final int PAYLOAD_AT = 3;
    private static final int WAIT_FOR_DATA = 0x97;

    private final Cursor cursor;
    private int command = NONE;

    OtaFrame(Cursor cursor) {
        this.cursor = cursor;
    }

    /** To be called when the cursor has moved to another frame. */
    void moved() {
        command = NONE;
        if (cursor.cluster() != Cluster.OTA.id() || cursor.zclLength() <= PAYLOAD_AT) {
            return;
        }
        if ((cursor.u8(0) & FRAME_TYPE_AND_MANUFACTURER) == CLUSTER_SPECIFIC) {
            int id = cursor.u8(COMMAND_AT);
            command = cursor.zclLength() >= shortest(id) ? id : NONE;
        }
    }

    /** Octets that a whole frame of that command has at least; those that only carry a status are short. */
    private int shortest(int id) {
        return switch (id) {
            case QueryNextImageRequest.ID -> 12;
            case QueryNextImageResponse.ID -> isSuccess() ? 16 : 4;
            case ImageBlockRequest.ID -> 17;
            case ImagePageRequest.ID -> 21;
            case ImageBlockResponse.ID -> isSuccess() ? 17 : isWait() ? 12 : 4;
            case UpgradeEndRequest.ID -> 12;
            case UpgradeEndResponse.ID -> 19;
            default -> Integer.MAX_VALUE;
        };
    }

    int command() {
        return command;
    }

    int number() {
        return cursor.number();
    }

    long nanos() {
        return cursor.nanos();
    }

    Eui64 source() {
        return cursor.source();
    }

    Eui64 destination() {
        return cursor.destination();
    }

    boolean isDelivered() {
        return cursor.delivery() == Delivery.DELIVERED;
    }

    int sequence() {
        return cursor.u8(SEQUENCE_AT);
    }

    /** The status of a response, and of Upgrade End Request. */
    boolean isSuccess() {
        return cursor.u8(PAYLOAD_AT) == 0;
    }

    int status() {
        return cursor.u8(PAYLOAD_AT);
    }

    /** Whether a block response tells to wait. */
    boolean isWait() {
        return cursor.u8(PAYLOAD_AT) == WAIT_FOR_DATA;
    }

    long waitingFrom() {
        return cursor.u32(PAYLOAD_AT + 1);
    }

    long requestTime() {
        return cursor.u32(PAYLOAD_AT + 5);
    }

    /** An octet of the data that a block carries. */
    int data(int index) {
        return cursor.u8(PAYLOAD_AT + 14 + index);
    }

    int manufacturerCode() {
        return cursor.u16(identityAt());
    }

    int imageType() {
        return cursor.u16(identityAt() + 2);
    }

    long fileVersion() {
        return cursor.u32(identityAt() + 4);
    }

    /** Upgrade End Response has no octet before the identity. */
    private int identityAt() {
        return command == UpgradeEndResponse.ID ? PAYLOAD_AT : PAYLOAD_AT + 1;
    }

    /** Image size of an offer, file offset of a block or page. */
    long sizeOrOffset() {
        return cursor.u32(PAYLOAD_AT + 9);
    }

    /** Maximum data size of a request, data size of a block. */
    int dataSize() {
        return cursor.u8(PAYLOAD_AT + 13);
    }

    long currentTime() {
        return cursor.u32(PAYLOAD_AT + 8);
    }

    long upgradeTime() {
        return cursor.u32(PAYLOAD_AT + 12);
    }
}

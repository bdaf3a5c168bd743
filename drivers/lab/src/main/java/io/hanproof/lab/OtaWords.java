package io.hanproof.lab;

import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.QuerySpecificFileRequest;
import io.hanproof.zcl.ota.QuerySpecificFileResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The fields of OTA commands in words, in the order of the wire. */
final class OtaWords {
    private OtaWords() {}

    static String of(OtaCommand command) {
        return switch (command) {
            case ImageNotify notify -> notify(notify);
            case QueryNextImageRequest(var running, var hardware) ->
                image(running) + hardware.map(it -> ", hardware " + it).orElse("");
            case QueryNextImageResponse.Success(var image, long size) -> success(image) + ", size " + size;
            case QueryNextImageResponse.Refused(var status) -> status.toString();
            case ImageBlockRequest request -> blockRequest(request);
            case ImagePageRequest request -> pageRequest(request);
            case ImageBlockResponse.Success(var image, long offset, var data) ->
                "%s, offset %d, size %d".formatted(success(image), offset, data.length());
            case ImageBlockResponse.WaitForData wait -> waitForData(wait);
            case ImageBlockResponse.Refused(var status) -> status.toString();
            case UpgradeEndRequest(var status, var image) -> status + ", " + image(image);
            case UpgradeEndResponse response -> upgradeEnd(response);
            case QuerySpecificFileRequest(long node, var image, int stack) ->
                "node %016X, %s, stack %04X".formatted(node, image(image), stack);
            case QuerySpecificFileResponse.Success(var image, long size) -> success(image) + ", size " + size;
            case QuerySpecificFileResponse.Refused(var status) -> status.toString();
        };
    }

    /** The name of the command with that id: a Default Response names no more of what it answers. */
    static String command(int id) {
        return switch (id) {
            case ImageNotify.ID -> "ImageNotify";
            case QueryNextImageRequest.ID -> "QueryNextImageRequest";
            case QueryNextImageResponse.ID -> "QueryNextImageResponse";
            case ImageBlockRequest.ID -> "ImageBlockRequest";
            case ImagePageRequest.ID -> "ImagePageRequest";
            case ImageBlockResponse.ID -> "ImageBlockResponse";
            case UpgradeEndRequest.ID -> "UpgradeEndRequest";
            case UpgradeEndResponse.ID -> "UpgradeEndResponse";
            case QuerySpecificFileRequest.ID -> "QuerySpecificFileRequest";
            case QuerySpecificFileResponse.ID -> "QuerySpecificFileResponse";
            default -> "command %02X".formatted(id);
        };
    }

    private static String notify(ImageNotify notify) {
        var words = new StringBuilder("jitter ").append(notify.queryJitter());
        notify.manufacturerCode().ifPresent(it -> words.append(", manufacturer %04X".formatted(it)));
        notify.imageType().ifPresent(it -> words.append(", type %04X".formatted(it)));
        notify.newFileVersion().ifPresent(it -> words.append(", version %08X".formatted(it)));
        return words.toString();
    }

    private static String blockRequest(ImageBlockRequest request) {
        return "%s, offset %d, size up to %d%s%s"
                .formatted(
                        image(request.image()),
                        request.fileOffset(),
                        request.maximumDataSize(),
                        node(request.requestNodeAddress()),
                        period(request.minimumBlockPeriod()));
    }

    private static String pageRequest(ImagePageRequest request) {
        return "%s, offset %d, size up to %d, page of %d every %d ms%s"
                .formatted(
                        image(request.image()),
                        request.fileOffset(),
                        request.maximumDataSize(),
                        request.pageSize(),
                        request.responseSpacing(),
                        node(request.requestNodeAddress()));
    }

    private static String waitForData(ImageBlockResponse.WaitForData wait) {
        return "WAIT_FOR_DATA, current time %d, request time %d (%s)%s"
                .formatted(
                        wait.currentTime(),
                        wait.requestTime(),
                        when(wait.currentTime(), wait.requestTime()),
                        period(wait.minimumBlockPeriod()));
    }

    private static String upgradeEnd(UpgradeEndResponse response) {
        String when = response.upgradeTime() == UpgradeEndResponse.WAIT
                ? "when told"
                : when(response.currentTime(), response.upgradeTime());
        return "%s, current time %d, upgrade time %d (%s)"
                .formatted(image(response.image()), response.currentTime(), response.upgradeTime(), when);
    }

    private static String when(long currentTime, long time) {
        if (time == currentTime) {
            return "now";
        }
        return currentTime == UpgradeEndResponse.NOW
                ? "in %d s".formatted(time)
                : "at " + new UtcTime(time).toInstant();
    }

    private static String success(ImageId image) {
        return "SUCCESS, " + image(image);
    }

    private static String image(ImageId image) {
        return "manufacturer %04X, type %04X, version %08X"
                .formatted(image.manufacturerCode(), image.imageType(), image.fileVersion());
    }

    private static String node(OptionalLong address) {
        return address.isPresent() ? ", node %016X".formatted(address.getAsLong()) : "";
    }

    private static String period(OptionalInt period) {
        return period.isPresent() ? ", block period %d".formatted(period.getAsInt()) : "";
    }
}

package io.hanproof.steps.monitor;

import io.hanproof.lab.Cursor;
import io.hanproof.lab.Timeline;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a device does, or never does, in every session. There is one device in a recording that judges a device. */
final class DeviceRules {
    static final List<StandingRule> ALL = List.of(
            StandingRule.of(
                    "never-activates-early",
                    "DEV-08",
                    "A device never runs an image before the time that the hub gave for it",
                    NeverActivatesEarly::new),
            StandingRule.of(
                    "same-image-throughout",
                    "DEV-04",
                    "Manufacturer code, image type and version never change within a transfer",
                    SameImageThroughout::new),
            StandingRule.of(
                    "blocks-lie-inside",
                    "DEV-04",
                    "Every block that a device asks for begins inside the image",
                    BlocksLieInside::new),
            StandingRule.of(
                    "version-only-by-activation",
                    "DEV-10",
                    "The firmware version changes only to that of an image that the hub has ordered to be activated",
                    VersionOnlyByActivation::new),
            StandingRule.of(
                    "silent-without-power",
                    "PWR-03",
                    "A device that is switched off sends nothing",
                    SilentWithoutPower::new),
            StandingRule.of(
                    "one-end-per-download",
                    "DEV-06",
                    "A device whose Upgrade End Request was answered with a time does not send another for the same download",
                    OneEndPerDownload::new),
            StandingRule.of(
                    "speaks-as-an-ota-client",
                    "SCO-06",
                    "What a device sends on the OTA cluster is what a client of it sends",
                    SpeaksAsAnOtaClient::new),
            StandingRule.of(
                    "one-answer-per-read",
                    "RDB-07",
                    "A device answers the DCC once each time that it is asked",
                    MessageWatches.OneResponsePerCommand::new));

    private static final long WAIT = UpgradeEndResponse.WAIT;
    private static final long NANOS = 1_000_000_000L;
    private static final long ANY_VERSION = 0xFFFF_FFFFL;

    private DeviceRules() {}

    /** When what a device was told comes due; never for one that is told to wait. */
    private static long due(OtaFrame response) {
        long delay = response.upgradeTime() - response.currentTime();
        return response.upgradeTime() == WAIT ? Long.MAX_VALUE : response.nanos() + Math.max(0, delay) * NANOS;
    }

    static final class NeverActivatesEarly extends Watch {
        private final Map<Long, Long> allowedFrom = new HashMap<>();
        private long held = -1;
        private long runs = -1;

        @Override
        void ota(OtaFrame frame) {
            switch (frame.command()) {
                case UpgradeEndRequest.ID -> {
                    if (frame.isSuccess()) {
                        held = frame.fileVersion();
                    }
                }
                case UpgradeEndResponse.ID -> {
                    long version = frame.fileVersion() == ANY_VERSION ? held : frame.fileVersion();
                    allowedFrom.put(version, due(frame));
                }
                default -> {}
            }
        }

        @Override
        void says(Eui64 device, long fileVersion, long nanos, int frame) {
            Long from = allowedFrom.get(fileVersion);
            if (from != null && fileVersion != runs) {
                if (broken(nanos < from)) {
                    found(
                            frame,
                            (from == Long.MAX_VALUE
                                            ? "runs %08X, and was told to wait"
                                            : "runs %08X before the time that was given for it")
                                    .formatted(fileVersion));
                }
            }
            runs = fileVersion;
        }
    }

    static final class SameImageThroughout extends Watch {
        private boolean offered;
        private int manufacturerCode;
        private int imageType;
        private long fileVersion;

        @Override
        void ota(OtaFrame frame) {
            switch (frame.command()) {
                case QueryNextImageResponse.ID -> {
                    offered = frame.isSuccess();
                    if (offered) {
                        manufacturerCode = frame.manufacturerCode();
                        imageType = frame.imageType();
                        fileVersion = frame.fileVersion();
                    }
                }
                case ImageBlockRequest.ID, ImagePageRequest.ID -> {
                    if (offered) {
                        boolean same = frame.manufacturerCode() == manufacturerCode
                                && frame.imageType() == imageType
                                && frame.fileVersion() == fileVersion;
                        if (broken(!same)) {
                            found(
                                    frame.number(),
                                    "asks for a block of %04X-%04X-%08X, offered was %04X-%04X-%08X"
                                            .formatted(
                                                    frame.manufacturerCode(),
                                                    frame.imageType(),
                                                    frame.fileVersion(),
                                                    manufacturerCode,
                                                    imageType,
                                                    fileVersion));
                        }
                    }
                }
                default -> {}
            }
        }
    }

    static final class BlocksLieInside extends Watch {
        private long size = -1;

        @Override
        void ota(OtaFrame frame) {
            switch (frame.command()) {
                case QueryNextImageResponse.ID -> size = frame.isSuccess() ? frame.sizeOrOffset() : size;
                case ImageBlockRequest.ID, ImagePageRequest.ID -> {
                    if (size >= 0) {
                        boolean inside = frame.sizeOrOffset() < size;
                        if (broken(!inside)) {
                            found(
                                    frame.number(),
                                    "asks for offset %d of %d octets".formatted(frame.sizeOrOffset(), size));
                        }
                    }
                }
                default -> {}
            }
        }
    }

    static final class VersionOnlyByActivation extends Watch {
        private final Set<Long> ordered = new HashSet<>();
        private long held = -1;
        private long runs = -1;

        @Override
        void ota(OtaFrame frame) {
            switch (frame.command()) {
                case UpgradeEndRequest.ID -> held = frame.isSuccess() ? frame.fileVersion() : held;
                case UpgradeEndResponse.ID -> {
                    long version = frame.fileVersion();
                    ordered.add(version == ANY_VERSION ? held : version);
                }
                default -> {}
            }
        }

        @Override
        void says(Eui64 device, long fileVersion, long nanos, int frame) {
            if (runs >= 0) {
                if (broken(!(fileVersion == runs || ordered.contains(fileVersion)))) {
                    found(
                            frame,
                            "runs %08X after %08X, and the hub gave no order for that".formatted(fileVersion, runs));
                }
            }
            runs = fileVersion;
        }
    }

    static final class SilentWithoutPower extends Watch {
        private final Set<Eui64> off = new HashSet<>();

        @Override
        void power(Eui64 node, boolean on) {
            if (on) {
                off.remove(node);
                tested();
            } else {
                off.add(node);
            }
        }

        @Override
        void frame(Cursor frame) {
            if (!off.isEmpty() && off.contains(frame.source())) {
                if (broken(true)) {
                    found(frame.number(), "sent at %s, switched off".formatted(Timeline.toInstant(frame.nanos())));
                }
            }
        }
    }

    static final class OneEndPerDownload extends Watch {
        private boolean ended;
        private long image = -1;

        @Override
        void ota(OtaFrame frame) {
            switch (frame.command()) {
                case ImageBlockResponse.ID -> ended = false;
                case UpgradeEndRequest.ID -> {
                    if (frame.isSuccess()) {
                        boolean again = ended && image == frame.fileVersion();
                        if (broken(again)) {
                            found(frame.number(), "ends the transfer of %08X again".formatted(frame.fileVersion()));
                        }
                        image = frame.fileVersion();
                    }
                }
                case UpgradeEndResponse.ID ->
                    ended = ended
                            || (frame.isDelivered() && frame.upgradeTime() != WAIT && frame.fileVersion() == image);
                case QueryNextImageResponse.ID -> ended = ended && !frame.isSuccess();
                default -> {}
            }
        }
    }

    static final class SpeaksAsAnOtaClient extends Watch {
        private static final int CLUSTER_SPECIFIC = 0b01;
        private static final int FRAME_TYPE = 0b11;
        private static final int FROM_SERVER = 0b1000;

        private final Set<Eui64> clients = new HashSet<>();

        @Override
        void ota(OtaFrame frame) {
            if (frame.command() == QueryNextImageRequest.ID) {
                clients.add(frame.source());
            }
        }

        @Override
        void frame(Cursor frame) {
            if (frame.cluster() != Cluster.OTA.id() || !clients.contains(frame.source()) || frame.zclLength() == 0) {
                return;
            }
            int control = frame.u8(0);
            if ((control & FRAME_TYPE) == CLUSTER_SPECIFIC && broken((control & FROM_SERVER) != 0)) {
                found(frame.number(), "sends what only a server of the OTA cluster sends");
            }
        }
    }
}

package io.hanproof.steps.monitor;

import io.hanproof.lab.Eui64;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a hub does, or never does, in every session. */
final class HubRules {
    static final List<StandingRule> ALL = List.of(
            StandingRule.of(
                    "never-more-than-asked",
                    "OTA-10",
                    "A block that a hub serves is of the offset that was asked for, and no longer than asked",
                    NeverMoreThanAsked::new),
            StandingRule.of(
                    "serves-what-it-offers",
                    "OTA-02",
                    "A hub serves no octet beyond the size of the image that it has offered",
                    ServesWhatItOffers::new),
            StandingRule.of(
                    "no-order-after-failure",
                    "OTA-15",
                    "A hub does not answer a transfer that failed with Upgrade End Response",
                    NoOrderAfterFailure::new),
            StandingRule.of(
                    "one-success-per-transfer",
                    "ALT-06",
                    "A hub reports the transfer of one image to one device as a success once",
                    OneSuccessPerTransfer::new),
            StandingRule.of(
                    "one-read-alert-per-update",
                    "RDB-06",
                    "A hub reports what a device runs once for each transfer that the device has ended",
                    OneReadAlertPerUpdate::new));

    private HubRules() {}

    private static final class NeverMoreThanAsked extends Watch {
        private static final class Asked {
            int sequence = -1;
            long offset;
            int atMost;
        }

        private final Map<Eui64, Asked> asked = new HashMap<>();
        private @Nullable Eui64 lastDevice;
        private Asked last = new Asked();

        @Override
        void ota(OtaFrame frame) {
            switch (frame.command()) {
                case ImageBlockRequest.ID -> {
                    var of = of(frame.source());
                    of.sequence = frame.sequence();
                    of.offset = frame.sizeOrOffset();
                    of.atMost = frame.dataSize();
                }
                case ImageBlockResponse.ID -> {
                    var of = of(frame.destination());
                    if (frame.isSuccess() && of.sequence == frame.sequence()) {
                        boolean asAsked = frame.sizeOrOffset() == of.offset && frame.dataSize() <= of.atMost;
                        if (broken(!asAsked)) {
                            found(
                                    frame.number(),
                                    "serves %d octets at offset %d, asked were %d at %d"
                                            .formatted(frame.dataSize(), frame.sizeOrOffset(), of.atMost, of.offset));
                        }
                    }
                }
                default -> {}
            }
        }

        /** Blocks come in runs for one device. */
        private Asked of(Eui64 device) {
            if (!device.equals(lastDevice)) {
                lastDevice = device;
                last = asked.computeIfAbsent(device, it -> new Asked());
            }
            return last;
        }
    }

    private static final class ServesWhatItOffers extends Watch {
        private record Offer(int manufacturerCode, int imageType, long fileVersion) {}

        private final Map<Offer, Long> sizes = new HashMap<>();

        @Override
        void ota(OtaFrame frame) {
            switch (frame.command()) {
                case QueryNextImageResponse.ID -> {
                    if (frame.isSuccess()) {
                        sizes.put(identity(frame), frame.sizeOrOffset());
                    }
                }
                case ImageBlockResponse.ID -> {
                    Long size = frame.isSuccess() ? sizes.get(identity(frame)) : null;
                    if (size != null) {
                        boolean inside = frame.sizeOrOffset() + frame.dataSize() <= size;
                        if (broken(!inside)) {
                            found(
                                    frame.number(),
                                    "serves %d octets at offset %d of %08X, offered were %d"
                                            .formatted(
                                                    frame.dataSize(), frame.sizeOrOffset(), frame.fileVersion(), size));
                        }
                    }
                }
                default -> {}
            }
        }

        private static Offer identity(OtaFrame frame) {
            return new Offer(frame.manufacturerCode(), frame.imageType(), frame.fileVersion());
        }
    }

    private static final class NoOrderAfterFailure extends Watch {
        private final Map<Eui64, Integer> failed = new HashMap<>();

        @Override
        void ota(OtaFrame frame) {
            switch (frame.command()) {
                case UpgradeEndRequest.ID -> {
                    if (frame.isSuccess()) {
                        failed.remove(frame.source());
                    } else {
                        failed.put(frame.source(), frame.sequence());
                        tested();
                    }
                }
                case UpgradeEndResponse.ID -> {
                    Integer sequence = failed.get(frame.destination());
                    if (sequence != null && sequence == frame.sequence()) {
                        if (broken(true)) {
                            found(frame.number(), "tells to activate what the device has refused");
                        }
                    }
                }
                default -> {}
            }
        }
    }

    private static final class OneSuccessPerTransfer extends Watch {
        private record Transfer(Eui64 device, long fileVersion) {}

        private final Set<Transfer> reported = new HashSet<>();

        @Override
        void wan(WanMessage message, int number) {
            if (message instanceof TransferAlert(var device, long version, var code)
                    && code == ImageResponseCode.FILE_TRANSFER_SUCCESS) {
                if (broken(!reported.add(new Transfer(device, version)))) {
                    found(number, "reports the transfer of %08X again".formatted(version));
                }
            }
        }

        @Override
        void delivered() {
            reported.clear();
        }
    }

    private static final class OneReadAlertPerUpdate extends Watch {
        private final Map<Eui64, Integer> ended = new HashMap<>();

        @Override
        void ota(OtaFrame frame) {
            if (frame.command() == UpgradeEndRequest.ID && frame.isSuccess()) {
                ended.merge(frame.source(), 1, Integer::sum);
            }
        }

        @Override
        void wan(WanMessage message, int number) {
            if (message instanceof ReadAlert alert) {
                int left = ended.merge(alert.device(), -1, Integer::sum);
                if (broken(left < 0)) {
                    found(number, "reports what a device runs once more than it has ended a transfer");
                }
            }
        }
    }
}

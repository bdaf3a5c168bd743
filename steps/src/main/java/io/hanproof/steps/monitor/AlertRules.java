package io.hanproof.steps.monitor;

import io.hanproof.image.OtaHeader;
import io.hanproof.lab.Entry;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.ContradictoryAlert;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policy;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a hub tells the DCC, or never tells it, in every session. */
final class AlertRules {
    static final List<StandingRule> ALL = List.of(
            StandingRule.of(
                    "one-success-per-transfer",
                    "ALT-06",
                    "A hub reports the transfer of one image to one device as a success once",
                    OneSuccessPerTransfer::new),
            StandingRule.of(
                    "one-outcome-per-transfer",
                    "ALT-02",
                    "A hub never reports one transfer of an image to a device as a success and as a failure",
                    OneOutcomePerTransfer::new),
            StandingRule.of(
                    "alerts-agree-with-themselves",
                    "ALT-02",
                    "The alert code of a hub's alert, its response code and its version go together",
                    AlertsAgreeWithThemselves::new),
            StandingRule.of(
                            "one-read-alert-per-update",
                            "RDB-06",
                            "A hub reports what a device runs once for each transfer that the device has ended",
                            OneReadAlertPerUpdate::new)
                    .under(it -> it.is(Policy.REPORTING, "off"))
                    .under(Baseline.BASELINE_2019),
            StandingRule.of(
                            "leaves-activation-to-the-device",
                            "ALT-09",
                            "A hub does not report what a device runs after an update: that is the device's to report",
                            LeavesActivationToTheDevice::new)
                    .under(it -> it.is(Policy.REPORTING, "off"))
                    .under(Baseline.BASELINE_2020),
            StandingRule.of(
                    "success-as-the-device-said",
                    "ALT-01",
                    "A hub reports a transfer as a success only when the device has ended it with SUCCESS",
                    SuccessAsTheDeviceSaid::new));

    private AlertRules() {}

    /** An image and one of the devices it is for. */
    private record Transfer(Eui64 device, long fileVersion) {}

    /** What is known of a transfer, and what was told of it. */
    private static final class Told {
        boolean ended;
        int unreported;
        boolean everSucceeded;
        boolean succeeded;
        boolean failed;

        /** Something happens that can have an outcome of its own. */
        void goOn() {
            ended = false;
            succeeded = false;
            failed = false;
        }

        void end(boolean success) {
            if (success && ended) {
                return; // asks for the answer again
            }
            goOn();
            if (success) {
                ended = true;
                unreported++;
            }
        }
    }

    /**
     * Watches transfers as they cross the HAN. One is over with the first Upgrade End Request that says SUCCESS, and another
     * begins when the image is delivered, offered or served again: one that is still pending may be fetched later.
     */
    private abstract static class WatchesTransfers extends Watch {
        private final Map<Transfer, Told> transfers = new HashMap<>();
        private @Nullable Eui64 lastDevice;
        private long lastVersion;
        private Told last = new Told();

        /** Blocks come in runs for one device. */
        final Told of(Eui64 device, long fileVersion) {
            if (fileVersion != lastVersion || !device.equals(lastDevice)) {
                last = transfers.computeIfAbsent(new Transfer(device, fileVersion), it -> new Told());
                lastDevice = device;
                lastVersion = fileVersion;
            }
            return last;
        }

        @Override
        final void ota(OtaFrame frame) {
            switch (frame.command()) {
                case QueryNextImageResponse.ID, ImageBlockResponse.ID -> {
                    if (frame.isSuccess()) {
                        of(frame.destination(), frame.fileVersion()).goOn();
                    }
                }
                case UpgradeEndRequest.ID ->
                    of(frame.source(), frame.fileVersion()).end(frame.isSuccess());
                default -> {}
            }
        }

        @Override
        final void delivered(Entry.RecordedDelivery delivery) {
            var header = OtaHeader.read(delivery.head());
            transfers.forEach((transfer, told) -> {
                boolean sameImage = !(header instanceof Decoded.Value<OtaHeader>(var read))
                        || read.image().fileVersion() == transfer.fileVersion();
                if (sameImage && delivery.targets().contains(transfer.device())) {
                    told.goOn();
                    told.everSucceeded = false;
                }
            });
        }

        /** No text says what a hub that was switched off still knows of what it has told. */
        @Override
        final void power(Eui64 node, boolean on) {
            if (transfers.keySet().stream().noneMatch(it -> it.device().equals(node))) {
                transfers.values().forEach(told -> {
                    told.goOn();
                    told.everSucceeded = false;
                });
            }
        }
    }

    /** ALT-06: the flow of S002:2110-2229 passes each device of the list once. */
    private static final class OneSuccessPerTransfer extends WatchesTransfers {
        @Override
        void wan(WanMessage message, int number) {
            if (message instanceof TransferAlert(var device, long version, var code)
                    && code == ImageResponseCode.FILE_TRANSFER_SUCCESS) {
                Told told = of(device, version);
                if (broken(told.unreported == 0 && told.everSucceeded)) {
                    found(number, "reports the transfer of %08X again".formatted(version));
                }
                told.unreported = Math.max(0, told.unreported - 1);
                told.everSucceeded = true;
            }
        }
    }

    /** S002:2132-2174: "File Transfer successful" has two ways out, 0x8F89 and 0x8F8A. */
    private static final class OneOutcomePerTransfer extends WatchesTransfers {
        @Override
        void wan(WanMessage message, int number) {
            if (message instanceof TransferAlert(var device, long version, var code)) {
                Told told = of(device, version);
                boolean success = code == ImageResponseCode.FILE_TRANSFER_SUCCESS;
                if (broken(success ? told.failed && told.ended : told.succeeded)) {
                    found(
                            number,
                            "reports %s of %08X, and has reported %s of the same transfer"
                                    .formatted(
                                            code.sourceName(),
                                            version,
                                            success
                                                    ? "a failure"
                                                    : ImageResponseCode.FILE_TRANSFER_SUCCESS.sourceName()));
                }
                told.succeeded |= success && told.ended;
                told.failed |= !success;
            }
        }
    }

    /** S002:2132-2174, 2234-2278: which code goes with which alert. */
    private static final class AlertsAgreeWithThemselves extends Watch {
        @Override
        void wan(WanMessage message, int number) {
            switch (message) {
                case TransferAlert it -> tested();
                case ReadAlert it -> tested();
                case ContradictoryAlert it -> {
                    if (broken(true)) {
                        found(number, "tells of %s: %s".formatted(it.device(), it.contradiction()));
                    }
                }
                case WanMessage.FirmwareDelivery it -> {}
                case WanMessage.Gbcs it -> {} // the words after it are the same alert
            }
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

    /** S004:7: the PPMID notifies upon activation. */
    private static final class LeavesActivationToTheDevice extends Watch {
        @Override
        void ota(OtaFrame frame) {
            if (frame.command() == UpgradeEndRequest.ID && frame.isSuccess()) {
                tested();
            }
        }

        @Override
        void wan(WanMessage message, int number) {
            if (message instanceof ReadAlert alert && broken(true)) {
                found(number, "reports what %s runs".formatted(alert.device()));
            }
        }
    }

    private static final class SuccessAsTheDeviceSaid extends Watch {
        private final Set<Transfer> ended = new HashSet<>();

        @Override
        void ota(OtaFrame frame) {
            if (frame.command() == UpgradeEndRequest.ID && frame.isSuccess()) {
                ended.add(new Transfer(frame.source(), frame.fileVersion()));
            }
        }

        @Override
        void wan(WanMessage message, int number) {
            if (message instanceof TransferAlert(var device, long version, var code)
                    && code == ImageResponseCode.FILE_TRANSFER_SUCCESS
                    && broken(!ended.contains(new Transfer(device, version)))) {
                found(number, "reports success of %08X, and the device has not said so".formatted(version));
            }
        }
    }
}

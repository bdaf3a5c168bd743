package io.hanproof.hub;

import static io.hanproof.hub.HubChanges.rewrites;
import static io.hanproof.hub.HubMisbehaviours.fault;

import io.hanproof.gbcs.AlertCode;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hubs that tell the DCC of transfers wrongly. */
final class ReportFaults {
    private ReportFaults() {}

    /** Which alerts about the image of an Upgrade End Request are kept back. */
    @FunctionalInterface
    private interface Which {
        boolean is(TransferAlert alert, HeldImage image, Target target);
    }

    static List<Misbehaviour<HubState, HubEvent, HubEffect>> all() {
        return List.of(
                fault(
                        "keeps-success-to-itself",
                        "does not report the success of an only device's first transfer",
                        "ALT-01 ALT-07 HCA-07 HCA-09",
                        keepsBack((alert, image, target) ->
                                isSuccess(alert) && image.targets().size() == 1 && !target.failureTold())),
                fault(
                        "keeps-failure-to-itself",
                        "does not report that a device ended its transfer with a failure",
                        "ALT-02 ALT-07 HCA-07 HCA-09",
                        keepsBack((alert, image, target) -> !isSuccess(alert))),
                fault(
                        "reports-the-first-device-only",
                        "reports a success once for each image",
                        "ALT-06 ALT-07",
                        keepsBack((alert, image, target) -> isSuccess(alert)
                                && image.targets().stream().anyMatch(it -> it.progress() instanceof Progress.Done))),
                fault(
                        "reports-one-outcome-for-each-device",
                        "does not report the success of a device whose failure it has reported",
                        "ALT-06",
                        keepsBack((alert, image, target) -> isSuccess(alert) && target.failureTold())),
                fault(
                                "reports-a-future-success-at-once",
                                "reports a success at the transfer and again at the activation time",
                                "ALT-08 ALT-06",
                                rewrites((effect, event, state, now) -> effect instanceof HubEffect.Book book
                                                && book.timer() instanceof HubTimer.Later(var later)
                                        ? List.of(later, book)
                                        : List.of(effect)))
                        .under("transfer-alert", "at-activation")
                        .underBaseline("2019"),
                fault(
                                "reports-a-future-success-late",
                                "reports a success an hour after the activation time",
                                "ALT-08",
                                rewrites((effect, event, state, now) -> effect instanceof HubEffect.Book book
                                                && book.timer() instanceof HubTimer.Later
                                                && book.at().isAfter(now)
                                        ? List.of(new HubEffect.Book(
                                                book.timer(), book.at().plus(Duration.ofHours(1))))
                                        : List.of(effect)))
                        .under("transfer-alert", "at-activation")
                        .underBaseline("2019"),
                fault(
                        "reports-a-success-as-a-failure-too",
                        "reports each transfer that a device has ended with success as a failure a minute later",
                        "ALT-02",
                        rewrites((effect, event, state, now) ->
                                effect instanceof HubEffect.Alert(TransferAlert alert, var seal) && isSuccess(alert)
                                        ? List.of(effect, later(failure(alert), now.plus(Duration.ofMinutes(1))))
                                        : List.of(effect))),
                fault(
                        "reports-a-mismatch-under-the-code-of-success",
                        "reports a hardware mismatch in an alert 0x8F8A",
                        "ALT-02 ALT-03 ALT-07 HCA-05 HCA-09",
                        HubChanges.tells(message -> message instanceof TransferAlert alert
                                        && alert.responseCode() == ImageResponseCode.HARDWARE_VERSION_MISMATCH
                                ? List.of(WanMessage.alert(
                                        AlertCode.FIRMWARE_TRANSFERRED.code(),
                                        alert.device(),
                                        Optional.of(alert.fileVersion()),
                                        alert.responseCode()))
                                : List.of(message))),
                fault(
                                "reports-activation-in-the-devices-place",
                                "tells the DCC ten minutes after a transfer what the device runs",
                                "ALT-09",
                                rewrites((effect, event, state, now) -> effect
                                                        instanceof HubEffect.Alert(TransferAlert alert, var seal)
                                                && isSuccess(alert)
                                        ? List.of(
                                                effect,
                                                later(
                                                        new ReadAlert(alert.device(), Optional.of(alert.fileVersion())),
                                                        now.plus(Duration.ofMinutes(10))))
                                        : List.of(effect)))
                        .underBaseline("2020"),
                fault(
                        "loses-an-image-without-a-word",
                        "does not report that an image was replaced before its device had it",
                        "BUF-18",
                        rewrites((effect, event, state, now) -> event instanceof HubEvent.ImageArrived(var delivery)
                                        && effect instanceof HubEffect.Alert alert
                                        && !delivery.targets().contains(alert.device())
                                ? List.of()
                                : List.of(effect))),
                fault(
                                "reports-a-lost-image-as-a-failure",
                                "reports an image that was replaced as one whose transfer failed",
                                "ALT-07",
                                HubChanges.tells(message -> message instanceof TransferAlert alert
                                                && alert.responseCode() == ImageResponseCode.IMAGE_DISCARDED
                                        ? List.of(new TransferAlert(
                                                alert.device(),
                                                alert.fileVersion(),
                                                ImageResponseCode.FILE_TRANSFER_FAILURE))
                                        : List.of(message)))
                        .underBaseline("2020"),
                fault(
                        "leaves-the-first-supplier-waiting",
                        "does not report that an image was replaced by another one for the same device",
                        "DUA-04",
                        rewrites((effect, event, state, now) -> event instanceof HubEvent.ImageArrived(var delivery)
                                        && effect instanceof HubEffect.Alert alert
                                        && delivery.targets().contains(alert.device())
                                ? List.of()
                                : List.of(effect))));
    }

    private static Mutation<HubState, HubEvent, HubEffect> keepsBack(Which which) {
        return rewrites((effect, event, state, now) -> {
            if (effect instanceof HubEffect.Alert(TransferAlert alert, var seal)
                    && event instanceof HubEvent.Asked(var from, var command)
                    && command instanceof UpgradeEndRequest end) {
                int index = state.indexOf(end.image(), from.address());
                var image = state.images().get(index);
                var target = image.targets().get(image.indexOf(from.address()));
                return which.is(alert, image, target) ? List.of() : List.of(effect);
            }
            return List.of(effect);
        });
    }

    private static HubEffect later(WanMessage message, Instant at) {
        return new HubEffect.Book(new HubTimer.Delayed(new HubEffect.Alert(message)), at);
    }

    private static TransferAlert failure(TransferAlert success) {
        return new TransferAlert(success.device(), success.fileVersion(), ImageResponseCode.FILE_TRANSFER_FAILURE);
    }

    private static boolean isSuccess(TransferAlert alert) {
        return alert.responseCode() == ImageResponseCode.FILE_TRANSFER_SUCCESS;
    }
}

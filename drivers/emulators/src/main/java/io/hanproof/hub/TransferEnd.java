package io.hanproof.hub;

import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Instant;
import java.util.ArrayList;

/**
 * Answers Upgrade End Request, tells the DCC, and sees to the activation: steps 7 to 11 of Appendix 3, 3 to 5 of
 * Appendix 4.
 */
record TransferEnd(HubRules rules, UpgradeList list) {

    void on(Turn turn, Peer from, UpgradeEndRequest end) {
        if (end.status().equals(ZclStatus.SUCCESS)) {
            succeeded(turn, from, end);
        } else {
            turn.want(new HubEffect.Default(from, Cluster.OTA.id(), end.id(), ZclStatus.SUCCESS));
            failed(turn, from, end.image());
        }
    }

    private void failed(Turn turn, Peer from, ImageId id) {
        int image = turn.state().indexOf(id, from.address());
        if (image != HeldImage.NONE) {
            int index = turn.state().images().get(image).indexOf(from.address());
            if (!turn.state().images().get(image).targets().get(index).isSettled()) {
                list.fail(turn, image, index);
            }
        }
    }

    /** A device that did not hear the answer asks again and gets it again; everything else happens once. */
    private void succeeded(Turn turn, Peer from, UpgradeEndRequest end) {
        int image = turn.state().indexOf(end.image(), from.address());
        if (image != HeldImage.NONE) {
            var held = turn.state().images().get(image);
            int index = held.indexOf(from.address());
            var target = held.targets().get(index);
            if (!(target.progress() instanceof Progress.Done)) {
                turn.become(image, index, target.with(new Progress.Done()));
                took(turn, from, held);
                return;
            }
        }
        for (var each : turn.state().taken()) {
            if (each.device().address().equals(from.address()) && each.image().equals(end.image())) {
                turn.answer(from, response(each, turn.now()));
                return;
            }
        }
        turn.want(new HubEffect.Default(from, Cluster.OTA.id(), end.id(), ZclStatus.ABORT));
    }

    private void took(Turn turn, Peer from, HeldImage held) {
        boolean byOta = HubRules.activatesByOta(held.useCase());
        boolean readsBack = byOta && rules.readBackDelay().isPresent();
        var taken = new Taken(
                turn.nextSerial(),
                from.unasked(),
                held.id(),
                held.useCase(),
                held.activation().filter(it -> it.isAfter(turn.now())).orElse(turn.now()),
                readsBack ? Taken.Reading.BOOKED : Taken.Reading.NEVER);
        remember(turn, taken);
        turn.answer(from, response(taken, turn.now()));
        var alert = new HubEffect.Alert(
                new TransferAlert(from.address(), held.id().fileVersion(), ImageResponseCode.FILE_TRANSFER_SUCCESS));
        if (byOta && rules.alertAtActivation()) {
            turn.book(new HubTimer.Later(alert), taken.activation());
        } else {
            turn.want(alert);
        }
        if (byOta && rules.hubIssued() && taken.activation().isAfter(turn.now())) {
            turn.book(new HubTimer.Order(taken.serial()), taken.activation());
        }
        if (readsBack) {
            turn.book(
                    new HubTimer.ReadBack(taken.serial()),
                    taken.activation().plus(rules.readBackDelay().get()));
        }
    }

    /** What the device took before no longer matters, unless it is still to be read back or ordered. */
    private static void remember(Turn turn, Taken one) {
        var all = new ArrayList<>(turn.state().taken());
        all.removeIf(it -> it.device().address().equals(one.device().address())
                && it.reading() == Taken.Reading.NEVER
                && !it.activation().isAfter(turn.now()));
        all.add(one);
        turn.become(turn.state().withTaken(all));
    }

    /** The time has come: under this reading the device waits for it. */
    void onOrder(Turn turn, HubTimer.Order order) {
        for (var each : turn.state().taken()) {
            if (each.serial() == order.taken()) {
                turn.answer(each.device(), activateNow(each.image(), turn.now()));
            }
        }
    }

    private UpgradeEndResponse response(Taken taken, Instant now) {
        long current = UtcTime.of(now).seconds();
        if (!HubRules.activatesByOta(taken.useCase())) {
            return new UpgradeEndResponse(ImageId.ANY, current, UpgradeEndResponse.WAIT);
        }
        if (!taken.activation().isAfter(now)) {
            return activateNow(taken.image(), now);
        }
        long upgrade = rules.hubIssued()
                ? UpgradeEndResponse.WAIT
                : UtcTime.of(taken.activation()).seconds();
        return new UpgradeEndResponse(taken.image(), current, upgrade);
    }

    private static UpgradeEndResponse activateNow(ImageId image, Instant now) {
        long current = UtcTime.of(now).seconds();
        return new UpgradeEndResponse(image, current, current);
    }
}

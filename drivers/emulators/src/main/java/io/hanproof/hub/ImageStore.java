package io.hanproof.hub;

import io.hanproof.image.Form;
import io.hanproof.image.ImageFile;
import io.hanproof.image.OtaImage;
import io.hanproof.image.Recipient;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.profile.DeviceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes images in from the WAN and gives them a block, by the rules for who may replace whom. */
record ImageStore(HubModel model, HubRules rules, UpgradeList list) {

    /** Steps 1 to 3 of Appendix 3; the same for the images of Appendix 4. */
    void arrive(Turn turn, FirmwareDelivery delivery) {
        Recipient recipient = HubRules.activatesByOta(delivery.useCase()) ? Recipient.DISPLAY : Recipient.METER;
        var inspection = ImageFile.inspect(delivery.upgradeImage(), Form.GB, recipient);
        var image = inspection.image();
        if (image.isEmpty() || image.get().served().length() > model.blockOctets()) {
            long version =
                    inspection.header().map(it -> it.image().fileVersion()).orElse(0L);
            refuse(turn, delivery, version);
            return;
        }
        var arrival = arrival(turn, delivery, image.get());
        switch (new Placement(model, rules, turn.state(), arrival, isForced(image.get()), turn.now()).decide()) {
            case Placement.Verdict.Into(int block, List<Integer> instead) -> {
                list.discard(turn, it -> instead.contains(it.serial()));
                store(turn, arrival.in(block));
            }
            case Placement.Verdict.Wait it -> {
                var waiting = new ArrayList<>(turn.state().waiting());
                waiting.add(delivery);
                turn.become(turn.state().withWaiting(waiting));
            }
            case Placement.Verdict.Refuse it ->
                refuse(turn, delivery, arrival.id().fileVersion());
        }
    }

    /** Step 10: an image that nobody is left to fetch makes room, and so perhaps does the end of a transfer. */
    void settle(Turn turn) {
        turn.become(turn.state().without(rules::covers));
        if (turn.state().waiting().isEmpty() || turn.state().isTransferring()) {
            return;
        }
        var waiting = turn.state().waiting();
        turn.become(turn.state().withWaiting(List.of()));
        for (var each : waiting) {
            arrive(turn, each);
        }
    }

    private void store(Turn turn, HeldImage image) {
        var more = new ArrayList<>(turn.state().images());
        more.add(image);
        turn.become(turn.state().withImages(more));
        rules.removal().ifPresent(it -> turn.bookIn(new HubTimer.Removal(image.serial()), it));
        if (!turn.state().isSuspended()) {
            list.notifyTargets(turn, image);
        }
    }

    /** A variant that was rejected: two days without a block served. */
    void onRemoval(Turn turn, HubTimer.Removal due) {
        list.discard(turn, it -> it.serial() == due.image() && !it.started());
    }

    private static void refuse(Turn turn, FirmwareDelivery delivery, long version) {
        for (var device : delivery.targets()) {
            turn.alert(device, version, ImageResponseCode.FILE_TRANSFER_FAILURE);
        }
    }

    private HeldImage arrival(Turn turn, FirmwareDelivery delivery, OtaImage image) {
        Optional<Instant> activation =
                rules.activationInImage() ? image.activation().flatMap(it -> it.instant()) : Optional.empty();
        return new HeldImage(
                turn.nextSerial(),
                0,
                kind(turn.state(), delivery),
                delivery.useCase(),
                image.id(),
                image.served(),
                image.header().hardware(),
                activation,
                turn.now(),
                false,
                delivery.targets().stream().distinct().map(Target::of).toList());
    }

    /** What the hub knows its devices to be; of a stranger it knows the use case only. */
    static DeviceKind kind(HubState state, FirmwareDelivery delivery) {
        for (var device : delivery.targets()) {
            var joined = state.devices().get(device);
            if (joined != null) {
                return joined.kind();
            }
        }
        return delivery.useCase() == UseCase.CS05C ? DeviceKind.PPMID : DeviceKind.ESME;
    }

    static boolean isForced(OtaImage image) {
        return image.signature().filter(it -> it.forceReplace() != 0).isPresent();
    }
}

package io.hanproof.hub;

import static io.hanproof.hub.HubMisbehaviours.fault;

import io.hanproof.image.Form;
import io.hanproof.image.ImageFile;
import io.hanproof.image.Recipient;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.profile.DeviceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hubs that keep, lose or replace images wrongly. */
final class StoreFaults {
    private static final int HALF_A_MEGABYTE = 524_288;
    private static final String OVERWRITE = "overwrite";
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private StoreFaults() {}

    /** Which arrivals a fault shows at. */
    @FunctionalInterface
    private interface Arrival {
        boolean is(DeviceKind kind, FirmwareDelivery delivery, HubState state);
    }

    static List<Misbehaviour<HubState, HubEvent, HubEffect>> all() {
        var all = new ArrayList<>(meters());
        all.addAll(displaysAndSwitches());
        all.addAll(workingGroup());
        all.addAll(pia());
        return all;
    }

    private static List<Misbehaviour<HubState, HubEvent, HubEffect>> meters() {
        return List.of(
                fault(
                        "has-small-blocks",
                        "has no room for an image of more than half a megabyte",
                        "BUF-01",
                        refuses((kind, delivery, state) ->
                                delivery.upgradeImage().length() > HALF_A_MEGABYTE)),
                fault(
                        "takes-a-switch-for-a-meter",
                        "refuses a meter's image while a switch's is in its block",
                        "BUF-03 BUF-05",
                        refuses((kind, delivery, state) -> kind.isMeter()
                                && state.images().stream().anyMatch(it -> it.kind() == DeviceKind.HCALCS))),
                fault(
                        "finds-room-for-a-third-image",
                        "keeps a display's image that a meter's has replaced",
                        "BUF-03 BUF-05",
                        keeps((kind, delivery, state) -> kind.isMeter() && !isStarted(state))),
                fault(
                        "replaces-with-room-left",
                        "gives a meter's image the block of a display's although the other one is free",
                        "BUF-05",
                        evicts((kind, delivery, state) -> kind.isMeter()
                                && state.images().size() == 1
                                && delivery.upgradeImage().length() < HALF_A_MEGABYTE)),
                fault(
                        "lets-a-display-finish",
                        "refuses a meter's image while a display's is being fetched",
                        "BUF-13",
                        refuses((kind, delivery, state) -> kind.isMeter() && isStarted(state))));
    }

    private static List<Misbehaviour<HubState, HubEvent, HubEffect>> displaysAndSwitches() {
        return List.of(
                fault(
                        "has-one-block-for-all-displays",
                        "replaces a display's image by that of another model although there is room",
                        "BUF-03",
                        evicts((kind, delivery, state) -> kind == DeviceKind.IHD)),
                fault(
                        "has-blocks-for-displays-and-switches-apart",
                        "keeps two images of displays and switches beside those of both meters",
                        "BUF-03",
                        keeps((kind, delivery, state) -> kind.isMeter()
                                && state.images().stream()
                                                .filter(it -> !it.kind().isMeter())
                                                .count()
                                        > 1)),
                fault(
                        "lets-the-older-image-win",
                        "refuses a switch's image while a display's is being fetched",
                        "BUF-06",
                        refuses((kind, delivery, state) ->
                                kind == DeviceKind.HCALCS && isStarted(state) && isFull(state))),
                fault(
                        "lets-the-older-version-win",
                        "refuses another image for a model whose image is being fetched",
                        "BUF-06",
                        refuses((kind, delivery, state) -> kind == DeviceKind.PPMID && isStarted(state))),
                fault(
                        "keeps-one-image-of-displays-and-switches",
                        "replaces the image that is being fetched although there is room",
                        "BUF-06",
                        evicts((kind, delivery, state) ->
                                kind == DeviceKind.HCALCS && isStarted(state) && !isFull(state))),
                fault(
                        "lets-the-first-supplier-win",
                        "refuses a second image for a model while nobody has begun to fetch the first",
                        "DUA-04",
                        refuses((kind, delivery, state) -> kind == DeviceKind.PPMID
                                && isFull(state)
                                && state.images().stream()
                                        .anyMatch(it -> it.kind() == DeviceKind.PPMID && !it.started()))),
                fault(
                                "uses-the-gas-meters-block",
                                "puts a switch's image into the GSME's block",
                                "BUF-04",
                                keeps((kind, delivery, state) -> kind == DeviceKind.HCALCS && !isFull(state)))
                        .under("memory-blocks", "esme-only"));
    }

    private static List<Misbehaviour<HubState, HubEvent, HubEffect>> workingGroup() {
        return List.of(
                fault(
                                "keeps-what-nobody-fetches",
                                "refuses a switch's image although nobody has begun to fetch the display's",
                                "BUF-07",
                                refuses((kind, delivery, state) ->
                                        kind == DeviceKind.HCALCS && !isStarted(state) && isFull(state)))
                        .under(OVERWRITE, "working-group"),
                fault(
                                "lets-the-newest-win-always",
                                "replaces an image that is being fetched by a switch's",
                                "BUF-07",
                                evicts((kind, delivery, state) -> kind == DeviceKind.HCALCS && isStarted(state)))
                        .under(OVERWRITE, "working-group"),
                fault(
                                "protects-a-started-image-from-meters",
                                "refuses a meter's image once a display has begun to fetch its own",
                                "BUF-07",
                                refuses((kind, delivery, state) -> kind.isMeter() && isStarted(state)))
                        .under(OVERWRITE, "working-group"));
    }

    private static List<Misbehaviour<HubState, HubEvent, HubEffect>> pia() {
        return List.of(
                fault(
                                "protects-what-nobody-has-tried-to-fetch",
                                "refuses a switch's image although nobody has tried to fetch the display's",
                                "BUF-09",
                                refuses((kind, delivery, state) ->
                                        kind == DeviceKind.HCALCS && !isStarted(state) && isFull(state)))
                        .under(OVERWRITE, "pia"),
                fault(
                                "replaces-in-the-middle-of-a-transfer",
                                "replaces an image that is crossing the HAN by a switch's",
                                "BUF-10",
                                evicts((kind, delivery, state) ->
                                        kind == DeviceKind.HCALCS && state.isTransferring() && !isForced(delivery)))
                        .under(OVERWRITE, "pia"),
                fault(
                                "forces-at-once",
                                "replaces an image that is crossing the HAN by one with the force-replace flag",
                                "BUF-11",
                                evicts((kind, delivery, state) -> state.isTransferring() && isForced(delivery)))
                        .under(OVERWRITE, "pia"),
                fault(
                                "lets-meters-in-at-once",
                                "replaces an image that is crossing the HAN by a meter's",
                                "BUF-12 BUF-14",
                                evicts((kind, delivery, state) -> kind.isMeter() && state.isTransferring()))
                        .under(OVERWRITE, "pia"),
                fault(
                                "waits-for-a-silent-device-for-ever",
                                "takes a transfer for under way however long the device has asked for nothing",
                                "BUF-14",
                                HubChanges.books(HubTimer.Stall.class, it -> it.plus(A_YEAR)))
                        .under(OVERWRITE, "pia"),
                fault(
                                "gives-a-silent-device-up-at-once",
                                "takes a transfer for over when the device has asked for nothing for half a minute",
                                "BUF-14",
                                endsSilentTransfers())
                        .under(OVERWRITE, "pia"));
    }

    private static Mutation<HubState, HubEvent, HubEffect> endsSilentTransfers() {
        return honest -> (event, state, now) -> event instanceof HubEvent.ImageArrived
                ? honest.on(
                        event, state.without(image -> image.targets().stream().anyMatch(it -> isSilent(it, now))), now)
                : honest.on(event, state, now);
    }

    private static boolean isSilent(Target target, Instant now) {
        return target.progress() instanceof Progress.Fetching(var seen, var page)
                && seen.plus(HALF_A_MINUTE).isBefore(now);
    }

    private static Mutation<HubState, HubEvent, HubEffect> refuses(Arrival which) {
        return honest -> (event, state, now) -> event instanceof HubEvent.ImageArrived(var delivery)
                        && which.is(ImageStore.kind(state, delivery), delivery, state)
                ? new Step<>(state.counted(), refusals(delivery))
                : honest.on(event, state, now);
    }

    private static List<HubEffect> refusals(FirmwareDelivery delivery) {
        return delivery.targets().stream()
                .<HubEffect>map(
                        it -> new HubEffect.Alert(new TransferAlert(it, 0, ImageResponseCode.FILE_TRANSFER_FAILURE)))
                .toList();
    }

    /** Keeps what the arriving image should have replaced. */
    private static Mutation<HubState, HubEvent, HubEffect> keeps(Arrival which) {
        return honest -> (event, state, now) -> {
            var step = honest.on(event, state, now);
            if (!(event instanceof HubEvent.ImageArrived(var delivery))
                    || !which.is(ImageStore.kind(state, delivery), delivery, state)) {
                return step;
            }
            var images = new ArrayList<>(step.state().images());
            for (var before : state.images()) {
                if (step.state().indexOf(before.serial()) == HeldImage.NONE) {
                    images.add(before);
                }
            }
            return new Step<>(step.state().withImages(images), step.effects());
        };
    }

    /** Replaces what no meter is the device of. */
    private static Mutation<HubState, HubEvent, HubEffect> evicts(Arrival which) {
        return honest -> (event, state, now) -> event instanceof HubEvent.ImageArrived(var delivery)
                        && which.is(ImageStore.kind(state, delivery), delivery, state)
                ? honest.on(event, state.without(it -> !it.kind().isMeter()), now)
                : honest.on(event, state, now);
    }

    /** Whether a block was served of an image that is no meter's. */
    private static boolean isStarted(HubState state) {
        return state.images().stream().anyMatch(it -> !it.kind().isMeter() && it.started());
    }

    private static boolean isFull(HubState state) {
        return state.images().size() > 1;
    }

    private static boolean isForced(FirmwareDelivery delivery) {
        return ImageFile.inspect(delivery.upgradeImage(), Form.GB, Recipient.METER)
                .image()
                .filter(ImageStore::isForced)
                .isPresent();
    }
}

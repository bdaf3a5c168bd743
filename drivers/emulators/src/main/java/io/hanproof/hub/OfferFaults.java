package io.hanproof.hub;

import static io.hanproof.hub.HubChanges.drops;
import static io.hanproof.hub.HubChanges.hears;
import static io.hanproof.hub.HubChanges.rewrites;
import static io.hanproof.hub.HubChanges.says;
import static io.hanproof.hub.HubChanges.when;
import static io.hanproof.hub.HubMisbehaviours.fault;

import io.hanproof.image.HardwareRange;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;

/** Hubs that notify or offer wrongly. */
final class OfferFaults {
    private static final QueryNextImageResponse NOTHING =
            new QueryNextImageResponse.Refused(ZclStatus.NO_IMAGE_AVAILABLE);

    private OfferFaults() {}

    static List<Misbehaviour<HubState, HubEvent, HubEffect>> all() {
        var all = new ArrayList<>(notifying());
        all.addAll(offering());
        all.addAll(matchingHardware());
        return all;
    }

    private static List<Misbehaviour<HubState, HubEvent, HubEffect>> notifying() {
        return List.of(
                fault(
                                "notifies-devices-that-are-not-listed",
                                "notifies every device of the kind that an image is for",
                                "OTA-01",
                                notifiesTheWholeKind())
                        .underBaseline("2019"),
                fault(
                        "leaves-devices-to-poll",
                        "sends no Image Notify when an image is for one device only",
                        "OTA-03 HCA-04 HCA-09",
                        rewrites((effect, event, state, now) -> isNotify(effect)
                                        && event instanceof HubEvent.ImageArrived(var delivery)
                                        && delivery.targets().size() == 1
                                ? List.of()
                                : List.of(effect))),
                fault(
                        "notifies-the-first-device-only",
                        "notifies the first device of the list and forgets the others",
                        "OTA-04",
                        rewrites((effect, event, state, now) -> isNotify(effect)
                                        && event instanceof HubEvent.ImageArrived(var delivery)
                                        && !((HubEffect.Send) effect)
                                                .to()
                                                .address()
                                                .equals(delivery.targets().getFirst())
                                ? List.of()
                                : List.of(effect))));
    }

    private static List<Misbehaviour<HubState, HubEvent, HubEffect>> offering() {
        return List.of(
                fault(
                        "gives-the-image-size-back-to-front",
                        "writes the image size of its offer with the most significant octet first",
                        "OTA-02",
                        says(
                                QueryNextImageResponse.Success.class,
                                it -> new QueryNextImageResponse.Success(
                                        it.image(),
                                        Integer.toUnsignedLong(Integer.reverseBytes((int) it.imageSize()))))),
                fault(
                        "offers-to-other-manufacturers",
                        "offers an image whatever manufacturer the query names",
                        "OTA-05",
                        asks((query, held) ->
                                new ImageId(held.manufacturerCode(), query.imageType(), query.fileVersion()))),
                fault(
                        "offers-to-other-models",
                        "offers an image whatever model the query names",
                        "OTA-05",
                        asks((query, held) ->
                                new ImageId(query.manufacturerCode(), held.imageType(), query.fileVersion()))),
                fault(
                        "says-nothing-without-an-image",
                        "does not answer a query before it ever had an image",
                        "OTA-09",
                        when(
                                (event, state) -> state.serial() == 0,
                                drops(HubChanges.saying(QueryNextImageResponse.class)))),
                fault(
                                "offers-what-the-device-runs",
                                "offers the version that the device runs already",
                                "OTA-20",
                                asks((query, held) -> query.withFileVersion(0)))
                        .under("offer", "newer"));
    }

    private static List<Misbehaviour<HubState, HubEvent, HubEffect>> matchingHardware() {
        return List.of(
                fault(
                        "leaves-the-upper-end-out",
                        "does not offer an image to the highest hardware version of its range",
                        "OTA-06",
                        refusesHardware((hardware, range) -> hardware.equals(range.maximum())
                                && !range.minimum().equals(range.maximum()))),
                fault(
                        "leaves-the-lower-end-out",
                        "does not offer an image to the lowest hardware version of its range",
                        "OTA-06",
                        refusesHardware((hardware, range) -> hardware.equals(range.minimum())
                                && !range.minimum().equals(range.maximum()))),
                fault(
                        "takes-a-range-of-one-for-none",
                        "offers an image that is for a single hardware version to nobody",
                        "OTA-06 HCA-05",
                        refusesHardware((hardware, range) -> range.minimum().equals(range.maximum()))),
                fault(
                        "compares-versions-without-revisions",
                        "does not offer an image to a revision within its range, only to its ends",
                        "OTA-06",
                        refusesHardware((hardware, range) -> !hardware.equals(range.minimum())
                                && !hardware.equals(range.maximum())
                                && range.minimum().version() + 1
                                        == range.maximum().version())),
                fault(
                        "offers-what-does-not-fit",
                        "reports the mismatch of hardware and offers the image all the same",
                        "OTA-07 HCA-05 HCA-09",
                        offersMisfits()),
                fault(
                        "keeps-a-mismatch-to-itself",
                        "does not tell the DCC that an image is not for a device's hardware",
                        "ALT-03 ALT-07 HCA-05 HCA-09",
                        HubChanges.tells(message -> message instanceof TransferAlert alert
                                        && alert.responseCode() == ImageResponseCode.HARDWARE_VERSION_MISMATCH
                                ? List.of()
                                : List.of(message))),
                fault(
                        "insists-on-a-hardware-version",
                        "offers nothing to a device that does not tell its hardware",
                        "OTA-08 HCA-05",
                        rewrites((effect, event, state, now) -> query(event)
                                                .filter(it -> it.hardware().isEmpty())
                                                .isPresent()
                                        && HubChanges.saying(QueryNextImageResponse.class)
                                                .test(effect)
                                ? List.of(new HubEffect.Send(((HubEffect.Send) effect).to(), NOTHING))
                                : List.of(effect))),
                fault(
                                "supposes-the-right-hardware",
                                "takes a device that does not tell its hardware for one that the image is for",
                                "OTA-08 HCA-05",
                                supposesHardware())
                        .under("hardware-version", "mandatory"));
    }

    private static Mutation<HubState, HubEvent, HubEffect> supposesHardware() {
        return hears(QueryNextImageRequest.class, (query, from, state) -> {
            for (var image : state.images()) {
                if (query.hardware().isEmpty() && image.indexOf(from.address()) != HeldImage.NONE) {
                    return new QueryNextImageRequest(
                            query.running(), image.hardware().map(HardwareRange::minimum));
                }
            }
            return query;
        });
    }

    private static Mutation<HubState, HubEvent, HubEffect> notifiesTheWholeKind() {
        return honest -> (event, state, now) -> {
            var step = honest.on(event, state, now);
            if (!(event instanceof HubEvent.ImageArrived(var delivery))) {
                return step;
            }
            var effects = new ArrayList<>(step.effects());
            var kind = ImageStore.kind(state, delivery);
            for (var effect : step.effects()) {
                if (isNotify(effect)) {
                    var send = (HubEffect.Send) effect;
                    state.devices().forEach((device, joined) -> {
                        if (joined.kind() == kind && !delivery.targets().contains(device)) {
                            var to = new Peer(
                                    device, joined.endpoint(), send.to().ownEndpoint(), Peer.UNASKED, true);
                            effects.add(new HubEffect.Send(to, send.command()));
                        }
                    });
                }
            }
            return new Step<>(step.state(), List.copyOf(effects));
        };
    }

    /** Answers a query that names this identity, where the device is listed for the image of that one. */
    private static Mutation<HubState, HubEvent, HubEffect> asks(BinaryOperator<ImageId> other) {
        return hears(QueryNextImageRequest.class, (query, from, state) -> {
            for (var image : state.images()) {
                if (image.indexOf(from.address()) != HeldImage.NONE) {
                    return new QueryNextImageRequest(other.apply(query.running(), image.id()), query.hardware());
                }
            }
            return query;
        });
    }

    private static Mutation<HubState, HubEvent, HubEffect> refusesHardware(
            BiPredicate<HardwareVersion, HardwareRange> which) {
        return rewrites((effect, event, state, now) -> {
            if (effect instanceof HubEffect.Send send
                    && send.command() instanceof QueryNextImageResponse.Success
                    && query(event).flatMap(QueryNextImageRequest::hardware).isPresent()) {
                var hardware =
                        query(event).flatMap(QueryNextImageRequest::hardware).get();
                for (var image : state.images()) {
                    if (image.indexOf(send.to().address()) != HeldImage.NONE
                            && image.hardware().isPresent()
                            && which.test(hardware, image.hardware().get())) {
                        return List.of(new HubEffect.Send(send.to(), NOTHING));
                    }
                }
            }
            return List.of(effect);
        });
    }

    private static Mutation<HubState, HubEvent, HubEffect> offersMisfits() {
        return rewrites((effect, event, state, now) -> {
            if (effect instanceof HubEffect.Send send
                    && send.command() instanceof QueryNextImageResponse.Refused
                    && query(event).isPresent()) {
                var query = query(event).get();
                for (var image : state.images()) {
                    if (image.indexOf(send.to().address()) != HeldImage.NONE
                            && image.isForModelOf(query.running())
                            && query.hardware().isPresent()
                            && !image.admits(query.hardware().get())) {
                        return List.of(new HubEffect.Send(
                                send.to(),
                                new QueryNextImageResponse.Success(
                                        image.id(), image.octets().length())));
                    }
                }
            }
            return List.of(effect);
        });
    }

    private static Optional<QueryNextImageRequest> query(HubEvent event) {
        return event instanceof HubEvent.Asked(var from, var command) && command instanceof QueryNextImageRequest query
                ? Optional.of(query)
                : Optional.empty();
    }

    private static boolean isNotify(HubEffect effect) {
        return HubChanges.saying(ImageNotify.class).test(effect);
    }
}

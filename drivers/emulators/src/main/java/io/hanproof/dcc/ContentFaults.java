package io.hanproof.dcc;

import static io.hanproof.dcc.DccChanges.isResponse;
import static io.hanproof.dcc.DccChanges.keeps;
import static io.hanproof.dcc.DccChanges.reads;
import static io.hanproof.dcc.DccChanges.refuses;
import static io.hanproof.dcc.DccChanges.under;
import static io.hanproof.dcc.DccMisbehaviours.fault;

import io.hanproof.cpl.Cpl;
import io.hanproof.cpl.CplEntry;
import io.hanproof.dcc.Books.Kind;
import io.hanproof.dcc.DccRules.Reading;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceRequest.Distribution;
import io.hanproof.duis.ServiceRequest.UpdateFirmware;
import io.hanproof.duis.ServiceRequest.UpdateInventory;
import io.hanproof.duis.ServiceRequest.UpdatePpmidFirmware;
import io.hanproof.image.OtaImage;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** DCCs that look for what they should not in images and entries, or do not look at what they should. */
final class ContentFaults {
    private static final int SIGNATURE = 32;
    /** Where hanproof's own firmware says what it is: 1 a first part, 2 a last one. */
    private static final int ROLE_AT = 8;

    private static final Set<Integer> PARTS = Set.of(1, 2);

    private ContentFaults() {}

    static List<Misbehaviour<DccState, DccEvent, DccEffect>> all() {
        return List.of(
                fault(
                        "goes-by-the-version-of-an-entry-without-a-hash",
                        "takes an entry that carries no hash for one of every image of its version",
                        "CPL-01",
                        honest -> (event, state, now) -> honest.on(event, hashesFilledIn(event, state), now)),
                fault(
                        "takes-up-no-hash",
                        "does not see that a hash has been added to an entry",
                        "CPL-01",
                        reads(ContentFaults::withoutAdded)),
                fault(
                        "checks-the-manufacturers-signature",
                        "refuses an image that does not end in the signature of its manufacturer, listed or not",
                        "DSP-12",
                        refuses(
                                RequestFault.HASH_NOT_LISTED,
                                (request, user) -> request instanceof UpdatePpmidFirmware
                                        && image(request)
                                                .filter(it -> !isSigned(it.served()))
                                                .isPresent())),
                fault(
                        "takes-parts-that-are-not-listed",
                        "takes a part of an upgrade for listed, whatever its hash",
                        "CPL-10",
                        honest -> (event, state, now) -> honest.on(event, partsListed(event, state), now)),
                fault(
                                "wants-an-activation-date-time",
                                "refuses an image for displays without an activation date-time behind it",
                                "SR-04",
                                refuses(
                                        RequestFault.IMAGE_MALFORMED,
                                        (request, user) -> request instanceof UpdatePpmidFirmware
                                                && image(request)
                                                        .filter(it ->
                                                                it.activation().isEmpty())
                                                        .isPresent()))
                        .underBaseline("2019"),
                fault(
                                "maps-no-firmware-to-a-gbcs-version",
                                "leaves a device its GBCS version, whatever firmware is recorded for it",
                                "SMI-08",
                                keeps(ContentFaults::withGbcsBefore))
                        .underBaseline("2019"),
                fault(
                                "records-listed-versions-only",
                                "leaves the inventory as it is when a device answers with firmware that is on no list",
                                "LOC-03",
                                keeps(ContentFaults::withListedVersions))
                        .underBaseline("2020"),
                fault(
                                "records-no-read-of-a-display",
                                "leaves the inventory as it is when a display answers SR 11.2",
                                "LOC-03",
                                keeps(ContentFaults::withDisplaysBefore))
                        .underBaseline("2020"),
                fault(
                        "updates-displays-by-sr-11.1",
                        "takes SR 11.1 for displays, too",
                        "SR-09",
                        under(it -> it.with(Reading.SR_11_1_FOR_DISPLAYS, true))),
                fault(
                                "updates-no-displays-by-sr-11.1",
                                "takes SR 11.1 for no display",
                                "SR-09",
                                under(it -> it.with(Reading.SR_11_1_FOR_DISPLAYS, false)))
                        .under("display-request", "sr-11.1"),
                fault(
                                "counts-displays-with-load-switches",
                                "has one count of SR 11.1 for all devices",
                                "SR-09",
                                countingDisplays(now -> List.of(now)))
                        .under("display-request", "sr-11.1"),
                fault(
                                "counts-no-displays",
                                "counts SR 11.1 for meters and load switches only",
                                "SR-09",
                                countingDisplays(now -> List.of()))
                        .under("display-request", "sr-11.1"));
    }

    /** Has that count of requests for displays after each SR 11.1, whatever it is for. */
    private static Mutation<DccState, DccEvent, DccEffect> countingDisplays(Function<Instant, List<Instant>> times) {
        return keeps((before, after, event, now) -> event instanceof DccEvent.Requested(var user, UpdateFirmware it)
                ? after.with(after.traffic().withRequests(new Kind(user, Access.DISPLAYS_BY_SR_11_1), times.apply(now)))
                : after);
    }

    private static Optional<OtaImage> image(ServiceRequest request) {
        return request instanceof Distribution it ? ImageFaults.image(it) : Optional.empty();
    }

    private static DccState hashesFilledIn(DccEvent event, DccState state) {
        if (!(event instanceof DccEvent.Requested(var user, var request))) {
            return state;
        }
        return image(request)
                .map(image -> state.books()
                        .cpl()
                        .changed(it -> it.hash().isEmpty() && it.firmware().equals(image.id())
                                ? it.withHash(Optional.of(image.sha256()))
                                : it))
                .map(it -> state.with(state.books().with(it)))
                .orElse(state);
    }

    private static Cpl withoutAdded(Cpl cpl, Cpl before) {
        return cpl.changed(
                it -> before.entries().contains(it.withHash(Optional.empty())) ? it.withHash(Optional.empty()) : it);
    }

    private static DccState partsListed(DccEvent event, DccState state) {
        if (!(event instanceof DccEvent.Requested(var user, Distribution request))) {
            return state;
        }
        var part = image(request)
                .filter(it -> PARTS.contains(it.manufacturerImage().u8(ROLE_AT)));
        var device = state.books().inventory().find(request.devices().getFirst());
        if (part.isEmpty() || device.isEmpty()) {
            return state;
        }
        var entry = CplEntry.of(
                device.get().type().name(),
                part.get().id(),
                device.get().hardwareVersion(),
                part.get().sha256());
        return state.with(state.books().with(state.books().cpl().plus(entry)));
    }

    private static DccState withGbcsBefore(DccState before, DccState after, DccEvent event, Instant now) {
        if (!(event instanceof DccEvent.Requested(var user, UpdateInventory request))) {
            return after;
        }
        var device = after.books().inventory().find(request.device());
        var known = before.books().inventory().find(request.device());
        return device.isPresent() && known.isPresent()
                ? after.with(
                        after.books().with(device.get().withGbcs(known.get().gbcsVersion())))
                : after;
    }

    private static DccState withListedVersions(DccState before, DccState after, DccEvent event, Instant now) {
        var state = after;
        if (!(event instanceof DccEvent.Heard)) {
            return state;
        }
        for (var each : after.books().inventory().values()) {
            var known = before.books().inventory().find(each.id());
            boolean listed =
                    after
                            .books()
                            .cpl()
                            .ofProduct(each.manufacturerCode(), each.model(), each.hardwareVersion())
                            .stream()
                            .anyMatch(it -> each.firmwareVersion().equals(Optional.of(it.firmwareVersion())));
            if (known.isPresent() && !listed) {
                state = state.with(state.books().with(known.get()));
            }
        }
        return state;
    }

    private static DccState withDisplaysBefore(DccState before, DccState after, DccEvent event, Instant now) {
        var state = after;
        if (isResponse(event)) {
            for (var each : before.books().inventory().values()) {
                if (each.type().isDisplay()) {
                    state = state.with(state.books().with(each));
                }
            }
        }
        return state;
    }

    /** As hanproof's own firmware is signed: by the SHA-256 of all before it, the header included. */
    private static boolean isSigned(Octets image) {
        int signed = image.length() - SIGNATURE;
        return signed >= 0
                && image.slice(signed, SIGNATURE).equals(image.slice(0, signed).sha256());
    }
}

package io.hanproof.dcc;

import static io.hanproof.dcc.DccChanges.answers;
import static io.hanproof.dcc.DccChanges.refuses;
import static io.hanproof.dcc.DccChanges.under;
import static io.hanproof.dcc.DccMisbehaviours.fault;

import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceRequest.Distribution;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.ServiceResponse.Accepted;
import io.hanproof.duis.ServiceResponse.Refused;
import io.hanproof.image.ActivationDateTime;
import io.hanproof.image.Form;
import io.hanproof.image.ImageFile;
import io.hanproof.image.OtaImage;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** DCCs that take images that they should not, or refuse those that they should take. */
final class ImageFaults {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    private ImageFaults() {}

    static List<Misbehaviour<DccState, DccEvent, DccEffect>> all() {
        return List.of(
                fault(
                        "looks-for-no-hash-on-the-list",
                        "goes on with an image whose hash is on no entry",
                        "CPL-01 CPL-10 CPL-15 DSP-02 DSP-03",
                        honest -> (event, state, now) -> honest.on(event, CplFaults.listing(event, state), now)),
                fault(
                        "delivers-what-it-refuses",
                        "refuses an image whose hash is on no entry, and delivers it all the same",
                        "CPL-01 CPL-10 CPL-15 DSP-02 DSP-03",
                        honest -> (event, state, now) -> {
                            var refusal = honest.on(event, state, now);
                            if (refusal.effects().stream().noneMatch(ImageFaults::refusesUnlisted)) {
                                return refusal;
                            }
                            var delivery = honest.on(event, CplFaults.listing(event, state), now);
                            return new Step<>(
                                    delivery.state(),
                                    Stream.concat(
                                                    refusal.effects().stream(),
                                                    delivery.effects().stream()
                                                            .filter(DccEffect.Deliver.class::isInstance))
                                            .toList());
                        }),
                fault(
                        "takes-an-octet-too-many",
                        "takes an image that is one octet too large",
                        "DSP-01",
                        under(it ->
                                it.with(it.limits().withLargestImage(it.limits().largestImage() + 1)))),
                fault(
                        "takes-an-octet-too-few",
                        "refuses the largest image that it should take",
                        "DIS-13 DSP-01",
                        under(it ->
                                it.with(it.limits().withLargestImage(it.limits().largestImage() - 1)))),
                fault(
                                "draws-the-inclusive-line-too-far",
                                "takes an image of more than 750 000 octets",
                                "DSP-01",
                                under(it -> it.with(
                                        it.limits().withLargestImage(it.limits().largestImage() + 1))))
                        .under("image-limit", "750000-inclusive"),
                fault(
                                "draws-the-inclusive-line-too-near",
                                "refuses an image of exactly 750 000 octets",
                                "DSP-01",
                                under(it -> it.with(
                                        it.limits().withLargestImage(it.limits().largestImage() - 1))))
                        .under("image-limit", "750000-inclusive"),
                fault(
                                "draws-the-line-of-1024-too-far",
                                "takes an image of 768 000 octets",
                                "DSP-01",
                                under(it -> it.with(
                                        it.limits().withLargestImage(it.limits().largestImage() + 1))))
                        .under("image-limit", "768000"),
                fault(
                                "draws-the-line-of-1024-too-near",
                                "takes KB for 1000 octets",
                                "DSP-01",
                                under(it -> it.with(it.limits().withLargestImage(749_999))))
                        .under("image-limit", "768000"),
                fault(
                                "draws-a-line-where-there-is-none",
                                "refuses an image of more than 750 000 octets",
                                "DSP-01",
                                under(it -> it.with(it.limits().withLargestImage(750_000))))
                        .under("image-limit", "none"),
                fault(
                        "hashes-the-activation-date-time",
                        "calculates the hash over the Manufacturer Image and what follows it",
                        "DSP-02 FRG-05 NOT-01 SR-01 SR-03 SR-05",
                        refuses(RequestFault.HASH_NOT_LISTED, (request, user) -> isFutureDated(request))),
                fault(
                        "takes-what-is-no-image",
                        "says that it has accepted what it cannot read",
                        "SR-03",
                        answers(it ->
                                it.equals(new Refused(RequestFault.IMAGE_MALFORMED)) ? new Accepted(List.of()) : it)),
                fault(
                                "takes-a-date-for-a-fault",
                                "refuses an image with an activation date-time behind it",
                                "DSP-02 FRG-05 NOT-01 SR-01 SR-03 SR-05",
                                refuses(RequestFault.IMAGE_MALFORMED, (request, user) -> isFutureDated(request)))
                        .underBaseline("2019"),
                fault(
                                "takes-31-days",
                                "takes an activation date-time 31 days ahead",
                                "SR-05",
                                under(it -> it.with(it.limits()
                                        .withFurthestActivation(
                                                it.limits().furthestActivation().plus(DAY)))))
                        .underBaseline("2019"),
                fault(
                                "takes-less-than-30-days",
                                "refuses an activation date-time 30 days ahead",
                                "SR-05",
                                under(it -> it.with(it.limits()
                                        .withFurthestActivation(
                                                it.limits().furthestActivation().minus(SECOND)))))
                        .underBaseline("2019"));
    }

    private static boolean refusesUnlisted(DccEffect effect) {
        return effect instanceof DccEffect.Tell(var user, ServiceResponse(var to, Refused(var fault)))
                && fault == RequestFault.HASH_NOT_LISTED;
    }

    static boolean isFutureDated(ServiceRequest request) {
        return request instanceof Distribution it && activation(it).isPresent();
    }

    /** When the image is to be activated; absent where that is now. */
    static Optional<Instant> activation(Distribution request) {
        return image(request).flatMap(OtaImage::activation).flatMap(ActivationDateTime::instant);
    }

    static Optional<OtaImage> image(Distribution request) {
        try {
            var octets = Octets.copyOf(Base64.getDecoder().decode(request.firmwareImage()));
            return ImageFile.inspect(octets, Form.GB).image();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

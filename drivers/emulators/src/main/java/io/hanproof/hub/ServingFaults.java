package io.hanproof.hub;

import static io.hanproof.hub.HubChanges.hears;
import static io.hanproof.hub.HubChanges.rewrites;
import static io.hanproof.hub.HubMisbehaviours.fault;

import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetWriter;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Hubs that serve blocks, pages or the time wrongly. */
final class ServingFaults {
    private static final int SIXTEEN = 16;
    private static final int A_FEW_BLOCKS = 400;
    private static final int LARGEST_BLOCK = 48;
    private static final int FAR = 1024;
    private static final int SECONDS_OF_AN_HOUR = 3600;
    private static final ImageBlockResponse WAIT =
            new ImageBlockResponse.WaitForData(0, Duration.ofMinutes(1).toSeconds(), OptionalInt.of(0));

    private ServingFaults() {}

    static List<Misbehaviour<HubState, HubEvent, HubEffect>> all() {
        return List.of(
                fault(
                                "serves-the-activation-time-too",
                                "sends the activation date-time after the last block, as if it were of the image",
                                "OTA-02 OTA-10",
                                servesTheActivationTime())
                        .underBaseline("2019"),
                fault(
                        "sends-more-than-asked-for",
                        "answers a request for less than sixteen octets with sixteen",
                        "OTA-10",
                        hears(
                                ImageBlockRequest.class,
                                (it, from, state) -> it.maximumDataSize() < SIXTEEN ? sized(it, SIXTEEN) : it)),
                fault(
                        "sends-too-much-once",
                        "sends an octet more than asked for, and the right number when asked again",
                        "OTA-10",
                        sendsTooMuchOnce()),
                fault(
                        "leaves-a-request-unanswered",
                        "does not answer one block request, but the same when asked again",
                        "OTA-10",
                        HubScripts.loses(size -> A_FEW_BLOCKS, 1)),
                fault(
                        "refuses-requests-for-large-blocks",
                        "refuses requests for more octets than a secured frame carries, but for the first",
                        "OTA-10",
                        refuses((request, fetching) -> fetching && request.maximumDataSize() > LARGEST_BLOCK)),
                fault(
                        "does-not-go-back-to-the-start",
                        "refuses the first block once a device has gone on",
                        "OTA-10",
                        refuses((request, fetching) -> fetching && request.fileOffset() == 0)),
                fault(
                        "does-not-skip-ahead",
                        "refuses a block that lies far ahead of the last one it served",
                        "OTA-10",
                        refusesFarBlocks()),
                fault(
                        "sends-the-first-block-of-a-page-only",
                        "takes a page request for a block request",
                        "OTA-10",
                        HubChanges.drops(effect -> effect instanceof HubEffect.Book(var timer, var at)
                                && timer instanceof HubTimer.PageBlock)),
                fault(
                        "tells-the-time-of-another-zone",
                        "answers a read of its Time attribute with the time an hour from now",
                        "OTA-14",
                        tellsTheWrongTime()),
                fault(
                        "serves-on-in-limited-duty-cycle",
                        "takes a limited duty cycle for a normal one",
                        "SGZ-01",
                        serving(state -> state.dutyCycle() == DutyCycle.LIMITED)),
                fault(
                        "serves-on-in-critical-duty-cycle",
                        "takes a critical duty cycle for a normal one",
                        "SGZ-01",
                        serving(state -> state.dutyCycle() == DutyCycle.CRITICAL)),
                fault(
                        "never-resumes-after-a-suspension",
                        "does not notice that the duty cycle is normal again",
                        "SGZ-01",
                        hears(event -> event instanceof HubEvent.DutyCycleTurned
                                ? new HubEvent.DutyCycleTurned(DutyCycle.CRITICAL)
                                : event)),
                fault(
                                "serves-two-images-at-once",
                                "serves the second image while the first is crossing the HAN",
                                "BUF-20",
                                servesOneAsIfAlone())
                        .under("parallel", "one-at-a-time"),
                fault(
                        "serves-one-image-at-a-time",
                        "lets every device wait while another image is crossing the HAN",
                        "BUF-20",
                        servesTheFirstOnly()));
    }

    private static Mutation<HubState, HubEvent, HubEffect> servesTheActivationTime() {
        return rewrites((effect, event, state, now) -> {
            if (effect instanceof HubEffect.Send send && send.command() instanceof ImageBlockResponse.Success block) {
                int index = state.indexOf(block.image(), send.to().address());
                var image = state.images().get(index);
                int end = image.octets().length();
                if (image.activation().isPresent()
                        && block.fileOffset() + block.data().length() == end) {
                    var time = new OctetWriter(4)
                            .u32(UtcTime.of(image.activation().get()).seconds())
                            .toOctets();
                    return List.of(
                            send,
                            new HubEffect.Send(
                                    send.to(),
                                    new ImageBlockResponse.Success(block.image(), end, time),
                                    send.acknowledged()));
                }
            }
            return List.of(effect);
        });
    }

    /** Which block requests are refused, of a device that is fetching or one that is not yet. */
    private static Mutation<HubState, HubEvent, HubEffect> refuses(BiPredicate<ImageBlockRequest, Boolean> which) {
        return honest -> (event, state, now) -> event instanceof HubEvent.Asked(var from, var command)
                        && command instanceof ImageBlockRequest request
                        && which.test(request, isFetching(state, from.address()))
                ? refusal(from, request, state)
                : honest.on(event, state, now);
    }

    /** Remembers by itself that it has been wrong. */
    private static Mutation<HubState, HubEvent, HubEffect> sendsTooMuchOnce() {
        return honest -> {
            var once = new Countdown(1);
            return hears(
                            ImageBlockRequest.class,
                            (it, from, state) -> it.fileOffset() >= A_FEW_BLOCKS && once.next()
                                    ? sized(it, it.maximumDataSize() + 1)
                                    : it)
                    .of(honest);
        };
    }

    /** Keeps a place for each device, of its own, that no state of the honest hub has. */
    private static Mutation<HubState, HubEvent, HubEffect> refusesFarBlocks() {
        return honest -> {
            Map<Eui64, Long> places = new HashMap<>();
            return (event, state, now) -> {
                if (event instanceof HubEvent.Asked(var from, var command)
                        && command instanceof ImageBlockRequest request) {
                    if (request.fileOffset() > places.getOrDefault(from.address(), 0L) + FAR) {
                        return refusal(from, request, state);
                    }
                    places.put(from.address(), request.fileOffset());
                }
                return honest.on(event, state, now);
            };
        };
    }

    private static Mutation<HubState, HubEvent, HubEffect> tellsTheWrongTime() {
        return rewrites((effect, event, state, now) ->
                effect instanceof HubEffect.Tell(var to, var cluster, var told) && cluster == Cluster.TIME.id()
                        ? List.of(new HubEffect.Tell(
                                to,
                                cluster,
                                new ReadAttributesResponse(told.answers().stream()
                                        .map(ServingFaults::anHourOn)
                                        .toList())))
                        : List.of(effect));
    }

    private static ReadAttributesResponse.Answer anHourOn(ReadAttributesResponse.Answer answer) {
        return answer instanceof ReadAttributesResponse.Held(var id, AttributeValue.Number number) && id == 0
                ? new ReadAttributesResponse.Held(
                        id, new AttributeValue.Number(number.type(), number.value() + SECONDS_OF_AN_HOUR))
                : answer;
    }

    private static Mutation<HubState, HubEvent, HubEffect> serving(Predicate<HubState> inspite) {
        return honest -> (event, state, now) -> {
            if (isBlockRequest(event) && inspite.test(state)) {
                var step = honest.on(event, state.with(DutyCycle.NORMAL), now);
                return new Step<>(step.state().with(state.dutyCycle()), step.effects());
            }
            return honest.on(event, state, now);
        };
    }

    /** Looks at the image that is asked for as if it were the only one. */
    private static Mutation<HubState, HubEvent, HubEffect> servesTheFirstOnly() {
        return honest -> (event, state, now) -> event instanceof HubEvent.Asked(var from, var command)
                        && command instanceof ImageBlockRequest request
                        && isAnotherFetched(state, from.address(), request)
                ? new Step<>(state, List.of(new HubEffect.Send(from, WAIT)))
                : honest.on(event, state, now);
    }

    private static boolean isAnotherFetched(HubState state, Eui64 device, ImageBlockRequest request) {
        int image = state.indexOf(request.image(), device);
        return image != HeldImage.NONE
                && !state.images().get(image).isFetched()
                && state.images().stream().anyMatch(HeldImage::isFetched);
    }

    private static Mutation<HubState, HubEvent, HubEffect> servesOneAsIfAlone() {
        return honest -> (event, state, now) -> {
            if (event instanceof HubEvent.Asked(var from, var command) && command instanceof ImageBlockRequest) {
                var alone = honest.on(event, state.without(it -> it.indexOf(from.address()) == HeldImage.NONE), now);
                return new Step<>(state, alone.effects());
            }
            return honest.on(event, state, now);
        };
    }

    private static ImageBlockRequest sized(ImageBlockRequest request, int octets) {
        return ImageBlockRequest.of(request.image(), request.fileOffset(), octets);
    }

    private static boolean isFetching(HubState state, Eui64 device) {
        for (var image : state.images()) {
            int index = image.indexOf(device);
            if (index != HeldImage.NONE && image.targets().get(index).isFetching()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlockRequest(HubEvent event) {
        return event instanceof HubEvent.Asked(var from, var command) && command instanceof ImageBlockRequest;
    }

    private static Step<HubState, HubEffect> refusal(Peer from, ImageBlockRequest request, HubState state) {
        return new Step<>(
                state, List.of(new HubEffect.Default(from, Cluster.OTA.id(), request.id(), ZclStatus.INVALID_FIELD)));
    }
}

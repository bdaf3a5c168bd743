package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.octets.Octets;
import io.hanproof.steps.AnswerWords.Instruction;
import io.hanproof.steps.AnswerWords.Offer;
import io.hanproof.steps.AnswerWords.ReadWhat;
import io.hanproof.steps.AnswerWords.Serving;
import io.hanproof.steps.Words.Displays;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.DefaultResponse;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.TimeAttribute;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;

/** Judges a hub by what it sent to the HAN, as recorded. */
final class HubJudge {
    /** How long a hub may take to answer on the HAN. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** How long after an image's arrival a hub may notify. */
    private static final Duration NOTIFY = Duration.ofMinutes(1);

    /** How long we watch for what must not happen. */
    private static final Duration WATCH = Duration.ofMinutes(1);

    /** ZigBee times are whole seconds. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world;

    HubJudge(World world) {
        this.world = world;
    }

    void offers(Offer offer) {
        var answer = answer(QueryNextImageResponse.class, "Query Next Image Response");
        if (!(answer.message() instanceof QueryNextImageResponse.Success(var image, long imageSize))) {
            fail("expected an offer, saw %s (frame %d)".formatted(answer.message(), answer.number()));
            return;
        }
        switch (offer) {
            case Offer.Image(var firmware) -> {
                if (image.fileVersion() != world.version(firmware)) {
                    fail("expected image %s (%08X) to be offered, saw %s (frame %d)"
                            .formatted(firmware, world.version(firmware), image, answer.number()));
                }
            }
            case Offer.ExactSize() -> {
                int expected = world.supply().lastImage().served().length();
                if (imageSize != expected) {
                    fail("expected an image size of %d octets, saw %d (frame %d)"
                            .formatted(expected, imageSize, answer.number()));
                }
            }
        }
        world.ledger().observed("the hub offered %s, %d octets".formatted(image, imageSize), answer);
    }

    void answersNoImage() {
        var answer = answer(QueryNextImageResponse.class, "Query Next Image Response");
        if (!(answer.message() instanceof QueryNextImageResponse.Refused(var status)
                && status.equals(ZclStatus.NO_IMAGE_AVAILABLE))) {
            fail("expected NO_IMAGE_AVAILABLE, saw %s (frame %d)".formatted(answer.message(), answer.number()));
        }
        world.ledger().observed("the hub answered NO_IMAGE_AVAILABLE", answer);
    }

    void noBlockFor(Duration window) {
        int from = world.since();
        world.timeline().advance(window);
        world.witness()
                .first(ImageBlockResponse.Success.class, from, world::isFromHub)
                .ifPresent(it ->
                        fail("expected no image block for %s, saw one (frame %d)".formatted(window, it.number())));
    }

    void reads(ReadWhat what, Displays displays) {
        Duration limit = world.timing().readBackTolerance();
        for (String display : displays.names()) {
            var read = world.witness().await(ReadAttributes.class, 0, limit, it -> isRead(it, display));
            if (read.isEmpty()) {
                fail("expected the hub to read the firmware version of the %s within %s, it had not at %s"
                        .formatted(display, limit, world.timeline().instant()));
            }
            var sight = read.orElseThrow();
            if (what == ReadWhat.CURRENT_FILE_VERSION
                    && !sight.message().attributeIds().contains(OtaAttribute.CURRENT_FILE_VERSION.id())) {
                fail("expected CurrentFileVersion (0002) to be read, saw %s (frame %d)"
                        .formatted(sight.message().attributeIds(), sight.number()));
            }
            world.ledger().observed("the hub read the %s at %s".formatted(display, sight.at()), sight);
        }
    }

    void hasNotRead() {
        var opened = world.witness()
                .last(UpgradeEndResponse.class, 0, world::isFromHub)
                .orElseThrow(() -> new PreconditionNotReached("OTA-11", "the PPMID has downloaded the image"));
        noReadSince(0, opened);
    }

    void hasNotReadAgain() {
        var read = world.witness()
                .last(ReadAttributes.class, 0, it -> it.number() < world.since() && isRead(it, Site.FIRST))
                .orElseThrow(() -> new PreconditionNotReached("RDB-01", "the hub has read the firmware version"));
        noReadSince(world.since(), read);
    }

    private void noReadSince(int since, Sight<?> opened) {
        world.witness()
                .first(ReadAttributes.class, since, it -> isRead(it, Site.FIRST))
                .ifPresent(
                        it -> fail("expected the firmware version not to be read until %s, it was read at %s (frame %d)"
                                .formatted(world.timeline().instant(), it.at(), it.number())));
        world.ledger().observed("no read until " + world.timeline().instant(), opened);
    }

    private boolean isRead(Sight<ReadAttributes> sight, String display) {
        return world.isFromHub(sight) && world.isTo(sight, display) && sight.cluster() == Cluster.OTA.id();
    }

    void notifies(Displays displays) {
        for (String display : displays.names()) {
            var notify = world.witness()
                    .await(
                            ImageNotify.class,
                            world.since(),
                            NOTIFY,
                            it -> world.isFromHub(it)
                                    && (world.isTo(it, display) || it.to().isBroadcast()));
            if (notify.isEmpty()) {
                throw world.silence()
                        .of(display, "expected Image Notify to the %s within %s, saw none".formatted(display, NOTIFY));
            }
            world.ledger().observed("the hub notified the " + display, notify.orElseThrow());
        }
    }

    /** A broadcast reaches everybody and names nobody, so only a unicast is held against the hub. */
    void doesNotNotify(Displays displays) {
        var notified = world.witness()
                .await(ImageNotify.class, world.since(), NOTIFY, world::isFromHub)
                .orElseThrow(() -> new PreconditionNotReached("OTA-03", "the hub notifies the PPMID"));
        world.timeline().advance(WATCH);
        for (String display : displays.names()) {
            world.witness()
                    .first(ImageNotify.class, world.since(), it -> world.isFromHub(it) && world.isTo(it, display))
                    .ifPresent(it -> fail(
                            "expected no Image Notify to the %s, saw one (frame %d)".formatted(display, it.number())));
        }
        world.ledger().observed("nobody else was notified", notified);
    }

    void serves(Serving serving) {
        switch (serving) {
            case Serving.TheBlock() -> servesTheBlock();
            case Serving.PageOrRefusal() -> servesPageOrRefuses();
            case Serving.EveryBlockAskedFor() -> servesEveryBlock();
            case Serving.OctetForOctet() -> servesOctetForOctet();
            case Serving.WholeImage(var to) -> to.names().forEach(this::servesWholeImage);
        }
    }

    private void servesTheBlock() {
        var request = world.lastSaid(ImageBlockRequest.class);
        var answer = answer(ImageBlockResponse.class, "Image Block Response");
        if (!(answer.message() instanceof ImageBlockResponse.Success block)) {
            fail("expected a block, saw %s (frame %d)".formatted(answer.message(), answer.number()));
            return;
        }
        long offset = request.message().fileOffset();
        requireBlock(block, offset, request.message().maximumDataSize(), answer.number());
        world.ledger().observed("the hub served the block at offset " + offset, request, answer);
    }

    private void requireBlock(ImageBlockResponse.Success block, long offset, int atMost, int frame) {
        Octets image = world.supply().lastImage().served();
        int length = block.data().length();
        if (block.fileOffset() != offset || length < 1 || length > atMost) {
            fail("expected 1 to %d octets at offset %d, saw %d at offset %d (frame %d)"
                    .formatted(atMost, offset, length, block.fileOffset(), frame));
        }
        if (offset + length > image.length()
                || !image.slice((int) offset, length).equals(block.data())) {
            fail("expected the image's octets at offset %d, saw others (frame %d)".formatted(offset, frame));
        }
    }

    private void servesPageOrRefuses() {
        var request = world.lastSaid(ImagePageRequest.class);
        var refusal = world.witness()
                .await(DefaultResponse.class, request.number(), ANSWER, it -> world.answers(it, request));
        var blocks = world.witness()
                .all(ImageBlockResponse.Success.class, request.number(), it -> world.answers(it, request));
        if (refusal.isPresent()) {
            world.ledger()
                    .observed(
                            "the hub knows no pages: " + refusal.get().message().status(), refusal.get());
            return;
        }
        var served = new boolean[request.message().pageSize()];
        for (var block : blocks) {
            requireBlock(
                    block.message(),
                    block.message().fileOffset(),
                    request.message().maximumDataSize(),
                    block.number());
            for (int i = 0; i < block.message().data().length(); i++) {
                int at = (int) (block.message().fileOffset() - request.message().fileOffset()) + i;
                if (at >= 0 && at < served.length) {
                    served[at] = true;
                }
            }
        }
        for (int i = 0; i < served.length; i++) {
            if (!served[i]) {
                fail(
                        "expected the whole page or a Default Response, octet %d of %d is missing (%d blocks, request in frame %d)"
                                .formatted(i, served.length, blocks.size(), request.number()));
            }
        }
        world.ledger().observed("the hub served the page in %d blocks".formatted(blocks.size()), blocks);
    }

    private void servesEveryBlock() {
        var requests = world.witness().all(ImageBlockRequest.class, world.since(), it -> world.isFrom(it, Site.FIRST));
        if (requests.isEmpty()) {
            throw new PreconditionNotReached("OTA-06", "the PPMID fetches the image");
        }
        var responses =
                world.witness().all(ImageBlockResponse.Success.class, world.since(), it -> world.isTo(it, Site.FIRST));
        int next = 0;
        for (var request : requests) {
            while (next < responses.size() && responses.get(next).number() < request.number()) {
                next++;
            }
            if (next == responses.size() || responses.get(next).sequence() != request.sequence()) {
                throw world.silence()
                        .after(
                                request,
                                "expected a block for the request of offset %d (frame %d), saw none"
                                        .formatted(request.message().fileOffset(), request.number()));
            }
            var block = responses.get(next);
            requireBlock(
                    block.message(),
                    request.message().fileOffset(),
                    request.message().maximumDataSize(),
                    block.number());
        }
        world.ledger().evidence("blocks", requests.size());
        world.ledger()
                .observed(
                        "%d requests, each answered with its block".formatted(requests.size()),
                        requests.getFirst(),
                        responses.getLast());
    }

    private void servesOctetForOctet() {
        Octets image = world.supply().lastImage().served();
        var responses =
                world.witness().all(ImageBlockResponse.Success.class, world.since(), it -> world.isTo(it, Site.FIRST));
        for (var response : responses) {
            requireBlock(response.message(), response.message().fileOffset(), 255, response.number());
        }
        var download = Download.of(world, Site.FIRST, world.supply().lastImage(), world.since());
        if (!download.isComplete()) {
            throw new PreconditionNotReached("OTA-10", "the hub serves the whole image: " + download.missing());
        }
        world.ledger().evidence("sha256", download.octets().sha256().hex().toLowerCase(Locale.ROOT));
        world.ledger().observed("%d octets as sent by the supplier".formatted(image.length()), download.firstAndLast());
    }

    private void servesWholeImage(String display) {
        Octets image = world.supply().lastImage().served();
        var download = Download.of(world, display, world.supply().lastImage(), 0);
        if (!download.isComplete()) {
            fail("expected the whole image to be served to the %s, %s".formatted(display, download.missing()));
        }
        var end = world.witness()
                .await(UpgradeEndResponse.class, 0, ANSWER, it -> world.isFromHub(it) && world.isTo(it, display));
        if (end.isEmpty()) {
            var asked = world.witness().last(UpgradeEndRequest.class, 0, it -> world.isFrom(it, display));
            throw world.silence()
                    .of(
                            display,
                            "expected Upgrade End Response to the %s%s, saw none"
                                    .formatted(
                                            display,
                                            asked.map(it -> " (asked in frame %d)".formatted(it.number()))
                                                    .orElse("")));
        }
        var shown = new ArrayList<Sight<?>>(download.firstAndLast());
        shown.add(end.orElseThrow());
        world.ledger().observed("%d octets served to the %s".formatted(image.length(), display), shown);
    }

    void tells(Instruction instruction) {
        switch (instruction) {
            case Instruction.Wait() -> tellsToWait();
            case Instruction.Activate(var when) -> {
                Instant expected = world.supply().activationInstant(when);
                tellsToActivate(expected);
            }
        }
    }

    private void tellsToWait() {
        var answer = answer(ImageBlockResponse.class, "Image Block Response");
        if (!(answer.message() instanceof ImageBlockResponse.WaitForData)) {
            fail("expected WAIT_FOR_DATA, saw %s (frame %d)".formatted(answer.message(), answer.number()));
        }
        world.ledger().observed("the hub answered WAIT_FOR_DATA", answer);
    }

    private void tellsToActivate(Instant expected) {
        Duration limit = world.timing().readBackTolerance();
        var told = world.witness()
                .await(
                        UpgradeEndResponse.class,
                        world.since(),
                        limit,
                        it -> world.isFromHub(it) && world.isTo(it, Site.FIRST));
        if (told.isEmpty()) {
            throw world.silence()
                    .of(
                            Site.FIRST,
                            "expected Upgrade End Response, saw none until "
                                    + world.timeline().instant());
        }
        var sight = told.orElseThrow();
        UpgradeEndResponse response = sight.message();
        if (response.upgradeTime() == UpgradeEndResponse.WAIT) {
            fail("expected Upgrade End Response with a time, it tells to wait (frame %d)".formatted(sight.number()));
        }
        Instant when = sight.at().plusSeconds(response.upgradeTime() - response.currentTime());
        Instant due = expected.isBefore(sight.at()) ? sight.at() : expected;
        if (Duration.between(due, when).abs().compareTo(SECOND) > 0) {
            fail("expected activation at %s, Upgrade End Response says %s (frame %d)"
                    .formatted(due, when, sight.number()));
        }
        world.ledger().observed("the hub told to activate at " + when, sight);
    }

    void doesNotTellToActivate() {
        var end = world.lastSaid(UpgradeEndRequest.class);
        world.timeline().advance(WATCH);
        world.witness()
                .first(UpgradeEndResponse.class, end.number(), it -> world.isFromHub(it) && world.isTo(it, Site.FIRST))
                .ifPresent(it -> fail("expected no Upgrade End Response after %s, saw one (frame %d)"
                        .formatted(end.message().status(), it.number())));
        world.ledger().observed("no Upgrade End Response to " + end.message().status(), end);
    }

    void answersWithPresentTime() {
        var answer = answer(ReadAttributesResponse.class, "Read Attributes Response");
        var time = answer.message().value(TimeAttribute.TIME.id());
        if (!(time.isPresent() && time.get() instanceof AttributeValue.Number(var type, long seconds))) {
            fail("expected the Time attribute, saw %s (frame %d)".formatted(answer.message(), answer.number()));
            return;
        }
        Instant said = new UtcTime(seconds).toInstant();
        if (Duration.between(said, answer.at()).abs().compareTo(SECOND) > 0) {
            fail("expected the time to be %s, the hub said %s (frame %d)"
                    .formatted(answer.at(), said, answer.number()));
        }
        world.ledger().observed("the hub said it is " + said, answer);
    }

    private <C> Sight<C> answer(Class<C> type, String name) {
        var request = world.lastSaid(Object.class);
        var answer = world.witness().await(type, request.number(), ANSWER, it -> world.answers(it, request));
        if (answer.isEmpty()) {
            var instead =
                    world.witness().first(DefaultResponse.class, request.number(), it -> world.answers(it, request));
            instead.ifPresent(it -> fail("expected %s, saw Default Response %s (frame %d)"
                    .formatted(name, it.message().status(), it.number())));
            throw world.silence().after(request, "expected %s to frame %d, saw none".formatted(name, request.number()));
        }
        return answer.orElseThrow();
    }
}

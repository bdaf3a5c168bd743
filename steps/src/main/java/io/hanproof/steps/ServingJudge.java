package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.octets.Octets;
import io.hanproof.steps.AnswerWords.Serving;
import io.hanproof.zcl.DefaultResponse;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/** Judges a hub by the blocks that it served, as recorded. */
final class ServingJudge {
    private final World world;
    private final HubAnswers answers;

    ServingJudge(World world) {
        this.world = world;
        this.answers = new HubAnswers(world);
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
        var request = world.speech().lastSaid(ImageBlockRequest.class);
        var answer = answers.answer(ImageBlockResponse.class, "Image Block Response");
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
        var request = world.speech().lastSaid(ImagePageRequest.class);
        var refusal = world.witness()
                .await(DefaultResponse.class, request.number(), HubAnswers.LIMIT, it -> world.answers(it, request));
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
        var requests =
                world.witness().all(ImageBlockRequest.class, world.since(), it -> world.isFrom(it, HanDevices.FIRST));
        if (requests.isEmpty()) {
            throw new PreconditionNotReached("OTA-06", "the PPMID fetches the image");
        }
        var responses = world.witness()
                .all(ImageBlockResponse.Success.class, world.since(), it -> world.isTo(it, HanDevices.FIRST));
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
        var responses = world.witness()
                .all(ImageBlockResponse.Success.class, world.since(), it -> world.isTo(it, HanDevices.FIRST));
        for (var response : responses) {
            requireBlock(response.message(), response.message().fileOffset(), 255, response.number());
        }
        var download = Download.of(world, HanDevices.FIRST, world.supply().lastImage(), world.since());
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
                .await(
                        UpgradeEndResponse.class,
                        0,
                        HubAnswers.LIMIT,
                        it -> world.isFromHub(it) && world.isTo(it, display));
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

    void noBlockFor(Duration window) {
        int from = world.since();
        world.timeline().advance(window);
        world.witness()
                .first(ImageBlockResponse.Success.class, from, world::isFromHub)
                .ifPresent(it ->
                        fail("expected no image block for %s, saw one (frame %d)".formatted(window, it.number())));
    }
}

package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.DeviceKind;
import io.hanproof.steps.ImageWords.Fate;
import io.hanproof.steps.ImageWords.StoredImage;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.util.Optional;

/** Judges which images a hub holds: by letting a device of that kind ask for its own. */
final class StoreJudge {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int BLOCK = 40;

    private final World world;

    StoreJudge(World world) {
        this.world = world;
    }

    void check(StoredImage image, Fate fate) {
        switch (fate) {
            case HELD -> held(image, HanDevices.display(image.kind()));
            case HELD_FOR_SECOND -> held(image, HanDevices.SECOND);
            case GONE, REFUSED -> gone(image);
            case HELD_UNTIL_FETCHED -> heldUntilFetched(image);
            case HELD_BACK -> heldBack(image);
            case SERVED_BESIDE -> servedBeside(image);
        }
    }

    private void held(StoredImage image, String device) {
        var answer = ask(device);
        long expected = world.version(image.firmware());
        if (!(answer.message() instanceof QueryNextImageResponse.Success(ImageId offered, long size))
                || offered.fileVersion() != expected) {
            fail("expected the %s image %08X to be held, the hub answers %s (frame %d)"
                    .formatted(image.kind(), expected, answer.message(), answer.number()));
        }
        world.ledger().observed("the %s image is held".formatted(image.kind()), answer);
    }

    private void gone(StoredImage image) {
        var answer = ask(HanDevices.display(image.kind()));
        long unexpected = world.version(image.firmware());
        if (answer.message() instanceof QueryNextImageResponse.Success(ImageId offered, long size)
                && offered.fileVersion() == unexpected) {
            fail("expected the %s image %08X to be gone, the hub offers it (frame %d)"
                    .formatted(image.kind(), unexpected, answer.number()));
        }
        world.ledger().observed("the %s image is gone".formatted(image.kind()), answer);
    }

    /** The device goes on where it paused; every octet must still come. */
    private void heldUntilFetched(StoredImage image) {
        String device = HanDevices.display(image.kind());
        held(image, device);
        var end = fetchTheRest(device);
        if (end.isEmpty()) {
            fail("expected the %s image to be held until it was fetched, the transfer did not end"
                    .formatted(image.kind()));
        }
        world.ledger().observed("the transfer came to its end", end.orElseThrow());
    }

    private void heldBack(StoredImage image) {
        String device = HanDevices.display(image.kind());
        var offer = ask(device);
        if (offer.message() instanceof QueryNextImageResponse.Success(ImageId offered, long size)) {
            var request = world.speech().say(device, ImageBlockRequest.of(offered, 0, BLOCK));
            var block = world.witness()
                    .await(
                            ImageBlockResponse.Success.class,
                            request.number(),
                            ANSWER,
                            it -> world.answers(it, request));
            block.ifPresent(it -> fail(
                    "expected no block of the %s image yet, saw one (frame %d)".formatted(image.kind(), it.number())));
        }
        if (fetchTheRest(HanDevices.FIRST).isEmpty()) {
            throw new PreconditionNotReached("OTA-10", "the PPMID fetches the rest of its image");
        }
        held(image, device);
        world.ledger().observed("the %s image was held back".formatted(image.kind()), offer);
    }

    /** Its first block comes at once, and the other transfer goes on to its end. */
    private void servedBeside(StoredImage image) {
        String device = HanDevices.display(image.kind());
        held(image, device);
        ImageId offered = world.image(image.firmware()).id();
        var request = world.speech().say(device, ImageBlockRequest.of(offered, 0, BLOCK));
        var answer = world.witness()
                .await(ImageBlockResponse.class, request.number(), ANSWER, it -> world.answers(it, request))
                .orElseThrow(() -> world.silence()
                        .after(
                                request,
                                "expected Image Block Response to frame %d, saw none".formatted(request.number())));
        if (!(answer.message() instanceof ImageBlockResponse.Success)) {
            fail("expected a block of the %s image, saw %s (frame %d)"
                    .formatted(image.kind(), answer.message(), answer.number()));
        }
        if (fetchTheRest(HanDevices.display(DeviceKind.ESME)).isEmpty()) {
            fail("expected the transfer of the ESME image to go on, it did not end");
        }
        world.ledger().observed("the %s image was served meanwhile".formatted(image.kind()), answer);
    }

    private Optional<Sight<UpgradeEndResponse>> fetchTheRest(String device) {
        int since = world.witness().next();
        Eui64 address = world.devices().address(device);
        world.bench().letFetch(device);
        return world.witness()
                .await(
                        UpgradeEndResponse.class,
                        since,
                        Duration.ofHours(1),
                        it -> it.to().equals(address));
    }

    private Sight<QueryNextImageResponse> ask(String device) {
        world.devices().powerOn(device);
        var request = world.speech().say(device, world.devices().query(device));
        return world.witness()
                .await(QueryNextImageResponse.class, request.number(), ANSWER, it -> world.answers(it, request))
                .orElseThrow(() -> world.silence()
                        .after(
                                request,
                                "expected Query Next Image Response to frame %d, saw none"
                                        .formatted(request.number())));
    }
}

package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.steps.AnswerWords.Instruction;
import io.hanproof.steps.AnswerWords.Offer;
import io.hanproof.steps.Words.Displays;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.TimeAttribute;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;

/** Judges a hub by what it sent to the HAN, as recorded. */
final class HubJudge {
    /** How long after an image's arrival a hub may notify. */
    private static final Duration NOTIFY = Duration.ofMinutes(1);

    /** How long we watch for what must not happen. */
    private static final Duration WATCH = Duration.ofMinutes(1);

    /** ZigBee times are whole seconds. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world;
    private final HubAnswers answers;

    HubJudge(World world) {
        this.world = world;
        this.answers = new HubAnswers(world);
    }

    void offers(Offer offer) {
        var answer = answers.answer(QueryNextImageResponse.class, "Query Next Image Response");
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
        var answer = answers.answer(QueryNextImageResponse.class, "Query Next Image Response");
        if (!(answer.message() instanceof QueryNextImageResponse.Refused(var status)
                && status.equals(ZclStatus.NO_IMAGE_AVAILABLE))) {
            fail("expected NO_IMAGE_AVAILABLE, saw %s (frame %d)".formatted(answer.message(), answer.number()));
        }
        world.ledger().observed("the hub answered NO_IMAGE_AVAILABLE", answer);
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

    void tells(Displays displays, Instruction instruction) {
        for (String display : displays.names()) {
            switch (instruction) {
                case Instruction.Wait() -> tellsToWait();
                case Instruction.AwaitCommand() -> tellsToAwaitCommand(display);
                case Instruction.Activate(var when) ->
                    tellsToActivate(display, world.supply().activationInstant(when));
            }
        }
    }

    private void tellsToWait() {
        var answer = answers.answer(ImageBlockResponse.class, "Image Block Response");
        if (!(answer.message() instanceof ImageBlockResponse.WaitForData)) {
            fail("expected WAIT_FOR_DATA, saw %s (frame %d)".formatted(answer.message(), answer.number()));
        }
        world.ledger().observed("the hub answered WAIT_FOR_DATA", answer);
    }

    /** The time FFFFFFFF: not before another order comes, which for a meter or a switch is its supplier's command. */
    private void tellsToAwaitCommand(String display) {
        var told = ended(display);
        if (told.message().upgradeTime() != UpgradeEndResponse.WAIT) {
            fail("expected Upgrade End Response to tell the %s to wait, saw %s (frame %d)"
                    .formatted(display, told.message(), told.number()));
        }
        world.ledger().observed("the hub told the %s to wait for a command".formatted(display), told);
    }

    private Sight<UpgradeEndResponse> ended(String display) {
        return world.witness()
                .await(
                        UpgradeEndResponse.class,
                        world.since(),
                        world.timing().readBackTolerance(),
                        it -> world.isFromHub(it) && world.isTo(it, display))
                .orElseThrow(() -> world.silence()
                        .of(
                                display,
                                "expected Upgrade End Response, saw none until "
                                        + world.timeline().instant()));
    }

    private void tellsToActivate(String display, Instant expected) {
        var sight = ended(display);
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
        var end = world.speech().lastSaid(UpgradeEndRequest.class);
        world.timeline().advance(WATCH);
        world.witness()
                .first(
                        UpgradeEndResponse.class,
                        end.number(),
                        it -> world.isFromHub(it) && world.isTo(it, HanDevices.FIRST))
                .ifPresent(it -> fail("expected no Upgrade End Response after %s, saw one (frame %d)"
                        .formatted(end.message().status(), it.number())));
        world.ledger().observed("no Upgrade End Response to " + end.message().status(), end);
    }

    void answersWithPresentTime() {
        var answer = answers.answer(ReadAttributesResponse.class, "Read Attributes Response");
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
}

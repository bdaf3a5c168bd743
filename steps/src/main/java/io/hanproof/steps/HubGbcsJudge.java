package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.DeviceModel;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.gbcs.ReadResponseCode;
import io.hanproof.hub.AlertContent;
import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.steps.AnswerWords.AlertSubject;
import io.hanproof.steps.AnswerWords.AlertWords;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ota.OtaAttribute;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** Judges a hub by the octets of the GBCS messages that it sent: who signed them, for whom, and what they say. */
final class HubGbcsJudge {
    /** S002:6319-6322. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    /** A GBCS time is a whole second. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final Duration WATCH = Duration.ofMinutes(1);

    private final World world;
    private final AlertJudge alerts;
    private final HubSpeech voice;

    HubGbcsJudge(World world) {
        this.world = world;
        this.alerts = new AlertJudge(world);
        this.voice = new HubSpeech(world);
    }

    /** All that the hub has said so far is looked at, for its counters stand in one row. */
    void signs(AlertWords alert, AlertSubject subject) {
        for (String device : AlertJudge.devices(subject)) {
            var address = world.devices().address(device);
            var seen = world.witness()
                    .await(WanMessage.Gbcs.class, 0, alerts.limit(), it -> says(it, alert, subject, address));
            voice.requireGoodMessages();
            if (seen.isEmpty()) {
                throw missing(alert, device);
            }
            var sight = seen.orElseThrow();
            voice.requireGood(sight);
            requireFields(sight);
            world.ledger()
                    .observed(
                            "alert 0x%04X about the %s, signed by the hub for the DCC".formatted(alert.code(), device),
                            sight);
        }
    }

    private boolean says(Sight<WanMessage.Gbcs> sight, AlertWords alert, AlertSubject subject, Eui64 device) {
        return AlertContent.read(sight.message().message())
                .filter(it -> alerts.matches(it, alert, subject, device))
                .isPresent();
    }

    private AssertionError missing(AlertWords alert, String device) {
        boolean inWordsOnly = world.witness()
                        .first(WanMessage.Gbcs.class, 0, voice::isTheHubs)
                        .isEmpty()
                && world.witness()
                        .first(WanMessage.class, 0, AlertJudge::isAlert)
                        .isPresent();
        if (inWordsOnly) {
            throw new TestAbortedException(
                    "the hub's WAN door tells alerts in words, and no GBCS message that could be judged");
        }
        return new AssertionError("expected GBCS alert 0x%04X%s about the %s by %s, saw none"
                .formatted(
                        alert.code(),
                        alert.responseCode().map(it -> " " + it).orElse(""),
                        device,
                        world.timeline().instant()));
    }

    private void requireFields(Sight<WanMessage.Gbcs> sight) {
        var message = message(sight);
        if (!message.header().originator().equals(world.hub().address())) {
            fail("expected the alert's originator to be the hub %s, it is %s (frame %d)"
                    .formatted(world.hub().address(), message.header().originator(), sight.number()));
        }
        if (message.content() instanceof HubFirmwareAlert alert) {
            Instant said = alert.executionDateTime();
            Duration off = Duration.between(said, sight.at()).abs();
            if (off.compareTo(SECOND.plus(world.timing().readBackTolerance())) > 0) {
                fail("expected the alert's time to be %s, it is %s (frame %d)"
                        .formatted(sight.at(), said, sight.number()));
            }
        }
    }

    void answersWithWhatItSays(String device) {
        var command = lastCommand();
        var answer = awaitModel(command);
        var model = model(answer);
        var told = world.witness()
                .last(
                        ReadAttributesResponse.class,
                        command.number(),
                        it -> world.isFrom(it, device) && it.number() < answer.number())
                .orElseThrow(() -> unread(device, answer));
        require(told, OtaAttribute.CURRENT_FILE_VERSION, model.firmwareVersion(), answer);
        require(told, OtaAttribute.MANUFACTURER_ID, model.manufacturerCode(), answer);
        require(told, OtaAttribute.IMAGE_TYPE_ID, model.imageType(), answer);
        if (model.responseCode() != ReadResponseCode.READ_SUCCESS
                || !model.device().equals(world.devices().address(device))) {
            fail("expected readSuccess of %s, saw %s (frame %d)"
                    .formatted(world.devices().address(device), model, answer.number()));
        }
        world.ledger().observed("the hub answered with what the %s said".formatted(device), told, answer);
    }

    private AssertionError unread(String device, Sight<?> answer) {
        return new AssertionError("expected the hub to read the %s before it answers, it did not (frame %d)"
                .formatted(device, answer.number()));
    }

    private static void require(
            Sight<ReadAttributesResponse> told, OtaAttribute attribute, long answered, Sight<?> answer) {
        told.message()
                .value(attribute.id())
                .filter(it -> it instanceof AttributeValue.Number(var type, long value) && value != answered)
                .ifPresent(it -> fail("expected %s as the device told it, %s (frame %d), the hub answers %X (frame %d)"
                        .formatted(attribute, it, told.number(), answered, answer.number())));
    }

    void answersWithErrorValues() {
        var device = world.devices().address(HanDevices.FIRST);
        var command = lastCommand();
        var answer = awaitModel(command);
        var model = model(answer);
        Instant due = command.at().plus(READ_TIMEOUT);
        if (model.responseCode() != ReadResponseCode.READ_FAILURE
                || model.firmwareVersion() != 0
                || !model.device().equals(device)) {
            fail("expected readFailure of %s, without a version, saw %s (frame %d)"
                    .formatted(device, model, answer.number()));
        }
        if (answer.at().isBefore(due)) {
            fail("expected the hub to wait for the device until %s, it answered at %s (frame %d)"
                    .formatted(due, answer.at(), answer.number()));
        }
        world.ledger().observed("the hub answered with error values at " + answer.at(), command, answer);
    }

    void doesNotAnswer() {
        var command = lastCommand();
        world.timeline().advance(WATCH);
        world.witness()
                .first(WanMessage.Gbcs.class, command.number() + 1, this::isAnyResponse)
                .ifPresent(it -> fail("expected no answer to the command of frame %d, saw one (frame %d)"
                        .formatted(command.number(), it.number())));
        world.witness()
                .first(
                        ReadAttributes.class,
                        command.number(),
                        it -> world.isFromHub(it) && it.cluster() == Cluster.OTA.id())
                .ifPresent(
                        it -> fail("expected nothing to be read upon the command of frame %d, something was (frame %d)"
                                .formatted(command.number(), it.number())));
        world.ledger().observed("no answer for " + WATCH, command);
    }

    /** For what comes after it: that the hub knows such commands is not the matter of a scenario that goes on from there. */
    void awaitAnswer() {
        var command = lastCommand();
        if (findAnswer(command).isEmpty()) {
            throw new PreconditionNotReached("RDB-04", "the hub answers what a device is");
        }
    }

    private Sight<WanMessage.Gbcs> awaitModel(Sight<WanMessage.Gbcs> command) {
        var answer = findAnswer(command)
                .orElseThrow(() -> new AssertionError("expected an answer to the command of frame %d by %s, saw none"
                        .formatted(command.number(), world.timeline().instant())));
        voice.requireGood(answer);
        return answer;
    }

    private Optional<Sight<WanMessage.Gbcs>> findAnswer(Sight<WanMessage.Gbcs> command) {
        Duration limit = READ_TIMEOUT.plus(world.timing().readBackTolerance());
        return world.witness()
                .await(
                        WanMessage.Gbcs.class,
                        command.number() + 1,
                        limit,
                        it -> isResponse(it)
                                && message(it).header().counter()
                                        == message(command).header().counter());
    }

    /** Of the hub, whatever it says: none is the answer to a command that it has to refuse. */
    private boolean isAnyResponse(Sight<WanMessage.Gbcs> sight) {
        return sight.message().cra().equals(Optional.of(Cra.RESPONSE))
                && sight.message().originator().equals(Optional.of(world.hub().address()));
    }

    private boolean isResponse(Sight<WanMessage.Gbcs> sight) {
        return GbcsSights.read(sight.message().message())
                .filter(it -> it.header().cra() == Cra.RESPONSE && it.content() instanceof DeviceModel)
                .isPresent();
    }

    private Sight<WanMessage.Gbcs> lastCommand() {
        return world.witness()
                .last(
                        WanMessage.Gbcs.class,
                        0,
                        it -> GbcsMessage.read(it.message().message())
                                        instanceof Decoded.Value<GbcsMessage>(var message)
                                && message.header().cra() == Cra.COMMAND)
                .orElseThrow(() -> new PreconditionNotReached("RDB-04", "the DCC has asked the hub"));
    }

    private static GbcsMessage message(Sight<WanMessage.Gbcs> sight) {
        return switch (GbcsMessage.read(sight.message().message())) {
            case Decoded.Value<GbcsMessage>(var message) -> message;
            case Decoded.Malformed<GbcsMessage> it -> throw new IllegalStateException(it.message());
        };
    }

    private static DeviceModel model(Sight<WanMessage.Gbcs> sight) {
        return (DeviceModel) message(sight).content();
    }
}

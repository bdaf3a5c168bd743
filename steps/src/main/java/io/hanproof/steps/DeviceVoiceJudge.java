package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.gbcs.ActivateFirmwareAccepted;
import io.hanproof.gbcs.ActivateFirmwareAlert;
import io.hanproof.gbcs.ActivateFirmwareResult;
import io.hanproof.gbcs.ActivateImageResponseCode;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.FirmwareActivationAlert;
import io.hanproof.gbcs.FirmwareActivationAlert.ActivateImage;
import io.hanproof.gbcs.FirmwareReceiptAlert;
import io.hanproof.gbcs.FirmwareVersion;
import io.hanproof.gbcs.GbcsText;
import io.hanproof.gbcs.ReadResponseCode;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Octets;
import io.hanproof.steps.DeviceVoice.Heard;
import io.hanproof.steps.GbcsWords.CommandResult;
import io.hanproof.steps.GbcsWords.DeviceAlertSubject;
import io.hanproof.steps.GbcsWords.DeviceAlertWords;
import io.hanproof.steps.Words.Firmware;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Judges a device by the GBCS messages that it sent, as recorded. */
final class DeviceVoiceJudge {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final List<String> ENVELOPE =
            List.of("message code", "originator", "recipient", "remote party", "date-time", "signature", "MAC");

    private final World world;
    private final DeviceVoice voice;
    private final EnvelopeJudge envelope;

    DeviceVoiceJudge(World world) {
        this.world = world;
        this.voice = new DeviceVoice(world);
        this.envelope = new EnvelopeJudge(world);
    }

    /** It answers when the new firmware has started, or failed to. */
    void responds(CommandResult expected) {
        var code = code(expected.result());
        long version = world.version(expected.firmware());
        var answer = answer("a response " + expected.result());
        boolean right = answer.content() instanceof ActivateFirmwareResult(var found, long runs)
                && found == code
                && runs == version;
        if (!right) {
            fail("expected the response %s with firmware %08X, saw %s (frame %d)"
                    .formatted(
                            expected.result(),
                            version,
                            words(answer),
                            answer.sight().number()));
        }
        world.ledger().observed("it responded " + words(answer), answer.sight());
    }

    void accepts() {
        var answer = answer("the order to be accepted");
        if (!(answer.content() instanceof ActivateFirmwareAccepted)) {
            fail("expected the order to be accepted, saw %s (frame %d)"
                    .formatted(words(answer), answer.sight().number()));
        }
        world.ledger().observed("it accepted the order", answer.sight());
    }

    void answersVersion(Firmware firmware) {
        long version = world.version(firmware.name());
        var answer = answer("an answer with the firmware version");
        boolean right = answer.content() instanceof FirmwareVersion(long runs, var code)
                && code == ReadResponseCode.READ_SUCCESS
                && runs == version;
        if (!right) {
            fail("expected firmware %08X to be answered, saw %s (frame %d)"
                    .formatted(version, words(answer), answer.sight().number()));
        }
        world.ledger().observed("it answered " + words(answer), answer.sight());
    }

    private Heard answer(String expected) {
        var command = world.desk().last();
        var limit = world.timing().reboot().plus(ANSWER);
        var answer = await(limit, it -> isAnswer(it, command))
                .orElseThrow(() -> silence("expected %s to the command of frame %d within %s, saw none"
                        .formatted(expected, command.frame(), limit)));
        envelope.requireAnswer(answer, command);
        return answer;
    }

    private static boolean isAnswer(Heard heard, SupplierDesk.Sent command) {
        return heard.sight().number() > command.frame()
                && heard.header().cra() == Cra.RESPONSE
                && heard.header().counter() == command.header().counter();
    }

    void doesNotRespond() {
        var command = world.desk().last();
        world.timeline().advance(world.timing().reboot().plus(ANSWER));
        voice.heard().stream()
                .filter(it -> it.sight().number() > command.frame())
                .filter(it -> it.header().cra() == Cra.RESPONSE)
                .findFirst()
                .ifPresent(it -> fail("expected no response to the command of frame %d, saw %s (frame %d)"
                        .formatted(command.frame(), words(it), it.sight().number())));
        world.ledger().observed("it did not respond until " + world.timeline().instant(), command.sight());
    }

    void sends(DeviceAlertWords expected) {
        world.devices().requireGbcs(HanDevices.FIRST);
        var limit = world.timing().reboot().plus(world.timing().check());
        var found = await(limit, it -> isAlert(it, expected.code()));
        if (found.isEmpty()) {
            requireNoOther(expected.subject());
        }
        Heard alert = found.orElseThrow(
                () -> silence("expected alert 0x%04X within %s, saw %s".formatted(expected.code(), limit, all())));
        requireSubject(alert, expected.subject());
        envelope.requireTime(alert);
        long times = voice.heard().stream()
                .filter(it -> isAlert(it, expected.code()))
                .count();
        if (times > 1) {
            fail("expected alert 0x%04X once, it was sent %d times (frame %d is the first)"
                    .formatted(expected.code(), times, alert.sight().number()));
        }
        world.ledger().observed("it sent " + words(alert), alert.sight());
    }

    /** That a switch's receipt alert is a meter's is our inference: no published message is a switch's. */
    private void requireNoOther(DeviceAlertSubject subject) {
        var device = world.devices().address(HanDevices.FIRST);
        var other = world.witness().first(WanMessage.Gbcs.class, world.since(), GbcsSights.otherAlert(device));
        if (other.isPresent() && subject instanceof DeviceAlertSubject.Hash) {
            throw new BenchFault("it cannot be told whether the alert of frame %d is about the image"
                    .formatted(other.get().number()));
        }
    }

    private boolean isAlert(Heard heard, int code) {
        return heard.sight().number() >= world.since()
                && switch (heard.content()) {
                    case FirmwareReceiptAlert it -> it.alertCode().code() == code;
                    case ActivateFirmwareAlert it -> it.alertCode().code() == code;
                    case FirmwareActivationAlert it -> it.alertCode().code() == code;
                    case Content other -> false;
                };
    }

    private void requireSubject(Heard alert, DeviceAlertSubject subject) {
        boolean right = switch (subject) {
            case DeviceAlertSubject.Hash(var firmware, boolean same) ->
                alert.content() instanceof FirmwareReceiptAlert receipt
                        && receipt.calculatedHash().equals(world.hashOf(firmware)) == same;
            case DeviceAlertSubject.Result(var result, var firmware) ->
                switch (alert.content()) {
                    case ActivateFirmwareAlert it ->
                        it.result().responseCode().equals(code(result))
                                && it.result().firmwareVersion() == world.version(firmware)
                                && it.originatorCounter()
                                        == world.desk().lastOrder().header().counter();
                    case FirmwareActivationAlert it ->
                        it.activateImage() == activation(result) && it.firmwareVersion() == world.version(firmware);
                    case Content other -> false;
                };
        };
        if (!right) {
            fail("expected %s, saw %s (frame %d)"
                    .formatted(words(subject), words(alert), alert.sight().number()));
        }
    }

    private String words(DeviceAlertSubject subject) {
        return switch (subject) {
            case DeviceAlertSubject.Hash(var firmware, boolean same) -> {
                Octets hash = world.hashOf(firmware);
                yield (same ? "the hash " : "another hash than ") + hash;
            }
            case DeviceAlertSubject.Result(var result, var firmware) ->
                "%s with firmware %08X".formatted(result, world.version(firmware));
        };
    }

    void sendsNothing() {
        world.devices().requireGbcs(HanDevices.FIRST);
        var ended = world.witness()
                .last(UpgradeEndResponse.class, 0, it -> world.isTo(it, HanDevices.FIRST))
                .orElseThrow(() -> new PreconditionNotReached("DEV-06", "the PPMID has downloaded an image"));
        world.timeline().advance(world.timing().reboot().plus(ANSWER));
        voice.heard().stream()
                .findFirst()
                .ifPresent(it -> fail("expected no GBCS message, saw %s (frame %d)"
                        .formatted(words(it), it.sight().number())));
        world.ledger()
                .observed("it sent no GBCS message until " + world.timeline().instant(), ended);
    }

    private Optional<Heard> await(Duration limit, Predicate<Heard> which) {
        var search = new Search(which);
        world.timeline().advanceUntil(search::holds, world.timeline().instant().plus(limit));
        return search.found;
    }

    /** Listens again only when the recording has grown. */
    private final class Search {
        private final Predicate<Heard> which;
        private int looked = -1;
        private Optional<Heard> found = Optional.empty();

        Search(Predicate<Heard> which) {
            this.which = which;
        }

        boolean holds() {
            int size = world.site().recording().size();
            if (size != looked) {
                looked = size;
                found = voice.heard().stream().filter(which).findFirst();
            }
            return found.isPresent();
        }
    }

    private AssertionError silence(String finding) {
        return world.silence().of(HanDevices.FIRST, finding);
    }

    private String all() {
        var all = voice.heard();
        return all.isEmpty() ? "none" : all.stream().map(this::words).collect(Collectors.joining(", "));
    }

    private String words(Heard heard) {
        return GbcsText.of(heard.sight().message().message()).stream()
                .filter(it -> ENVELOPE.stream().noneMatch(it::startsWith))
                .collect(Collectors.joining(", "));
    }

    private static ActivateImageResponseCode code(String result) {
        return switch (result) {
            case "noImageHeld" -> ActivateImageResponseCode.NO_IMAGE_HELD;
            case "hashMismatch" -> ActivateImageResponseCode.HASH_MISMATCH;
            case "activationFailure" -> ActivateImageResponseCode.ACTIVATION_FAILURE;
            default -> ActivateImageResponseCode.SUCCESS;
        };
    }

    private static ActivateImage activation(String result) {
        return result.equals("activationFailure") ? ActivateImage.ACTIVATION_FAILURE : ActivateImage.ACTIVATION_SUCCESS;
    }
}

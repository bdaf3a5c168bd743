package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.duis.Incident;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceRequest.Distribution;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.ServiceResponse.Accepted;
import io.hanproof.duis.ServiceResponse.Refused;
import io.hanproof.duis.ServiceResponse.Rejected;
import io.hanproof.gbcs.Cra;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Entry.RecordedDelivery;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.steps.DccWords.Rejections;
import io.hanproof.steps.NoticeWords.DccAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Judges the DCC by what it answers. */
final class DccJudge {
    /** After that long the DCC itself says that the device did not answer. */
    private static final Duration ANSWER = Neighbourhood.ANSWER.plusMinutes(1);

    private final World world;

    DccJudge(World world) {
        this.world = world;
    }

    /** The answer to what was asked last; one that says what is to be signed is none yet. */
    private Sight<ServiceResponse> answer() {
        var asked = world.witness()
                .last(ServiceRequest.class, world.since(), it -> it.to().equals(Sight.DCC))
                .orElseThrow(DccJudge::nothingAsked);
        return answerTo(asked, it -> !(it instanceof ServiceResponse.PreCommand));
    }

    private static BenchFault nothingAsked() {
        return new BenchFault("nothing has been asked of the DCC since the last sentence that acts");
    }

    Sight<ServiceResponse> answerTo(Sight<ServiceRequest> asked, Predicate<ServiceResponse.Answer> which) {
        var seen = world.witness()
                .await(
                        ServiceResponse.class,
                        asked.number(),
                        ANSWER,
                        it -> it.to().equals(asked.from())
                                && it.message().to().equals(asked.message().id())
                                && which.test(it.message().answer()));
        if (seen.isEmpty()) {
            fail("expected an answer to SR %s (frame %d) within %s, saw none"
                    .formatted(asked.message().variant(), asked.number(), ANSWER));
        }
        return seen.orElseThrow();
    }

    void accepts() {
        var sight = answer();
        if (sight.message().answer() instanceof Refused(var fault)) {
            fail("expected the request to be accepted, the DCC refuses it: %s (frame %d)"
                    .formatted(fault.text(), sight.number()));
        }
        world.ledger().observed("the DCC accepted the request", sight);
    }

    /** Accepted, with nobody left out. */
    void acceptsForAll() {
        var sight = answer();
        List<Rejected> rejected = accepted(sight).rejected();
        if (!rejected.isEmpty()) {
            fail("expected no device to be rejected, saw %s (frame %d)".formatted(words(rejected), sight.number()));
        }
        world.ledger().observed("the DCC accepted the request for all devices", sight);
    }

    /** In whatever order: no text has one (S002:2763-2765). */
    void rejects(Rejections rejections) {
        var sight = answer();
        List<Rejected> rejected = accepted(sight).rejected();
        List<Rejected> expected = rejections.each().stream()
                .map(it -> new Rejected(world.chain().neighbourhood().device(it.device()), it.reason()))
                .toList();
        if (rejected.size() != expected.size() || !Set.copyOf(rejected).equals(Set.copyOf(expected))) {
            fail("expected the rejection of %s, saw %s (frame %d)"
                    .formatted(words(expected), words(rejected), sight.number()));
        }
        world.ledger().observed("the DCC rejected " + words(expected), sight);
    }

    private Accepted accepted(Sight<ServiceResponse> sight) {
        if (sight.message().answer() instanceof Accepted accepted) {
            return accepted;
        }
        fail("expected a list of rejected devices, saw %s (frame %d)"
                .formatted(words(sight.message().answer()), sight.number()));
        throw new BenchFault("what was asked last names no list of devices");
    }

    private String words(List<Rejected> rejected) {
        return rejected.isEmpty()
                ? "no device"
                : rejected.stream()
                                .limit(5)
                                .map(it -> "%s because %s"
                                        .formatted(
                                                name(it.device()), it.reason().text()))
                                .collect(Collectors.joining(", "))
                        + (rejected.size() > 5 ? " and %d more".formatted(rejected.size() - 5) : "");
    }

    private String name(Eui64 device) {
        return world.chain().neighbourhood().device(device);
    }

    /**
     * No text says in which form a request is refused that fails as a whole, nor with which reason: one fault for all or a list of
     * all devices, as long as nothing of it goes to a hub.
     */
    void refuses() {
        var asked = world.witness()
                .first(ServiceRequest.class, world.since(), it -> it.to().equals(Sight.DCC))
                .orElseThrow(DccJudge::nothingAsked);
        var sight = answerTo(asked, it -> true);
        if (!isRefusal(asked.message(), sight.message().answer())) {
            fail("expected the request to be refused, saw %s (frame %d)"
                    .formatted(words(sight.message().answer()), sight.number()));
        }
        world.witness()
                .first(RecordedDelivery.class, asked.number(), it -> isOf(asked.message(), it.message()))
                .ifPresent(it -> fail("expected no delivery of what the DCC refused in frame %d, saw one (frame %d)"
                        .formatted(sight.number(), it.number())));
        world.witness()
                .first(WanMessage.Gbcs.class, asked.number(), DccJudge::isCommand)
                .ifPresent(it -> fail("expected no command for what was asked in frame %d, saw one (frame %d)"
                        .formatted(asked.number(), it.number())));
        world.ledger().observed("the DCC refused the request", sight);
    }

    private static boolean isRefusal(ServiceRequest asked, ServiceResponse.Answer answer) {
        return answer instanceof Refused
                || (asked instanceof Distribution request
                        && answer instanceof Accepted(var rejected)
                        && rejected.stream()
                                .map(Rejected::device)
                                .collect(Collectors.toSet())
                                .containsAll(request.devices()));
    }

    private static boolean isCommand(Sight<WanMessage.Gbcs> sight) {
        return sight.message().cra().equals(Optional.of(Cra.COMMAND));
    }

    private static boolean isOf(ServiceRequest asked, RecordedDelivery delivery) {
        return asked instanceof Distribution request
                && delivery.targets().stream().anyMatch(request.devices()::contains);
    }

    void answers(DccAnswer expected) {
        switch (expected) {
            case DccAnswer.Sender it -> names(it);
            case DccAnswer.DeviceRuns(var firmware) -> {
                var sight = answer();
                boolean right = sight.message().answer() instanceof ServiceResponse.DeviceFirmware(var device, var read)
                        && read.equals(firmware.map(world::version));
                judge(right, "firmware " + firmware.orElse("none"), sight);
            }
            case DccAnswer.Model(var firmware) -> {
                var sight = answer();
                boolean right = sight.message().answer() instanceof ServiceResponse.DeviceModel(var device, var read)
                        && read.filter(it -> isBySameMaker(it, device))
                                .filter(it ->
                                        firmware.map(world::version).stream().allMatch(v -> v == it.firmwareVersion()))
                                .isPresent();
                judge(
                        right,
                        "its manufacturer"
                                + firmware.map(it -> " and firmware " + it).orElse(""),
                        sight);
            }
        }
    }

    private void judge(boolean right, String what, Sight<ServiceResponse> sight) {
        if (!right) {
            fail("expected an answer with %s, saw %s (frame %d)"
                    .formatted(what, words(sight.message().answer()), sight.number()));
        }
        world.ledger().observed("the DCC answered with " + what, sight);
    }

    /** A display need not tell its image type before it has fetched an image, nor its hardware at all. */
    private boolean isBySameMaker(ServiceResponse.Model read, Eui64 device) {
        var own = world.site()
                .firmwares()
                .model(world.devices().kind(world.devices().nameOf(device)));
        return read.manufacturerCode() == own.manufacturerCode();
    }

    private Sight<Incident.Answered> incident() {
        var raised = world.witness()
                .last(Incident.Raised.class, world.since(), it -> true)
                .orElseThrow(() -> new BenchFault("no incident was raised in the last sentence that acts"));
        var seen = world.witness()
                .await(
                        Incident.Answered.class,
                        raised.number(),
                        ANSWER,
                        it -> it.to().equals(raised.from())
                                && it.message().device().equals(raised.message().device()));
        if (seen.isEmpty()) {
            fail("expected an answer to the incident within %s, saw none".formatted(ANSWER));
        }
        return seen.orElseThrow();
    }

    private void names(DccAnswer.Sender expected) {
        var sight = incident();
        long version = world.version(expected.firmware());
        Eui64 sender = Neighbourhood.user(expected.user());
        var images = sight.message().images().stream()
                .filter(it -> it.firmwareVersion() == version)
                .toList();
        if (images.isEmpty() || !images.stream().allMatch(it -> it.sender().equals(sender))) {
            fail("expected %s as the sender of image %s, saw %s (frame %d)"
                    .formatted(
                            expected.user(),
                            expected.firmware(),
                            sight.message().images(),
                            sight.number()));
        }
        world.ledger().observed("the DCC named %s as the sender".formatted(expected.user()), sight);
    }

    static String words(ServiceResponse.Answer answer) {
        return answer instanceof Refused(var fault) ? "a refusal: " + fault.text() : answer.toString();
    }
}

package io.hanproof.device;

import static io.hanproof.device.DisplayMisbehaviours.breaking;

import io.hanproof.device.Flash.Held;
import io.hanproof.device.Flash.Order;
import io.hanproof.gbcs.ActivateFirmware;
import io.hanproof.lab.Machine;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Wrong ways to activate an image, and to say what runs. */
final class ActivatingWrongly {
    private static final int VERSION = OtaAttribute.CURRENT_FILE_VERSION.id();
    private static final DisplayEvent ACTIVATE =
            new DisplayEvent.EndAnswered(new UpgradeEndResponse(ImageId.ANY, 0, UpgradeEndResponse.NOW));

    private ActivatingWrongly() {}

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        return List.of(
                Misbehaviour.of(
                        "activates-when-refused",
                        "takes the hub's refusal of the end of the transfer for an order to activate",
                        "DEV-10",
                        activatingOn((event, state) -> event instanceof DisplayEvent.Answered answer
                                && answer.commandId() == DisplayEvent.Answered.END
                                && !answer.status().equals(ZclStatus.SUCCESS))),
                Misbehaviour.of(
                        "activates-for-another-image",
                        "does not look which image an order to activate is for",
                        "DEV-10",
                        activatingOn((event, state) -> event instanceof DisplayEvent.EndAnswered(var response)
                                && state.flash()
                                        .held()
                                        .filter(it -> !response.image().covers(it.image()))
                                        .isPresent())),
                Misbehaviour.of(
                                "takes-a-local-update",
                                "runs what somebody puts on it by other means than the HAN",
                                "LOC-01",
                                Mutations.after((step, event, before, now) ->
                                        event instanceof DisplayEvent.UpdatedLocally(long fileVersion)
                                                ? new Step<>(
                                                        step.state()
                                                                .with(step.state()
                                                                        .flash()
                                                                        .withRunning(fileVersion)),
                                                        step.effects())
                                                : step))
                        .under("local-update", "ban"),
                breaking(
                        Set.of("DEV-08", "OPT-06"),
                        "follows-commands-to-activate",
                        "activates what it holds on a command with a MAC and no signature",
                        Mutations.events(it -> it instanceof DisplayEvent.Commanded(var message, var findings)
                                        && message.content() instanceof ActivateFirmware
                                ? new DisplayEvent.ActivationOrdered()
                                : it)),
                Misbehaviour.of(
                        "falls-back-after-four-minutes",
                        "starts its new firmware, and is back on the old one four minutes later",
                        "DEV-10",
                        FallingBack::new),
                Misbehaviour.of(
                        "cannot-say-what-it-runs",
                        "refuses to have its CurrentFileVersion read, although its profile declares it",
                        "DEV-11",
                        answering((answer, state, now) -> new ReadAttributesResponse.Refused(
                                answer.attributeId(), ZclStatus.UNSUPPORTED_ATTRIBUTE))),
                Misbehaviour.of(
                        "names-the-version-it-is-fetching",
                        "answers with the version of the image that it is downloading",
                        "DEV-13",
                        answering((answer, state, now) -> state.phase() instanceof Phase.Downloading at
                                ? version(at.transfer().image())
                                : answer)),
                breaking(
                        Set.of("DEV-08", "DEV-13"),
                        "names-the-version-it-will-run",
                        "answers, about 23 hours before its activation, with the version that it will run then",
                        answering((answer, state, now) -> state.flash()
                                .held()
                                .filter(it -> isDueInAbout23Hours(it, now))
                                .<ReadAttributesResponse.Answer>map(it -> version(it.image()))
                                .orElse(answer))));
    }

    @FunctionalInterface
    private interface Occasion {
        boolean is(DisplayEvent event, DisplayState state);
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> activatingOn(Occasion occasion) {
        return honest -> (event, state, now) -> honest.on(occasion.is(event, state) ? ACTIVATE : event, state, now);
    }

    @FunctionalInterface
    private interface Saying {
        ReadAttributesResponse.Answer of(ReadAttributesResponse.Answer honest, DisplayState state, Instant now);
    }

    /** Answers something else when CurrentFileVersion is read. */
    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> answering(Saying saying) {
        return Mutations.after((step, event, before, now) -> Mutations.replacing(
                step,
                effect -> List.of(
                        effect instanceof DisplayEffect.Answer(var question, var response)
                                ? new DisplayEffect.Answer(
                                        question, changed(response, it -> saying.of(it, before, now)))
                                : effect)));
    }

    private static ReadAttributesResponse changed(
            ReadAttributesResponse response, UnaryOperator<ReadAttributesResponse.Answer> other) {
        var answers = new ArrayList<ReadAttributesResponse.Answer>();
        for (var each : response.answers()) {
            answers.add(each.attributeId() == VERSION ? other.apply(each) : each);
        }
        return new ReadAttributesResponse(answers);
    }

    private static ReadAttributesResponse.Held version(ImageId image) {
        return new ReadAttributesResponse.Held(VERSION, OtaAttribute.CURRENT_FILE_VERSION.value(image.fileVersion()));
    }

    private static boolean isDueInAbout23Hours(Held held, Instant now) {
        return held.order() instanceof Order.At at
                && Duration.between(now, at.due()).compareTo(Duration.ofMinutes(22 * 60 + 30)) > 0
                && Duration.between(now, at.due()).compareTo(Duration.ofMinutes(23 * 60 + 30)) < 0;
    }

    /** Goes back to what it ran before, when it runs a whole update. */
    private static final class FallingBack implements Machine<DisplayState, DisplayEvent, DisplayEffect> {
        private static final Duration TRIAL = Duration.ofMinutes(4);

        private final Machine<DisplayState, DisplayEvent, DisplayEffect> honest;
        private @Nullable Instant end;
        private long old;

        FallingBack(Machine<DisplayState, DisplayEvent, DisplayEffect> honest) {
            this.honest = honest;
        }

        @Override
        public Step<DisplayState, DisplayEffect> on(DisplayEvent event, DisplayState state, Instant now) {
            if (end != null && !end.isAfter(now)) {
                end = null;
                return on(event, state.with(state.flash().withRunning(old)), now);
            }
            var step = honest.on(event, state, now);
            if (isUpdated(state, step.state())) {
                old = state.flash().running();
                end = now.plus(TRIAL);
                return new Step<>(step.state().with(new Phase.Idle(end)), step.effects());
            }
            return step;
        }

        private static boolean isUpdated(DisplayState before, DisplayState after) {
            return before.phase() instanceof Phase.Rebooting
                    && after.phase() instanceof Phase.Idle
                    && before.flash().firstPart().isEmpty()
                    && after.flash().running() != before.flash().running();
        }
    }
}

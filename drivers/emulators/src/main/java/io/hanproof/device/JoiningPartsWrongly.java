package io.hanproof.device;

import static io.hanproof.device.DisplayMisbehaviours.breaking;

import io.hanproof.lab.Machine;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Wrong ways to put a split update together. */
final class JoiningPartsWrongly {
    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final Duration THREE_WEEKS = Duration.ofDays(21);
    private static final Duration DAY = Duration.ofDays(1);
    private static final long TWO_DAYS = 2 * 86_400;

    private JoiningPartsWrongly() {}

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        return List.of(
                breaking(
                        Set.of("DEV-10", "FRG-02"),
                        "runs-the-first-part",
                        "runs the first part of an upgrade for a day as soon as it is activated",
                        RunningFirstPart::new),
                Misbehaviour.of(
                        "does-not-complete-the-upgrade",
                        "starts the last part in vain, unless the first came more than two weeks before",
                        "FRG-03",
                        honest -> new StartingInVain(
                                honest, (content, age) -> isLastPart(content) && age.compareTo(TWO_WEEKS) < 0)),
                Misbehaviour.of(
                        "runs-the-last-part-alone",
                        "runs the last part of an upgrade without the first, until it is notified of another image",
                        "FRG-04",
                        RunningLastPart::new),
                Misbehaviour.of(
                        "puts-parts-together-in-any-order",
                        "keeps a last part that came too early, and completes the upgrade when the first one comes",
                        "FRG-12",
                        AnyOrder::new),
                Misbehaviour.of(
                        "runs-the-first-part-in-the-end",
                        "runs the first part of an upgrade when the last has not come within three weeks",
                        "FRG-13",
                        RunningFirstPartLate::new),
                Misbehaviour.of(
                        "forgets-the-first-part",
                        "forgets the first part of an upgrade after two weeks, and starts the last part in vain",
                        "FRG-14",
                        honest -> new StartingInVain(
                                honest, (content, age) -> isLastPart(content) && age.compareTo(TWO_WEEKS) >= 0)),
                Misbehaviour.of(
                        "takes-nothing-but-the-last-part",
                        "starts every other image in vain once it has stored the first part of an upgrade",
                        "FRG-15",
                        honest -> new StartingInVain(honest, (content, age) -> !isLastPart(content))),
                breaking(
                                Set.of("DEV-08", "FRG-11"),
                                "activates-both-parts-at-once",
                                "activates the parts as soon as it has the last one, before their time",
                                toldOfLastPart(true))
                        .under("split-image", "together"),
                Misbehaviour.of(
                                "drops-the-first-part-while-waiting",
                                "forgets the first part when the last one has to wait for its time",
                                "FRG-11",
                                toldOfLastPart(false))
                        .under("split-image", "together"));
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> toldOfLastPart(boolean atOnce) {
        return honest -> (event, state, now) -> {
            if (!(event instanceof DisplayEvent.EndAnswered(var response)) || !isLastPart(state) || !isSoon(response)) {
                return honest.on(event, state, now);
            }
            var sooner = new DisplayEvent.EndAnswered(new UpgradeEndResponse(response.image(), 0, 0));
            return atOnce
                    ? honest.on(sooner, state, now)
                    : honest.on(event, state.with(state.flash().withFirstPart(OptionalLong.empty())), now);
        };
    }

    private static boolean isSoon(UpgradeEndResponse response) {
        long delay = response.upgradeTime() - response.currentTime();
        return delay > 0 && delay <= TWO_DAYS;
    }

    private static boolean isLastPart(DisplayState state) {
        return state.flash().held().filter(it -> isLastPart(it.content())).isPresent();
    }

    private static boolean isLastPart(Content content) {
        return content instanceof Content.LastPart;
    }

    /** A machine that remembers when the first part was stored, and what ran then. */
    private abstract static class Remembering implements Machine<DisplayState, DisplayEvent, DisplayEffect> {
        private final Machine<DisplayState, DisplayEvent, DisplayEffect> honest;
        private @Nullable Instant stored;
        private long ran;

        Remembering(Machine<DisplayState, DisplayEvent, DisplayEffect> honest) {
            this.honest = honest;
        }

        /** What it makes of a state before anything happens in it. */
        DisplayState before(DisplayEvent event, DisplayState state, Instant now) {
            return state;
        }

        /** What it does instead once the honest machine has decided. */
        abstract Step<DisplayState, DisplayEffect> after(
                Step<DisplayState, DisplayEffect> step, DisplayEvent event, DisplayState before, Instant now);

        @Override
        public final Step<DisplayState, DisplayEffect> on(DisplayEvent event, DisplayState given, Instant now) {
            var state = before(event, given, now);
            var step = honest.on(event, state, now);
            if (isStored(state, step.state())) {
                stored = now;
                ran = state.flash().running();
            }
            return after(step, event, state, now);
        }

        final boolean isStoredFor(Duration least, Instant now) {
            return age(now).filter(it -> it.compareTo(least) >= 0).isPresent();
        }

        /** How long ago the first part was stored. */
        final Optional<Duration> age(Instant now) {
            return stored == null ? Optional.empty() : Optional.of(Duration.between(stored, now));
        }

        final long ran() {
            return ran;
        }

        static boolean isStored(DisplayState before, DisplayState after) {
            return after.flash().held().isEmpty()
                    && before.flash()
                            .held()
                            .filter(it -> it.content() instanceof Content.FirstPart)
                            .isPresent()
                    && after.flash().firstPart().isPresent();
        }

        static boolean isRefusedLastPart(DisplayEvent event, DisplayState after) {
            return event instanceof DisplayEvent.Checked(Verdict.Sound(Content.LastPart last), var hash)
                    && after.flash().refused().isPresent();
        }
    }

    private static final class RunningFirstPart extends Remembering {
        private boolean disorder;

        RunningFirstPart(Machine<DisplayState, DisplayEvent, DisplayEffect> honest) {
            super(honest);
        }

        @Override
        DisplayState before(DisplayEvent event, DisplayState state, Instant now) {
            boolean over = isStoredFor(DAY, now)
                    && state.phase() instanceof Phase.Idle
                    && state.flash()
                            .firstPart()
                            .equals(OptionalLong.of(state.flash().running()));
            return over ? state.with(state.flash().withRunning(ran())) : state;
        }

        @Override
        Step<DisplayState, DisplayEffect> after(
                Step<DisplayState, DisplayEffect> step, DisplayEvent event, DisplayState before, Instant now) {
            disorder |= isRefusedLastPart(event, step.state());
            if (disorder || !isStored(before, step.state())) {
                return step;
            }
            var flash = step.state().flash();
            var runs = flash.withRunning(flash.firstPart().orElseThrow());
            return new Step<>(new DisplayState(runs, new Phase.Idle(now.plus(DAY))), step.effects());
        }
    }

    /** Activates, and runs what it ran before. */
    private static final class StartingInVain extends Remembering {
        private final BiPredicate<Content, Duration> vain;

        /** @param vain for what content, and how long after the first part was stored */
        StartingInVain(Machine<DisplayState, DisplayEvent, DisplayEffect> honest, BiPredicate<Content, Duration> vain) {
            super(honest);
            this.vain = vain;
        }

        @Override
        Step<DisplayState, DisplayEffect> after(
                Step<DisplayState, DisplayEffect> step, DisplayEvent event, DisplayState before, Instant now) {
            boolean starts =
                    before.phase() instanceof Phase.Rebooting && step.state().phase() instanceof Phase.Idle;
            var held = before.flash().held();
            return starts
                            && held.isPresent()
                            && age(now).filter(it -> vain.test(held.get().content(), it))
                                    .isPresent()
                    ? new Step<>(
                            step.state()
                                    .with(step.state()
                                            .flash()
                                            .withRunning(before.flash().running())),
                            step.effects())
                    : step;
        }
    }

    private static final class RunningLastPart extends Remembering {
        private OptionalLong old = OptionalLong.empty();

        RunningLastPart(Machine<DisplayState, DisplayEvent, DisplayEffect> honest) {
            super(honest);
        }

        @Override
        DisplayState before(DisplayEvent event, DisplayState state, Instant now) {
            if (old.isEmpty() || !(event instanceof DisplayEvent.Notified)) {
                return state;
            }
            var back = state.with(state.flash().withRunning(old.getAsLong()));
            old = OptionalLong.empty();
            return back;
        }

        @Override
        Step<DisplayState, DisplayEffect> after(
                Step<DisplayState, DisplayEffect> step, DisplayEvent event, DisplayState before, Instant now) {
            if (!isRefusedLastPart(event, step.state())) {
                return step;
            }
            old = OptionalLong.of(before.flash().running());
            long part = step.state().flash().refused().orElseThrow().fileVersion();
            return new Step<>(step.state().with(step.state().flash().withRunning(part)), step.effects());
        }
    }

    private static final class AnyOrder extends Remembering {
        private OptionalLong early = OptionalLong.empty();

        AnyOrder(Machine<DisplayState, DisplayEvent, DisplayEffect> honest) {
            super(honest);
        }

        @Override
        Step<DisplayState, DisplayEffect> after(
                Step<DisplayState, DisplayEffect> step, DisplayEvent event, DisplayState before, Instant now) {
            if (isRefusedLastPart(event, step.state())) {
                early = OptionalLong.of(
                        step.state().flash().refused().orElseThrow().fileVersion());
            }
            if (early.isEmpty() || !isStored(before, step.state())) {
                return step;
            }
            var flash = step.state().flash().withRunning(early.getAsLong());
            return new Step<>(step.state().with(flash), step.effects());
        }
    }

    private static final class RunningFirstPartLate extends Remembering {
        RunningFirstPartLate(Machine<DisplayState, DisplayEvent, DisplayEffect> honest) {
            super(honest);
        }

        @Override
        DisplayState before(DisplayEvent event, DisplayState state, Instant now) {
            boolean due =
                    isStoredFor(THREE_WEEKS, now) && state.flash().firstPart().isPresent();
            return due
                    ? state.with(
                            state.flash().withRunning(state.flash().firstPart().getAsLong()))
                    : state;
        }

        @Override
        Step<DisplayState, DisplayEffect> after(
                Step<DisplayState, DisplayEffect> step, DisplayEvent event, DisplayState before, Instant now) {
            return step;
        }
    }
}

package io.hanproof.steps;

import io.hanproof.lab.Bench;
import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.steps.GbcsWords.ActivationCommand;
import io.hanproof.steps.UpdateState.Stage;
import io.hanproof.steps.Words.Activation;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Leads displays through their updates. A display that is judged goes by itself, and is waited for; one that hanproof plays is
 * told how far to go. An emulated bench begins every scenario anew, for that costs nothing and keeps scenarios apart.
 */
final class UpdateBench {
    private static final Duration LONGEST_TRANSFER = Duration.ofDays(3);

    private final World world;
    private final Map<String, Bench<UpdateState>> benches = new HashMap<>();

    UpdateBench(World world) {
        this.world = world;
    }

    void downloaded(List<String> displays, String image, Activation activation) {
        var held = new UpdateState(Stage.HELD, image, activation);
        world.supply().deliver(image, activation, displays);
        for (String display : displays) {
            bench(display).found(held);
            reach(display, held.at(Stage.DOWNLOADED));
        }
    }

    /** Whether that is so already: by the scenario before, for otherwise nothing has been. */
    boolean areDownloaded(List<String> displays, String image, Activation activation) {
        var downloaded = new UpdateState(Stage.DOWNLOADED, image, activation);
        return displays.stream().allMatch(it -> bench(it).present().equals(downloaded));
    }

    void activated(String display, String image) {
        reach(display, new UpdateState(Stage.ACTIVATED, image, Activation.AT_ONCE));
    }

    void halfFetched(String display, String image) {
        reach(display, new UpdateState(Stage.HALF_FETCHED, image, Activation.AT_ONCE));
    }

    void fetched(String display, String image) {
        reach(display, new UpdateState(Stage.FETCHED, image, Activation.AT_ONCE));
    }

    /** The image is on the hub by other means than the bench's. */
    void foundHeld(String display, String image, Activation activation) {
        bench(display).found(new UpdateState(Stage.HELD, image, activation));
    }

    /** What was done to it before the scenario began does not count. */
    void forget(String display) {
        benches.remove(world.devices().key(display));
    }

    /** Lets a display that hanproof plays go on by itself. */
    void letFetch(String display) {
        world.devices().letGo(display);
    }

    private void reach(String display, UpdateState goal) {
        bench(display).reach(goal);
    }

    private Bench<UpdateState> bench(String display) {
        return benches.computeIfAbsent(
                world.devices().key(display),
                it -> new Bench<>(
                        UpdateState.FRESH,
                        List.of(
                                new Deliver(it),
                                new Step(it, Stage.HELD, Stage.HALF_FETCHED, this::fetchHalf),
                                new Step(it, Stage.HELD, Stage.FETCHED, this::fetchAll),
                                new Step(it, Stage.HALF_FETCHED, Stage.FETCHED, this::fetchAll),
                                new Step(it, Stage.HELD, Stage.DOWNLOADED, this::download),
                                new Step(it, Stage.HALF_FETCHED, Stage.DOWNLOADED, this::download),
                                new Step(it, Stage.FETCHED, Stage.DOWNLOADED, this::download),
                                new Step(it, Stage.DOWNLOADED, Stage.ACTIVATED, this::activate))));
    }

    private void fetchHalf(String display, UpdateState to) {
        int size = world.image(to.image()).served().length();
        world.devices().fetchUpTo(display, size / 2);
        awaitProgress(
                display,
                to,
                it -> servesUpTo(it, size / 2),
                world.judgesHub() ? "OTA-10" : world.precondition("DEV-04", "HCA-06"),
                "half of image %s is fetched".formatted(to.image()));
    }

    private void fetchAll(String display, UpdateState to) {
        int size = world.image(to.image()).served().length();
        world.devices().fetchWithoutEnd(display);
        awaitProgress(
                display,
                to,
                it -> servesUpTo(it, size),
                world.judgesHub() ? "OTA-10" : world.precondition("DEV-04", "HCA-06"),
                "all of image %s is fetched".formatted(to.image()));
    }

    private static boolean servesUpTo(Sight<OtaCommand> sight, int octets) {
        return sight.message() instanceof ImageBlockResponse.Success block
                && block.fileOffset() + block.data().length() >= octets;
    }

    private void download(String display, UpdateState to) {
        world.devices().letGo(display);
        awaitProgress(
                display,
                to,
                it -> it.message() instanceof UpgradeEndResponse,
                world.judgesHub() ? "OTA-11" : world.precondition("DEV-06", "HCA-06"),
                "image %s is downloaded".formatted(to.image()));
    }

    private void activate(String display, UpdateState to) {
        if (!world.judgesHub() && !world.devices().kind(display).isDisplay()) {
            world.desk().order(display, ActivationCommand.of(to.image()));
        }
        Instant when = world.supply().activationInstant(to.activation());
        if (when.isAfter(world.timeline().instant())) {
            world.timeline().advanceTo(when);
        }
        var timing = world.timing();
        world.timeline().advance(timing.reboot().plus(timing.readBackTolerance()));
        if (world.judgesHub()) {
            world.timeline().advance(world.readBackDelay().plusMinutes(1));
        } else if (!world.site().firmwares().isFirstPart(to.image())) {
            long runs = world.versionOracle().ask(display).version();
            if (runs != world.version(to.image())) {
                throw new PreconditionNotReached(
                        world.precondition("DEV-10", "HCA-02"),
                        "the %s has activated image %s".formatted(world.called(), to.image()));
            }
        }
    }

    private void awaitProgress(
            String display, UpdateState to, Predicate<Sight<OtaCommand>> reached, String requirement, String state) {
        if (goesOnUntil(display, world.supply().deliveredAt(to.image()), reached)
                .isEmpty()) {
            throw new PreconditionNotReached(requirement, state);
        }
    }

    /** Follows the display's session until such a message, or until it has stood still for longer than it may. */
    Optional<Sight<OtaCommand>> goesOnUntil(String display, int since, Predicate<Sight<OtaCommand>> reached) {
        Instant end = world.timeline().instant().plus(LONGEST_TRANSFER);
        Instant until = world.timeline().instant().plus(world.timing().query());
        int from = since;
        while (until.isBefore(end)) {
            var left = Duration.between(world.timeline().instant(), until);
            var next = world.witness().await(OtaCommand.class, from, left, it -> isOf(it, display));
            if (next.isEmpty() || reached.test(next.get())) {
                return next;
            }
            from = next.get().number() + 1;
            Instant patient = next.get().at().plus(patience(next.get()));
            until = patient.isAfter(until) ? patient : until;
        }
        return Optional.empty();
    }

    private boolean isOf(Sight<OtaCommand> sight, String display) {
        return world.isFrom(sight, display) || world.isTo(sight, display);
    }

    /** How long the display may be still after this message. */
    private Duration patience(Sight<OtaCommand> after) {
        Duration stall = world.timing().stall();
        return switch (after.message()) {
            case ImageBlockResponse.WaitForData it ->
                stall.plusSeconds(Math.max(0, it.requestTime() - it.currentTime()));
            case ImageBlockResponse.Success it -> longer(stall, world.timing().check());
            default -> stall;
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The image comes to the hub, for this display. */
    private final class Deliver implements Bench.Passage<UpdateState> {
        private final String display;

        Deliver(String display) {
            this.display = display;
        }

        @Override
        public Optional<UpdateState> leads(UpdateState from, UpdateState goal) {
            return from.isSameUpdate(goal) ? Optional.empty() : Optional.of(goal.at(Stage.HELD));
        }

        @Override
        public void take(UpdateState from, UpdateState to) {
            world.supply().deliver(to.image(), to.activation(), List.of(display));
        }
    }

    /** Does the work of a step. */
    private interface Walk {
        void to(String display, UpdateState to);
    }

    /** The update goes on by one stage. */
    private record Step(String display, Stage before, Stage after, Walk walk) implements Bench.Passage<UpdateState> {
        @Override
        public Optional<UpdateState> leads(UpdateState from, UpdateState goal) {
            return from.stage() == before && from.isSameUpdate(goal) ? Optional.of(from.at(after)) : Optional.empty();
        }

        @Override
        public void take(UpdateState from, UpdateState to) {
            walk.to(display, to);
        }
    }
}

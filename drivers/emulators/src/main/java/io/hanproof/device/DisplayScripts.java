package io.hanproof.device;

import io.hanproof.gbcs.ElectricityFirmwareVersion;
import io.hanproof.gbcs.FirmwareVersion;
import io.hanproof.gbcs.GasFirmwareVersion;
import io.hanproof.gbcs.ReadResponseCode;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.profile.Policies;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** What a display does on a scenario's order, for a hub to cope with: unusual, but a display's right. */
public final class DisplayScripts {
    /** Nothing unusual. */
    public static final Mutation<DisplayState, DisplayEvent, DisplayEffect> NONE = honest -> honest;

    private static final int DLMS_HARDWARE_FAULT = 1;
    private static final int ZCL_HARDWARE_FAILURE = 0xC0;

    private DisplayScripts() {}

    /** Follows all of them, each on top of those before; {@link #as} only first. */
    @SafeVarargs
    public static Mutation<DisplayState, DisplayEvent, DisplayEffect> all(
            Mutation<DisplayState, DisplayEvent, DisplayEffect>... scripts) {
        return honest -> {
            var machine = honest;
            for (var each : scripts) {
                machine = each.of(machine);
            }
            return machine;
        };
    }

    /**
     * Behaves as another model of itself: with another block size, with pages or without, resuming or not. What it runs
     * stays.
     */
    public static Mutation<DisplayState, DisplayEvent, DisplayEffect> as(DisplayModel other, Policies policies) {
        return honest -> new DisplayMachine(other, policies);
    }

    /** Queries with this hardware version, or with none. */
    public static Mutation<DisplayState, DisplayEvent, DisplayEffect> tellsHardware(
            Optional<HardwareVersion> hardware) {
        return Mutations.replace(QueryNextImageRequest.class, it -> new QueryNextImageRequest(it.running(), hardware));
    }

    /** Queries as if it were, or ran, something else. */
    public static Mutation<DisplayState, DisplayEvent, DisplayEffect> queriesAs(UnaryOperator<ImageId> other) {
        return Mutations.replace(
                QueryNextImageRequest.class, it -> new QueryNextImageRequest(other.apply(it.running()), it.hardware()));
    }

    /** Asks for nothing more of an image once it has that many octets of it, and sends nothing else about it. */
    public static Mutation<DisplayState, DisplayEvent, DisplayEffect> stopsFetchingAt(long octets) {
        return Mutations.after((step, event, before, now) -> offset(before) >= octets || offset(step.state()) >= octets
                ? Mutations.replacing(step, it -> isRequest(it) ? List.of() : List.of(it))
                : step);
    }

    /** Gives a download up by its own decision once it has that many octets of it. */
    public static Mutation<DisplayState, DisplayEvent, DisplayEffect> abortsAt(long octets) {
        return Mutations.after((step, event, before, now) -> {
            if (!(step.state().phase() instanceof Phase.Downloading at) || at.offset() < octets) {
                return step;
            }
            var abort = new UpgradeEndRequest(ZclStatus.ABORT, at.transfer().image());
            var idle = new Phase.Idle(now.plus(Habits.USUAL.pollPeriod()));
            return new Step<>(
                    new DisplayState(step.state().flash().erased(), idle), List.of(new DisplayEffect.Send(abort)));
        });
    }

    /** Ends a sound image with another status than SUCCESS, and forgets it. */
    public static Mutation<DisplayState, DisplayEvent, DisplayEffect> endsWith(ZclStatus status) {
        return Mutations.after((step, event, before, now) -> {
            var end = Mutations.sent(step, UpgradeEndRequest.class);
            if (end.isEmpty() || !end.get().status().equals(ZclStatus.SUCCESS)) {
                return step;
            }
            var idle = new Phase.Idle(now.plus(Habits.USUAL.pollPeriod()));
            var other = new UpgradeEndRequest(status, end.get().image());
            return new Step<>(
                    new DisplayState(step.state().flash().erased(), idle), List.of(new DisplayEffect.Send(other)));
        });
    }

    /** Fetches all of an image and never says how that ended. */
    public static Mutation<DisplayState, DisplayEvent, DisplayEffect> withholdsTheEnd() {
        return Mutations.without(it -> Mutations.sends(it, UpgradeEndRequest.class));
    }

    /** Asks once for an earlier block again, along with the next one, when it has come to {@code octets}. */
    public static Mutation<DisplayState, DisplayEvent, DisplayEffect> asksAgainFor(long earlier, long octets) {
        return honest -> {
            var asked = new AtomicBoolean();
            return Mutations.after((step, event, before, now) -> {
                        var next = Mutations.sent(step, ImageBlockRequest.class);
                        if (offset(step.state()) < octets || next.isEmpty() || asked.getAndSet(true)) {
                            return step;
                        }
                        var request = ImageBlockRequest.of(
                                next.get().image(), earlier, next.get().maximumDataSize());
                        var effects = new ArrayList<>(step.effects());
                        effects.add(new DisplayEffect.Send(request));
                        return new Step<>(step.state(), List.copyOf(effects));
                    })
                    .of(honest);
        };
    }

    /** Does not answer when its attributes are read. */
    public static Mutation<DisplayState, DisplayEvent, DisplayEffect> doesNotAnswerReads() {
        return Mutations.without(it -> it instanceof DisplayEffect.Answer);
    }

    /** Answers reads late. */
    public static Mutation<DisplayState, DisplayEvent, DisplayEffect> answersReadsAfter(Duration delay) {
        return Mutations.effects(
                it -> List.of(it instanceof DisplayEffect.Answer ? new DisplayEffect.Later(delay, it) : it));
    }

    /** Answers whoever asks which firmware it runs that it cannot read it, as each kind of device says so. */
    public static Mutation<DisplayState, DisplayEvent, DisplayEffect> cannotReadItsFirmware() {
        return Mutations.effects(
                it -> List.of(it instanceof DisplayEffect.Tell tell ? tell.with(unread(tell.content())) : it));
    }

    private static io.hanproof.gbcs.Content unread(io.hanproof.gbcs.Content answer) {
        return switch (answer) {
            case FirmwareVersion it -> new FirmwareVersion(0, ReadResponseCode.READ_FAILURE);
            case ElectricityFirmwareVersion it ->
                new ElectricityFirmwareVersion(it.invokeId(), Optional.empty(), DLMS_HARDWARE_FAULT);
            case GasFirmwareVersion it -> new GasFirmwareVersion(ZCL_HARDWARE_FAILURE, Optional.empty());
            case io.hanproof.gbcs.Content other -> other;
        };
    }

    /** Takes every activation for done and goes on running what it ran. */
    public static Mutation<DisplayState, DisplayEvent, DisplayEffect> doesNotActivate() {
        return Mutations.after((step, event, before, now) -> {
            boolean begins =
                    step.state().phase() instanceof Phase.Rebooting && !(before.phase() instanceof Phase.Rebooting);
            var idle = new Phase.Idle(now.plus(Habits.USUAL.pollPeriod()));
            return begins ? Mutations.stay(new DisplayState(before.flash().erased(), idle)) : step;
        });
    }

    private static boolean isRequest(DisplayEffect effect) {
        return Mutations.sends(effect, ImageBlockRequest.class)
                || Mutations.sends(effect, ImagePageRequest.class)
                || Mutations.sends(effect, UpgradeEndRequest.class);
    }

    private static long offset(DisplayState state) {
        return state.phase() instanceof Phase.Downloading at ? at.offset() : 0;
    }
}

package io.hanproof.device;

import io.hanproof.hub.EmulatedHub;
import io.hanproof.hub.HubModel;
import io.hanproof.hub.HubScripts;
import io.hanproof.image.HardwareRange;
import io.hanproof.image.OtaImage;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Entry;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Seed;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Profile;
import io.hanproof.profile.Profile.Firmware;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.GlobalCommand;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.OtaCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A hub and a display on a simulated HAN, at two in the morning. */
final class UpdateBench {
    static final Instant START = Instant.parse("2026-01-01T02:00:00Z");
    static final Eui64 HUB = Eui64.parse("00DB1234567890A2");
    static final Eui64 DISPLAY = Eui64.parse("00DB1234567890A4");

    final VirtualTimeline timeline = new VirtualTimeline(START);
    final Recorder recorder = new Recorder();
    final SimulatedHan han = new SimulatedHan(timeline, LinkBudget.band2400MHz(), recorder, Seed.derive(1, "han"));
    final Profile profile;
    final EmulatedHub hub;
    final EmulatedDisplay display;

    UpdateBench(Profile profile, Policies policies, Mutation<DisplayState, DisplayEvent, DisplayEffect> mutation) {
        this(profile, HubModel.of(HUB), policies, mutation);
    }

    UpdateBench(
            Profile profile,
            HubModel hubModel,
            Policies policies,
            Mutation<DisplayState, DisplayEvent, DisplayEffect> mutation) {
        this.profile = profile;
        hub = new EmulatedHub(
                han.join(HUB, Set.of(0x7B)),
                timeline,
                hubModel,
                policies,
                Baseline.BASELINE_2019,
                recorder,
                HubScripts.HONEST);
        hub.join(DISPLAY, profile.device(), 1);
        display = new EmulatedDisplay(
                han.join(DISPLAY, Set.of(1)),
                timeline,
                Seed.derive(1, "display"),
                DisplayModel.of(profile, profile.device(), DISPLAY),
                policies,
                mutation);
        display.join(HUB);
        display.onReceiver(on -> han.deaf(DISPLAY, !on));
        han.onPower(DISPLAY, display::power);
    }

    OtaImage image(Firmware firmware, HardwareRange range) {
        return FirmwareImages.make(
                profile, profile.device(), firmware, range, Optional.empty(), Baseline.BASELINE_2019);
    }

    /** A sound image that another maker made, or the same one for another model. */
    OtaImage imageFor(ImageId id, Firmware firmware) {
        var other = new HashMap<>(profile.models());
        other.put(profile.device(), new Profile.Model(id.manufacturerCode(), id.imageType(), TestProfile.HARDWARE));
        var foreign = new Profile(
                profile.name(),
                profile.sha256(),
                profile.device(),
                other,
                profile.firmware(),
                profile.split(),
                profile.hardware(),
                profile.capabilities(),
                profile.timing(),
                profile.store(),
                profile.form(),
                profile.baseline(),
                profile.policies());
        return FirmwareImages.make(
                foreign,
                profile.device(),
                firmware,
                new HardwareRange(TestProfile.HARDWARE, TestProfile.HARDWARE),
                Optional.empty(),
                Baseline.BASELINE_2019);
    }

    OtaImage image(Firmware firmware, Optional<Instant> activation) {
        return FirmwareImages.make(
                profile,
                profile.device(),
                firmware,
                new HardwareRange(TestProfile.HARDWARE, TestProfile.HARDWARE),
                activation,
                Baseline.BASELINE_2019);
    }

    void deliver(Firmware firmware) {
        deliver(image(firmware, Optional.empty()));
    }

    void deliverFor(Firmware firmware, Duration fromNow) {
        deliver(image(firmware, Optional.of(timeline.instant().plus(fromNow))));
    }

    void deliver(OtaImage image) {
        deliverFile(image.file());
    }

    void deliverFile(Octets file) {
        var useCase = profile.device().isDisplay() ? UseCase.CS05C : UseCase.CS05B;
        hub.deliver(new FirmwareDelivery(useCase, file, List.of(DISPLAY)));
    }

    void pass(Duration duration) {
        timeline.advance(duration);
    }

    void power(boolean on) {
        han.power(DISPLAY, on);
    }

    /** What the display says it runs when the hub reads it; empty when it says nothing. */
    OptionalLong running() {
        return answer().map(this::runningIn).orElse(OptionalLong.empty());
    }

    OptionalLong runningIn(ReadAttributesResponse response) {
        return response.value(OtaAttribute.CURRENT_FILE_VERSION.id())
                .map(it -> it instanceof AttributeValue.Number number
                        ? OptionalLong.of(number.value())
                        : OptionalLong.empty())
                .orElse(OptionalLong.empty());
    }

    /** The display's answer when the hub reads CurrentFileVersion. */
    Optional<ReadAttributesResponse> answer() {
        int before = recorder.recording().size();
        var read = new ReadAttributes(List.of(OtaAttribute.CURRENT_FILE_VERSION.id()));
        hub.say(DISPLAY, Cluster.OTA.id(), read.frame(Direction.TO_CLIENT, 0xEE));
        pass(Duration.ofMillis(500));
        for (var frame : frames(before)) {
            if (frame.source().equals(DISPLAY)
                    && ZclHeader.read(frame.zcl()) instanceof Decoded.Value<ZclHeader>(var header)
                    && GlobalCommand.read(header, frame.zcl())
                            instanceof Decoded.Value<GlobalCommand>(ReadAttributesResponse response)) {
                return Optional.of(response);
            }
        }
        return Optional.empty();
    }

    <C extends OtaCommand> List<C> said(Class<C> kind) {
        var commands = new ArrayList<C>();
        for (var frame : frames(0)) {
            if (frame.cluster() == Cluster.OTA.id()
                    && ZclHeader.read(frame.zcl()) instanceof Decoded.Value<ZclHeader>(var header)
                    && OtaCommand.read(header, frame.zcl()) instanceof Decoded.Value<OtaCommand>(var command)
                    && kind.isInstance(command)) {
                commands.add(kind.cast(command));
            }
        }
        return commands;
    }

    /** When commands of that kind were sent, after an instant: nanoseconds. */
    List<Long> said(Class<? extends OtaCommand> kind, long after) {
        var times = new ArrayList<Long>();
        for (var entry : recorder.recording().entries()) {
            if (entry instanceof Entry.Frame frame
                    && frame.nanos() > after
                    && frame.frame().cluster() == Cluster.OTA.id()
                    && ZclHeader.read(frame.frame().zcl()) instanceof Decoded.Value<ZclHeader>(var header)
                    && OtaCommand.read(header, frame.frame().zcl()) instanceof Decoded.Value<OtaCommand>(var command)
                    && kind.isInstance(command)) {
                times.add(frame.nanos());
            }
        }
        return times;
    }

    List<ApsFrame> frames(int after) {
        var frames = new ArrayList<ApsFrame>();
        for (var entry : recorder.recording().entries()) {
            if (entry instanceof Entry.Frame frame && frame.number() > after) {
                frames.add(frame.frame());
            }
        }
        return frames;
    }
}

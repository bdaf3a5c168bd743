package io.hanproof.steps;

import io.hanproof.image.OtaImage;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.steps.Words.Activation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The supplier and the DCC: sends images to the hub, and remembers what was sent when. */
final class Supply {
    /** As far ahead as an activation may be. */
    private static final Duration LATEST = Duration.ofDays(30);

    private record Sent(OtaImage image, int frame) {}

    private final World world;
    private final Map<String, Sent> sent = new HashMap<>();
    private final Map<Activation, Instant> activations = new HashMap<>();
    private @Nullable OtaImage last;

    Supply(World world) {
        this.world = world;
    }

    /** Sends an image to displays; to wait for the hub's order is the hub's matter, not the image's. */
    void deliver(String name, Activation activation, List<String> displays) {
        DeviceKind kind = world.devices().kind(displays.getFirst());
        if (activation instanceof Activation.WhenTold) {
            world.hub().holdBack();
        }
        Optional<Instant> when = toInstant(activation);
        if (world.run().baseline() == Baseline.BASELINE_2020) {
            when.ifPresent(world.hub()::activatesAt); // its images carry no activation date-time
        }
        activations.put(activation, when.orElse(world.timeline().instant()));
        send(name, world.site().firmwares().image(name, kind, when), kind, displays);
    }

    /** A scenario has sent the image by itself. */
    void sent(String name, OtaImage image) {
        sent.put(name, new Sent(image, world.witness().next()));
        last = image;
    }

    void send(String name, OtaImage image, DeviceKind kind, List<String> targets) {
        int frame = world.witness().next();
        List<Eui64> addresses = targets.stream().map(world.devices()::address).toList();
        sent.put(name, new Sent(image, frame));
        last = image;
        if (world.site().judgesDcc()) {
            world.chain().distribute(image, kind, addresses);
            return;
        }
        toHub(image, kind, addresses);
    }

    /** The image comes to the hub as if it had been sent before the scenario began. */
    void stock(OtaImage image, DeviceKind kind, List<Eui64> addresses) {
        toHub(image, kind, addresses);
    }

    private void toHub(OtaImage image, DeviceKind kind, List<Eui64> addresses) {
        world.hub()
                .wan()
                .deliver(new FirmwareDelivery(
                        kind.isDisplay() ? UseCase.CS05C : UseCase.CS05B, image.file(), addresses));
    }

    boolean isDelivered(String name) {
        return sent.containsKey(name);
    }

    OtaImage delivered(String name) {
        return find(name).image();
    }

    /** Number of the first frame after the image came to the hub. */
    int deliveredAt(String name) {
        return find(name).frame();
    }

    OtaImage lastImage() {
        var image = last;
        if (image == null) {
            throw new BenchFault("no image has been sent in this scenario");
        }
        return image;
    }

    /** The instant that a sentence of this scenario means: one already named, or one counted from now. */
    Instant activationInstant(Activation activation) {
        Instant named = activations.get(activation);
        return named == null ? toInstant(activation).orElse(world.timeline().instant()) : named;
    }

    Optional<Instant> toInstant(Activation activation) {
        return switch (activation) {
            case Activation.Now() -> Optional.empty();
            case Activation.WhenOrdered() -> Optional.empty();
            case Activation.WhenTold() ->
                Optional.of(world.timeline().instant().plus(LATEST)); // the hub keeps it on its list
            case Activation.At(var clock) -> Optional.of(world.today(clock));
            case Activation.In(var delay) ->
                Optional.of(world.timeline().instant().plus(delay));
        };
    }

    private Sent find(String name) {
        Sent found = sent.get(name);
        if (found == null) {
            throw new BenchFault("image %s has not been sent in this scenario".formatted(name));
        }
        return found;
    }
}

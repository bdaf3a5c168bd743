package io.hanproof.steps;

import io.hanproof.device.EmulatedDisplay;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.venue.Ground;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** How GBCS messages come to the devices of a scenario, and from them to the hub. */
final class GbcsWays {
    private final HanHub hub;
    private final Ground ground;
    private final Recorder recorder;
    private final Map<String, Consumer<Octets>> ways = new HashMap<>();

    GbcsWays(HanHub hub, Ground ground, Recorder recorder) {
        this.hub = hub;
        this.ground = ground;
        this.recorder = recorder;
    }

    /**
     * Opens the way to a device and back, where the bench has one.
     *
     * @param emulated absent where the device is somebody else's
     */
    void open(String device, Eui64 address, Optional<EmulatedDisplay> emulated) {
        emulated.map(it -> toOurs(address, it))
                .orElseGet(() -> toTheirs(address))
                .ifPresent(way -> {
                    ways.put(device, way);
                    hub.ifOurs().ifPresent(it -> it.passOn(address, way));
                });
    }

    private Optional<Consumer<Octets>> toTheirs(Eui64 address) {
        return hub.ifOurs()
                .flatMap(it -> ground.guest().flatMap(guest -> guest.gbcs(hub.address(), address, it::passUp)));
    }

    private Optional<Consumer<Octets>> toOurs(Eui64 address, EmulatedDisplay display) {
        Optional<Consumer<Octets>> toHub = hub.ifOurs()
                .map(it -> Optional.<Consumer<Octets>>of(it::passUp))
                .orElseGet(() -> ground.guest().flatMap(it -> it.gbcs(address, hub.address(), display::gbcs)));
        toHub.ifPresent(display::onGbcs);
        return toHub.map(it -> display::gbcs);
    }

    /** @throws BenchFault where no GBCS message can come to the device, nor from it */
    void require(String device, String called) {
        if (!ways.containsKey(device)) {
            throw new BenchFault("no GBCS message passes between the DCC and the %s here: frames of the OTA cluster do"
                    .formatted(called));
        }
    }

    /** Hands a command to a device that it is not for. */
    void misdirect(String device, Octets gbcs) {
        recorder.wan(ground.timeline().nanos(), new WanMessage.Gbcs(gbcs));
        Objects.requireNonNull(ways.get(device)).accept(gbcs);
    }
}

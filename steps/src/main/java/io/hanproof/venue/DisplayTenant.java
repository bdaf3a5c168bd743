package io.hanproof.venue;

import io.hanproof.device.DisplayModel;
import io.hanproof.device.EmulatedDisplay;
import io.hanproof.lab.BenchOrder;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.ncp.EndpointDescription;
import io.hanproof.ncp.Tenant;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ota.HardwareVersion;
import java.util.List;
import java.util.Set;

/** The emulated device behind an emulated stick: the same as stands on the HAN of this process otherwise. */
public final class DisplayTenant implements Tenant {
    private static final int IN_HOME_DISPLAY = 0x0502;

    private final Cast cast;
    private final Eui64 hub;

    /** @param hub the stick that serves it */
    public DisplayTenant(Cast cast, Eui64 hub) {
        this.cast = cast;
        this.hub = hub;
    }

    @Override
    public Eui64 address() {
        return new Eui64(hub.value() + 1);
    }

    @Override
    public List<EndpointDescription> endpoints() {
        return List.of(new EndpointDescription(
                Cast.DEVICE_ENDPOINT,
                Cluster.SMART_ENERGY_PROFILE,
                IN_HOME_DISPLAY,
                0,
                List.of(Cluster.BASIC.id()),
                List.of(Cluster.TIME.id(), Cluster.OTA.id())));
    }

    @Override
    public void settle(SimulatedHan han, BenchOrder.Begin begin, Runnable announce) {
        DisplayModel usual = cast.displayModel(address());
        DisplayModel running = begin.installed().map(usual::withInstalled).orElse(usual);
        DisplayModel model = begin.hardware()
                .map(it -> running.withHardware(HardwareVersion.of(it)))
                .orElse(running);
        var radio = han.join(address(), Set.of(Cast.DEVICE_ENDPOINT));
        EmulatedDisplay display = cast.display(radio, han.timeline(), model, begin.seed());
        display.join(hub);
        display.onReceiver(on -> {
            han.deaf(address(), !on);
            if (on) {
                announce.run();
            }
        });
        han.onPower(address(), display::power);
    }
}

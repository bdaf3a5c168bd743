package io.hanproof.dongle;

import io.hanproof.device.DisplayModel;
import io.hanproof.device.EmulatedDisplay;
import io.hanproof.image.Form;
import io.hanproof.lab.BenchOrder;
import io.hanproof.lab.Seed;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.ncp.EndpointDescription;
import io.hanproof.ncp.Tenant;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Profile;
import io.hanproof.profile.Profile.Firmware;
import io.hanproof.profile.Profile.Role;
import io.hanproof.zcl.ota.HardwareVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A PPMID of ours behind an emulated stick, on the HAN of the hub with the address before its own. */
final class DisplayTenant implements Tenant {
    static final Eui64 HUB = Eui64.parse("00A1B2C3D4E50000");
    static final Eui64 PPMID = new Eui64(HUB.value() + 1);
    static final HardwareVersion HARDWARE = new HardwareVersion(1, 1);
    private static final int SIZE = 4_200;

    private final Profile profile;
    private final AtomicReference<@Nullable EmulatedDisplay> display = new AtomicReference<>();

    DisplayTenant(Profile profile) {
        this.profile = profile;
    }

    static Profile profile(int size) {
        return new Profile(
                "ppmid-test",
                "",
                DeviceKind.PPMID,
                Map.of(DeviceKind.PPMID, new Profile.Model(0xFFFE, 0xAABB, HARDWARE)),
                List.of(
                        new Firmware("0x10", 0x10, Role.INSTALLED, Optional.empty(), size),
                        new Firmware("0x20", 0x20, Role.UPDATE, Optional.empty(), size)),
                List.of(),
                Map.of(),
                new Profile.Capabilities(false, true, false, true, true, true, true),
                Profile.Timing.USUAL,
                Profile.Store.USUAL,
                Form.GB,
                Optional.empty(),
                Policies.DEFAULT);
    }

    static Profile profile() {
        return profile(SIZE);
    }

    @Override
    public Eui64 address() {
        return PPMID;
    }

    @Override
    public List<EndpointDescription> endpoints() {
        return List.of(new EndpointDescription(1, 0x0109, 0x0502, 0, List.of(0x0000), List.of(0x000A, 0x0019)));
    }

    @Override
    public void settle(SimulatedHan han, BenchOrder.Begin begin, Runnable announce) {
        display.set(settle(han, profile, begin.seed()));
    }

    static EmulatedDisplay settle(SimulatedHan han, Profile profile, long seed) {
        var radio = han.join(PPMID, Set.of(1));
        var display = new EmulatedDisplay(
                radio,
                han.timeline(),
                Seed.derive(seed, "PPMID"),
                DisplayModel.of(profile, DeviceKind.PPMID, PPMID),
                Policies.DEFAULT,
                honest -> honest);
        display.join(HUB);
        display.onReceiver(on -> han.deaf(PPMID, !on));
        han.onPower(PPMID, display::power);
        return display;
    }

    EmulatedDisplay display() {
        var settled = display.get();
        if (settled == null) {
            throw new IllegalStateException("no display has settled");
        }
        return settled;
    }
}

package io.hanproof.device;

import io.hanproof.image.Form;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Profile;
import io.hanproof.profile.Profile.Firmware;
import io.hanproof.profile.Profile.Role;
import io.hanproof.zcl.ota.HardwareVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A PPMID with everything, as its maker would declare it. */
final class TestProfile {
    static final int SIZE = 4200;
    static final HardwareVersion HARDWARE = new HardwareVersion(1, 1);
    static final Profile.Capabilities ALL = new Profile.Capabilities(false, true, false, true, true, true, true);
    static final Profile.Capabilities CLOCKLESS = new Profile.Capabilities(false, false, false, true, true, true, true);

    private TestProfile() {}

    static Profile of(Form form, Profile.Capabilities capabilities) {
        return new Profile(
                "ppmid-test",
                "",
                DeviceKind.PPMID,
                Map.of(
                        DeviceKind.PPMID, new Profile.Model(0xFFFE, 0xAABB, HARDWARE),
                        DeviceKind.ESME, new Profile.Model(0xFFFE, 0xAAE0, HARDWARE)),
                List.of(
                        new Firmware("0x10", 0x10, Role.INSTALLED, Optional.empty(), SIZE),
                        new Firmware("0x20", 0x20, Role.UPDATE, Optional.empty(), SIZE),
                        new Firmware("0x30", 0x30, Role.UPDATE, Optional.empty(), SIZE)),
                List.of(
                        new Firmware("0x15", 0x15, Role.FIRST_PART, Optional.empty(), SIZE),
                        new Firmware("0x20", 0x20, Role.LAST_PART, Optional.empty(), SIZE)),
                Map.of(),
                capabilities,
                Profile.Timing.USUAL,
                Profile.Store.USUAL,
                form,
                Optional.empty(),
                Policies.DEFAULT);
    }
}

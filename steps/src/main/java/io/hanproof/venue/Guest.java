package io.hanproof.venue;

import io.hanproof.gbcs.Certificates;
import io.hanproof.lab.HubWan;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.zcl.ota.HardwareVersion;
import java.util.Optional;
import java.util.function.Consumer;

/** The target of a scenario, where it is somebody's device or hub and not one of our emulators in this process. */
public interface Guest {
    /** Where it is found on the HAN. */
    record Place(Eui64 address, int endpoint) {}

    /**
     * Waits until the device under test is on the HAN.
     *
     * @param installed file version that it is to run, when not the profile's
     * @param hardware what it is to be, when not as the profile says
     * @throws io.hanproof.lab.BenchFault when it does not come, or cannot be had like that
     */
    Place device(DeviceKind kind, Optional<Long> installed, Optional<HardwareVersion> hardware);

    /** Has the device run that firmware again, by other means than the air. */
    void putBack(String firmware);

    /** The hub under test, which is on the HAN already. */
    Place hub();

    /** The WAN side of the hub under test. */
    HubWan wan();

    /**
     * A way for GBCS messages between one of ours and the target, who are hub and device or device and hub.
     *
     * @param told takes what comes from the target
     * @return takes what is for the target; empty where nothing but frames passes between them
     */
    default Optional<Consumer<Octets>> gbcs(Eui64 ours, Eui64 target, Consumer<Octets> told) {
        return Optional.empty();
    }

    /** The certificates that the hub under test tells of itself; none where it does not. */
    default Certificates certificates() {
        return Certificates.NONE;
    }

    /** Whether it still is as the scenario before left it, and has to be led back to where the next begins. */
    boolean remembers();
}

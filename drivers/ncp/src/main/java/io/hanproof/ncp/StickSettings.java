package io.hanproof.ncp;

import io.hanproof.octets.Eui64;
import java.util.List;

/**
 * What a stick is made with.
 *
 * @param ezspVersion 8 or 13; another one can only be reported, by {@link NcpFault.ReportsVersion}
 */
public record StickSettings(Eui64 address, int ezspVersion, List<NcpFault> faults, StickTap tap) {
    public static final Eui64 USUAL_ADDRESS = Eui64.parse("00A1B2C3D4E50000");
    public static final int OLDEST_EZSP = 8;
    public static final int NEWEST_EZSP = 13;

    public StickSettings {
        if (ezspVersion < OLDEST_EZSP || ezspVersion > NEWEST_EZSP) {
            throw new IllegalArgumentException(
                    "EZSP version needs %d to %d, found %d".formatted(OLDEST_EZSP, NEWEST_EZSP, ezspVersion));
        }
        faults = List.copyOf(faults);
    }

    /** A stick without faults that nobody listens in on. */
    public static StickSettings of(Eui64 address, int ezspVersion) {
        return new StickSettings(address, ezspVersion, List.of(), StickTap.NONE);
    }

    public StickSettings withFaults(List<NcpFault> others) {
        return new StickSettings(address, ezspVersion, others, tap);
    }

    public StickSettings withTap(StickTap other) {
        return new StickSettings(address, ezspVersion, faults, other);
    }

    /** What the host is told. */
    int reportedVersion() {
        for (NcpFault fault : faults) {
            if (fault instanceof NcpFault.ReportsVersion(int version)) {
                return version;
            }
        }
        return ezspVersion;
    }
}

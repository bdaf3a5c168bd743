package io.hanproof.zcl;

import java.util.Arrays;
import java.util.Optional;

/** The clusters that take part in an update, all of the Smart Energy profile. */
public enum Cluster {
    BASIC(0x0000),
    TIME(0x000A),
    OTA(0x0019);

    public static final int SMART_ENERGY_PROFILE = 0x0109;

    private final int id;

    Cluster(int id) {
        this.id = id;
    }

    public static Optional<Cluster> of(int id) {
        return Arrays.stream(values()).filter(it -> it.id == id).findFirst();
    }

    public int id() {
        return id;
    }
}

package io.hanproof.doors;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How time passes on a HAN that sockets are on; the same for all of them. */
public enum TimeMode {
    /** As on the wall: everybody speaks when they like. */
    WALL,
    /** Only as far as every node has nothing left to do. */
    LOCKSTEP;

    static Optional<TimeMode> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.hanproof.dongle;

import io.hanproof.lab.BenchFault;

/** How a stick and its host keep each other from sending too much. */
public enum FlowControl {
    NONE,
    RTS,
    XON;

    static FlowControl of(String word) {
        return switch (word) {
            case "none" -> NONE;
            case "rts" -> RTS;
            case "xon" -> XON;
            default ->
                throw new BenchFault(
                        "flow needs one of none, rts, xon, found %s".formatted(word.isEmpty() ? "nothing" : word));
        };
    }
}

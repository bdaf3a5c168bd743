package io.hanproof.launcher;

import io.hanproof.profile.DeviceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who is judged. */
enum Target {
    DEVICE,
    HUB,
    DCC;

    static Optional<Target> named(String text) {
        return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Target::text).toList();
    }

    static Target of(DeviceKind kind) {
        return switch (kind) {
            case HUB -> HUB;
            case DCC -> DCC;
            case PPMID, IHD, HCALCS, ESME, GSME -> DEVICE;
        };
    }

    /** As tags, verdicts and people write it. */
    String text() {
        return switch (this) {
            case DEVICE -> "device";
            case HUB -> "hub";
            case DCC -> "dcc";
        };
    }
}

package io.hanproof.launcher;

import io.hanproof.profile.Profile.Capabilities;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a scenario may ask of a product, as {@code @needs:} names it: that it has a capability, or that it has not. */
enum Need {
    PAGE_REQUEST("page-request"),
    OWN_CLOCK("own-clock"),
    CLOCKLESS("clockless", "own-clock"),
    SUB_GHZ("sub-ghz"),
    HARDWARE_VERSION("hardware-version"),
    RESUME("resume"),
    RESTART("restart", "resume"),
    SPLIT_IMAGES("split-images"),
    CURRENT_FILE_VERSION("current-file-version");

    private final String text;
    private final String capability;
    private final boolean wanted;

    Need(String capability) {
        this.text = capability;
        this.capability = capability;
        this.wanted = true;
    }

    Need(String text, String unwanted) {
        this.text = text;
        this.capability = unwanted;
        this.wanted = false;
    }

    static Optional<Need> named(String text) {
        return Arrays.stream(values()).filter(it -> it.text.equals(text)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Need::text).toList();
    }

    String text() {
        return text;
    }

    boolean isMetBy(Capabilities capabilities) {
        return capabilities.has(capability) == wanted;
    }

    /** What is true of a profile that does not meet it. */
    String otherwise() {
        return (wanted ? "does not declare " : "declares ") + capability;
    }
}

package io.hanproof.hub;

import io.hanproof.octets.Eui64;

/**
 * One device that an image is for: its entry on the Upgrade Image List.
 *
 * @param failureTold whether the DCC has had an alert that its transfer failed
 */
public record Target(Eui64 device, Progress progress, boolean failureTold) {
    static final Progress PENDING = new Progress.Pending();

    static Target of(Eui64 device) {
        return new Target(device, PENDING, false);
    }

    Target with(Progress other) {
        return new Target(device, other, failureTold);
    }

    Target failed() {
        return new Target(device, new Progress.Failed(), true);
    }

    public boolean isFetching() {
        return progress instanceof Progress.Fetching;
    }

    /** Whether it will never fetch this image, or never again. */
    boolean isSettled() {
        return switch (progress) {
            case Progress.Pending it -> false;
            case Progress.Fetching it -> false;
            case Progress.Failed it -> false;
            case Progress.Mismatched it -> true;
            case Progress.Done it -> true;
        };
    }
}

package io.hanproof.zcl.ota;

import java.util.Arrays;
import java.util.Optional;

/** What a client says it is doing, in its attribute ImageUpgradeStatus. */
public enum ImageUpgradeStatus {
    NORMAL(0),
    DOWNLOAD_IN_PROGRESS(1),
    DOWNLOAD_COMPLETE(2),
    WAITING_TO_UPGRADE(3),
    COUNT_DOWN(4),
    WAIT_FOR_MORE(5),
    WAITING_TO_UPGRADE_VIA_EXTERNAL_EVENT(6);

    private final int code;

    ImageUpgradeStatus(int code) {
        this.code = code;
    }

    public static Optional<ImageUpgradeStatus> of(int code) {
        return Arrays.stream(values()).filter(it -> it.code == code).findFirst();
    }

    public int code() {
        return code;
    }
}

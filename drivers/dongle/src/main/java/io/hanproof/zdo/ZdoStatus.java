package io.hanproof.zdo;

import java.util.Arrays;

/** How a node answered; a code that this list does not know is {@link #OTHER}. */
public enum ZdoStatus {
    SUCCESS(0x00),
    INVALID_REQUEST(0x80),
    DEVICE_NOT_FOUND(0x81),
    INVALID_ENDPOINT(0x82),
    NOT_ACTIVE(0x83),
    NOT_SUPPORTED(0x84),
    NO_MATCH(0x86),
    NO_DESCRIPTOR(0x89),
    NOT_PERMITTED(0x8B),
    NOT_AUTHORIZED(0x8D),
    OTHER(0xFF);

    private final int code;

    ZdoStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ZdoStatus of(int code) {
        return Arrays.stream(values()).filter(it -> it.code == code).findFirst().orElse(OTHER);
    }
}

package io.hanproof.ncp;

/** What the co-processor itself says to a command, of those values that this stick has a use for. */
enum EzspStatus {
    SUCCESS(0x00),
    VERSION_NOT_SET(0x30),
    INVALID_FRAME_ID(0x31),
    WRONG_DIRECTION(0x32),
    INVALID_VALUE(0x36),
    INVALID_ID(0x37),
    INVALID_CALL(0x38);

    private final int code;

    EzspStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}

package io.hanproof.ncp;

/** What the stack says to a command, of those values that this stick has a use for. */
enum EmberStatus {
    SUCCESS(0x00),
    BAD_ARGUMENT(0x02),
    DELIVERY_FAILED(0x66),
    BINDING_INDEX_OUT_OF_RANGE(0x69),
    ADDRESS_TABLE_INDEX_OUT_OF_RANGE(0x6A),
    INVALID_BINDING_INDEX(0x6C),
    INVALID_CALL(0x70),
    MAX_MESSAGE_LIMIT_REACHED(0x72),
    MESSAGE_TOO_LONG(0x74),
    PHY_INVALID_CHANNEL(0x8A),
    NETWORK_UP(0x90),
    NETWORK_DOWN(0x91),
    NOT_JOINED(0x93),
    JOIN_FAILED(0x94),
    NETWORK_OPENED(0x9C),
    NETWORK_CLOSED(0x9D),
    INVALID_ENDPOINT(0xA3),
    APS_ENCRYPTION_ERROR(0xA6),
    SECURITY_STATE_NOT_SET(0xA8),
    NO_BEACONS(0xAB),
    INDEX_OUT_OF_RANGE(0xB1),
    TABLE_FULL(0xB4),
    LIBRARY_NOT_PRESENT(0xB5),
    TABLE_ENTRY_ERASED(0xB6);

    private final int code;

    EmberStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}

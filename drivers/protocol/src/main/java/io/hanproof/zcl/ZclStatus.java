package io.hanproof.zcl;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One value of the ZCL status enumeration, those of the OTA cluster among them; an unknown one is kept as it came. */
public record ZclStatus(int code) {
    private static final ZclStatus[] ALL =
            IntStream.rangeClosed(0, 0xFF).mapToObj(ZclStatus::new).toArray(ZclStatus[]::new);
    private static final String[] NAMES = Stream.generate(() -> "").limit(0x100).toArray(String[]::new);

    public static final ZclStatus SUCCESS = named(0x00, "SUCCESS");
    public static final ZclStatus FAILURE = named(0x01, "FAILURE");
    public static final ZclStatus NOT_AUTHORIZED = named(0x7E, "NOT_AUTHORIZED");
    public static final ZclStatus MALFORMED_COMMAND = named(0x80, "MALFORMED_COMMAND");
    public static final ZclStatus UNSUP_COMMAND = named(0x81, "UNSUP_COMMAND");
    public static final ZclStatus UNSUP_GENERAL_COMMAND = named(0x82, "UNSUP_GENERAL_COMMAND");
    public static final ZclStatus UNSUP_MANUF_CLUSTER_COMMAND = named(0x83, "UNSUP_MANUF_CLUSTER_COMMAND");
    public static final ZclStatus UNSUP_MANUF_GENERAL_COMMAND = named(0x84, "UNSUP_MANUF_GENERAL_COMMAND");
    public static final ZclStatus INVALID_FIELD = named(0x85, "INVALID_FIELD");
    public static final ZclStatus UNSUPPORTED_ATTRIBUTE = named(0x86, "UNSUPPORTED_ATTRIBUTE");
    public static final ZclStatus INVALID_VALUE = named(0x87, "INVALID_VALUE");
    public static final ZclStatus READ_ONLY = named(0x88, "READ_ONLY");
    public static final ZclStatus INSUFFICIENT_SPACE = named(0x89, "INSUFFICIENT_SPACE");
    public static final ZclStatus NOT_FOUND = named(0x8B, "NOT_FOUND");
    public static final ZclStatus INVALID_DATA_TYPE = named(0x8D, "INVALID_DATA_TYPE");
    public static final ZclStatus TIMEOUT = named(0x94, "TIMEOUT");
    public static final ZclStatus ABORT = named(0x95, "ABORT");
    public static final ZclStatus INVALID_IMAGE = named(0x96, "INVALID_IMAGE");
    public static final ZclStatus WAIT_FOR_DATA = named(0x97, "WAIT_FOR_DATA");
    public static final ZclStatus NO_IMAGE_AVAILABLE = named(0x98, "NO_IMAGE_AVAILABLE");
    public static final ZclStatus REQUIRE_MORE_IMAGE = named(0x99, "REQUIRE_MORE_IMAGE");

    public ZclStatus {
        Unsigned.u8("status", code);
    }

    /** The one instance of each status, so that reading one makes no garbage. */
    public static ZclStatus of(int code) {
        Unsigned.u8("status", code);
        return ALL[code];
    }

    /** For answers that carry nothing but why not: SUCCESS would owe what was asked for. */
    public void requireRefusal() {
        if (equals(SUCCESS)) {
            throw new IllegalArgumentException("SUCCESS is no refusal");
        }
    }

    /** The specification's name, or for a number without one as {@code status 42}, in hexadecimal. */
    @Override
    public String toString() {
        String name = NAMES[code];
        return name.isEmpty() ? "status %02X".formatted(code) : name;
    }

    private static ZclStatus named(int code, String name) {
        NAMES[code] = name;
        return ALL[code];
    }
}

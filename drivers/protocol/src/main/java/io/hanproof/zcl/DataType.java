package io.hanproof.zcl;

import java.util.Arrays;
import java.util.Optional;

/** The attribute data types that these clusters use, each with its number on the wire. */
public enum DataType {
    BOOLEAN(0x10, Form.UNSIGNED, 1),
    BITMAP8(0x18, Form.UNSIGNED, 1),
    BITMAP16(0x19, Form.UNSIGNED, 2),
    BITMAP24(0x1A, Form.UNSIGNED, 3),
    BITMAP32(0x1B, Form.UNSIGNED, 4),
    UINT8(0x20, Form.UNSIGNED, 1),
    UINT16(0x21, Form.UNSIGNED, 2),
    UINT24(0x22, Form.UNSIGNED, 3),
    UINT32(0x23, Form.UNSIGNED, 4),
    UINT40(0x24, Form.UNSIGNED, 5),
    UINT48(0x25, Form.UNSIGNED, 6),
    UINT56(0x26, Form.UNSIGNED, 7),
    UINT64(0x27, Form.UNSIGNED, 8),
    INT8(0x28, Form.SIGNED, 1),
    INT16(0x29, Form.SIGNED, 2),
    INT24(0x2A, Form.SIGNED, 3),
    INT32(0x2B, Form.SIGNED, 4),
    INT40(0x2C, Form.SIGNED, 5),
    INT48(0x2D, Form.SIGNED, 6),
    INT56(0x2E, Form.SIGNED, 7),
    INT64(0x2F, Form.SIGNED, 8),
    ENUM8(0x30, Form.UNSIGNED, 1),
    ENUM16(0x31, Form.UNSIGNED, 2),
    OCTET_STRING(0x41, Form.STRING, 1),
    CHARACTER_STRING(0x42, Form.STRING, 1),
    UTC_TIME(0xE2, Form.UNSIGNED, 4),
    IEEE_ADDRESS(0xF0, Form.UNSIGNED, 8);

    enum Form {
        UNSIGNED,
        SIGNED,
        STRING
    }

    /** The length octet of a string that the device does not have. */
    static final int INVALID_LENGTH = 0xFF;

    private final int code;
    private final Form form;
    private final int octets;

    DataType(int code, Form form, int octets) {
        this.code = code;
        this.form = form;
        this.octets = octets;
    }

    public static Optional<DataType> of(int code) {
        return Arrays.stream(values()).filter(it -> it.code == code).findFirst();
    }

    public int code() {
        return code;
    }

    Form form() {
        return form;
    }

    /** Octets of a number, or of a string's length. */
    int octets() {
        return octets;
    }
}

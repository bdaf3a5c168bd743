package io.hanproof.image;

import io.hanproof.octets.Decoded;

/**
 * One thing wrong with an OTA image file, said as {@link Decoded.Malformed} says it.
 *
 * @param at offset from the file's first octet
 */
public record Finding(FindingCode code, String field, String need, int at, String found) {
    public String message() {
        return this.<Object>malformed().message();
    }

    <T> Decoded.Malformed<T> malformed() {
        return new Decoded.Malformed<>(field, need, at, found);
    }
}

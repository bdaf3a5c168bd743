package io.hanproof.octets;

/** What became of octets from outside: the value they carry, or where and why they carry none. */
public sealed interface Decoded<T> {

    record Value<T>(T value) implements Decoded<T> {}

    /**
     * @param field the specification's name of the field that could not be read
     * @param need what the field needs, as {@code 2 octets} or {@code 0 or 1}
     * @param at offset of the field from the first octet given
     * @param found what was there instead, as {@code 1 left}
     */
    record Malformed<T>(String field, String need, int at, String found) implements Decoded<T> {
        public String message() {
            return "%s needs %s at offset %d, %s".formatted(field, need, at, found);
        }
    }
}

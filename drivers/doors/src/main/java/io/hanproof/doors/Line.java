package io.hanproof.doors;

import java.nio.ByteBuffer;

/** One line as it came in, or why there is none. */
sealed interface Line {
    /** Counts the lines received on the connection, from 1. */
    int number();

    /** @param octets shared with the reader: valid until the next line is read */
    record Whole(int number, ByteBuffer octets) implements Line {}

    /** The rest of it is skipped. */
    record TooLong(int number, int limit) implements Line {}

    /** The connection ended within it. */
    record Broken(int number) implements Line {}

    /** The connection ended after a whole line. */
    record End(int number) implements Line {}

    /**
     * The object that the line holds.
     *
     * @throws BadInput when it holds none
     */
    default Fields fields() {
        return switch (this) {
            case Whole(int number, var octets) -> Json.read(octets);
            case TooLong(int number, int limit) ->
                throw new BadInput("", "a line has at most %d octets".formatted(limit));
            case Broken(int number) -> throw new BadInput("", "the connection ended within a line");
            case End(int number) -> throw new IllegalStateException("no line");
        };
    }

    /** The same line with octets of its own, for another thread. */
    default Line detached() {
        return this instanceof Whole(int number, var octets)
                ? new Whole(
                        number,
                        ByteBuffer.allocate(octets.remaining()).put(octets).flip())
                : this;
    }

    default boolean isLast() {
        return this instanceof Broken || this instanceof End;
    }
}

package io.hanproof.doors;

/** What the reception found. */
sealed interface Arrival {
    /** A node may join; its address is reserved for it. */
    record Joining(Wire wire, NodeMessage.Join join) implements Arrival {}

    /** A peer that has not joined says what it may not say. */
    record Erred(Fault fault) implements Arrival {}

    /** A peer was sent away. */
    record SentAway(String reason) implements Arrival {}

    /** One wait is over, by the clock on the wall. */
    record TimeUp(Object token) implements Arrival {}
}

package io.hanproof.device;

/** What the manufacturer made an image to be. */
public sealed interface Content {

    /** An update that needs nothing else. */
    record Whole() implements Content {}

    /** The first part of a split update: activating it only stores it. */
    record FirstPart() implements Content {}

    /**
     * The last part of a split update.
     *
     * @param firstPart the file version that has to be activated before
     */
    record LastPart(long firstPart) implements Content {}

    /** Found valid, and does not start: the device is back on what it ran before. */
    record Unstartable() implements Content {}
}

package io.hanproof.hub;

import java.time.Instant;

/** How far one device on the Upgrade Image List has come. */
public sealed interface Progress {

    /** It has asked for no block. */
    record Pending() implements Progress {}

    /**
     * It is fetching the image.
     *
     * @param seen it asked for a block then, or a little later: not every block is worth a new state
     * @param page number of the page being sent to it, 0 for none
     */
    record Fetching(Instant seen, int page) implements Progress {}

    /** Its transfer failed. It may come again. */
    record Failed() implements Progress {}

    /** Its hardware is not what the image is for. */
    record Mismatched() implements Progress {}

    /** It has the image. */
    record Done() implements Progress {}
}

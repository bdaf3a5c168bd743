package io.hanproof.lab;

/** What became of a frame on its way. */
public enum Delivery {
    /** Still on the air, or sent without a request for acknowledgement over a radio that cannot know. */
    UNKNOWN,
    DELIVERED,
    /** No acknowledgement came, after all retries. */
    LOST
}

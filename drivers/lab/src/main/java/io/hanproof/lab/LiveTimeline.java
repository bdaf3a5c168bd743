package io.hanproof.lab;

/** A timeline to which other threads hand over what they found: a radio's, a socket's. */
public interface LiveTimeline extends Timeline {
    /** From any thread: lets {@code what} happen on the timeline's thread, after what was handed over before. */
    void post(Runnable what);
}

package io.hanproof.gbcs;

/** A value that the wire carries as a number and a reader wants in words. */
public interface Coded {
    int code();

    String title();
}

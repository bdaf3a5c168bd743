package io.hanproof.launcher.glue;

/** What one scenario saw. */
public final class TestWorld {
    boolean looked;
    int tellings = 1;
}

package io.hanproof.gbcs;

/** The single thing that a certificate's key is for. */
public enum Usage {
    SIGNING("digital signature"),
    AGREEMENT("key agreement");

    private final String title;

    Usage(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}

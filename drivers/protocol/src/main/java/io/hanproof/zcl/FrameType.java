package io.hanproof.zcl;

/** Whose command ids a frame uses: those of every cluster, or those of the one it is for. */
public enum FrameType {
    GLOBAL("global"),
    CLUSTER("cluster-specific");

    private final String words;

    FrameType(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}

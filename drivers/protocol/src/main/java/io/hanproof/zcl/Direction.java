package io.hanproof.zcl;

/** Which side of a cluster a frame is for. */
public enum Direction {
    TO_SERVER("client to server"),
    TO_CLIENT("server to client");

    private final String words;

    Direction(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}

package io.hanproof.gbcs;

/** Whether a firmware version could be read. */
public enum ReadResponseCode implements Coded {
    READ_SUCCESS(0, "read success"),
    READ_FAILURE(1, "read failure");

    private final int code;
    private final String title;

    ReadResponseCode(int code, String title) {
        this.code = code;
        this.title = title;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}

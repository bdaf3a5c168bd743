package io.hanproof.gbcs;

/** What a meter or HCALCS made of an activation. */
public enum ActivateImageResponseCode implements Coded {
    SUCCESS(0, "success"),
    NO_IMAGE_HELD(1, "no image held"),
    HASH_MISMATCH(2, "hash mismatch"),
    ACTIVATION_FAILURE(3, "activation failure");

    private final int code;
    private final String title;

    ActivateImageResponseCode(int code, String title) {
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

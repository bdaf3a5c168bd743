package io.hanproof.steps;

import io.hanproof.steps.Words.Activation;

/**
 * How far the update of one display has come.
 *
 * @param image name of the image; of the installed firmware before any update
 */
record UpdateState(Stage stage, String image, Activation activation) {
    static final UpdateState FRESH = new UpdateState(Stage.ACTIVATED, Firmwares.INSTALLED, Activation.AT_ONCE);

    /** In the order of an update. */
    enum Stage {
        /** The hub holds the image. */
        HELD,
        HALF_FETCHED,
        /** Every block was fetched; the transfer has not been ended. */
        FETCHED,
        /** The transfer was ended, and the hub has said when to activate. */
        DOWNLOADED,
        /** The activation time has come, and the device has had the time to restart. */
        ACTIVATED
    }

    UpdateState at(Stage other) {
        return new UpdateState(other, image, activation);
    }

    /** Whether both are about the same image with the same activation. */
    boolean isSameUpdate(UpdateState other) {
        return image.equals(other.image) && activation.equals(other.activation);
    }
}

package io.hanproof.hub;

import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.zcl.ota.ImageId;
import java.time.Instant;

/**
 * A device that has taken an image, for as long as something is to be done about it or it may ask again.
 *
 * @param serial tells it from every other taking
 * @param device where it is to be reached
 * @param activation when it is to activate the image, never before it took it
 * @param reading whether its firmware version is to be read back
 */
public record Taken(int serial, Peer device, ImageId image, UseCase useCase, Instant activation, Reading reading) {

    /** How far the read-back has come; afterwards the entry is gone. */
    public enum Reading {
        NEVER,
        BOOKED,
        ASKED
    }

    Taken asked() {
        return new Taken(serial, device, image, useCase, activation, Reading.ASKED);
    }
}

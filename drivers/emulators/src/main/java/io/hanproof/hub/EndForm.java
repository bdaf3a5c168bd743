package io.hanproof.hub;

import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.UpgradeEndResponse;

/** The forms in which a hub may end a transfer. The honest hub gives UTC times, and two equal ones for now. */
public enum EndForm {
    /** UTC times, as the honest hub. */
    UTC,
    /** Seconds from now. */
    RELATIVE,
    /** At once, as two equal UTC times. */
    NOW,
    /** At once, as two zeros. */
    NOW_AS_ZEROS,
    /** Not before the hub says so. */
    WAIT,
    /** For whatever image the device holds. */
    ANY_IMAGE,
    /** For an image that the device does not hold. */
    OTHER_IMAGE;

    UpgradeEndResponse of(UpgradeEndResponse honest) {
        var image = honest.image();
        long current = honest.currentTime();
        long upgrade = honest.upgradeTime();
        return switch (this) {
            case UTC -> honest;
            case RELATIVE ->
                upgrade == UpgradeEndResponse.WAIT ? honest : new UpgradeEndResponse(image, 0, upgrade - current);
            case NOW -> new UpgradeEndResponse(image, current, current);
            case NOW_AS_ZEROS -> new UpgradeEndResponse(image, 0, 0);
            case WAIT -> new UpgradeEndResponse(image, current, UpgradeEndResponse.WAIT);
            case ANY_IMAGE -> new UpgradeEndResponse(ImageId.ANY, current, upgrade);
            case OTHER_IMAGE ->
                new UpgradeEndResponse(image.withFileVersion(image.fileVersion() ^ 1), current, upgrade);
        };
    }
}

package io.hanproof.hub;

import io.hanproof.octets.Eui64;
import io.hanproof.zcl.ota.ImagePageRequest;

/** What a hub books; when its time comes, the state says whether it still matters. Nothing is ever given up. */
public sealed interface HubTimer {

    /** Has the device asked for a block of that image lately? */
    record Stall(int image, Eui64 device) implements HubTimer {}

    /** An image that nobody has begun to fetch by now is removed. */
    record Removal(int image) implements HubTimer {}

    /** The activation time has come of an image that the hub is to give the order for. */
    record Order(int taken) implements HubTimer {}

    /** The firmware version of a device is to be read back. */
    record ReadBack(int taken) implements HubTimer {}

    /** Has the device answered by now? */
    record ReadTimeout(int taken) implements HubTimer {}

    /** Has the device told its model by now? */
    record ModelTimeout(int question) implements HubTimer {}

    /**
     * The next block of a page is due.
     *
     * @param page the device's page that it belongs to; void once the device has asked for something else
     * @param rest what is left of the page
     */
    record PageBlock(Peer to, int page, ImagePageRequest rest) implements HubTimer {}

    /** Something decided earlier is to be done now. */
    record Later(HubEffect effect) implements HubTimer {}

    /** Something is to be done now that a script or a misbehaviour put off: it is not changed a second time. */
    record Delayed(HubEffect effect) implements HubTimer {}
}

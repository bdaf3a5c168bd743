package io.hanproof.dongle;

import java.util.Optional;

/**
 * A serial port of this machine that may have a stick in it.
 *
 * @param port as in {@link StickAddress#parse}
 * @param serialNumber of the USB device
 * @param vendor USB vendor id, or empty for a port that is no USB device
 * @param family whose stick it seems to be, by its ids and its description
 */
public record FoundPort(
        String port,
        String description,
        Optional<String> serialNumber,
        Optional<Integer> vendor,
        Optional<Integer> product,
        Optional<StickFamily> family) {}

package io.hanproof.duis;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;

/** A device's own alert that the DCC passes on as it came. */
public record DeviceAlert(Eui64 device, Octets message) implements UserMessage {}

package io.hanproof.dcc;

import io.hanproof.octets.Eui64;

/**
 * An anomaly detection threshold: how many requests of one kind a user may send within 24 hours.
 *
 * @param variant the Service Reference Variant that it is for, {@code 11.4}
 */
public record Threshold(Eui64 user, String variant, int requests) {}

package io.hanproof.dcc;

import io.hanproof.octets.Eui64;
import java.time.Duration;

/**
 * An anomaly detection threshold: how many requests of one kind a user may send within a time.
 *
 * @param variant the Service Reference Variant that it is for, {@code 11.4}
 */
public record Threshold(Eui64 user, String variant, int requests, Duration within) {}

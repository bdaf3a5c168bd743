package io.hanproof.device;

import io.hanproof.octets.Eui64;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ReadAttributes;

/**
 * Read Attributes from another node, and how to answer it.
 *
 * @param endpoint the asker's
 * @param ownEndpoint the one that was asked
 * @param sequence of the question, which the answer repeats
 */
public record Question(
        Eui64 asker, int endpoint, int ownEndpoint, Cluster cluster, int sequence, ReadAttributes attributes) {}

package io.hanproof.ncp;

import java.util.List;

/** What a simple descriptor tells of an endpoint. */
public record EndpointDescription(
        int number, int profile, int device, int version, List<Integer> inClusters, List<Integer> outClusters) {
    public EndpointDescription {
        inClusters = List.copyOf(inClusters);
        outClusters = List.copyOf(outClusters);
    }
}

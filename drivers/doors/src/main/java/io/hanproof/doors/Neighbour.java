package io.hanproof.doors;

/** A node of the HAN as another one sees it. */
public record Neighbour(NodeDescription node, int shortAddress) {}

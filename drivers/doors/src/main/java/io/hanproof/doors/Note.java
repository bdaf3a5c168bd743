package io.hanproof.doors;

import io.hanproof.octets.Eui64;
import java.time.Instant;

/** What a node says about itself, or about a line of ours: evidence only, never judged. */
public record Note(Instant at, Eui64 node, String text) {}

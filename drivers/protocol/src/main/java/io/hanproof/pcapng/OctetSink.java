package io.hanproof.pcapng;

import java.io.IOException;

/** Takes octets in the order in which they are written. */
@FunctionalInterface
public interface OctetSink {
    void append(byte[] octets) throws IOException;
}

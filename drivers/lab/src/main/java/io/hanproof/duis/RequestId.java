package io.hanproof.duis;

import io.hanproof.octets.Eui64;

/**
 * Names a service request: who asks, whom it is addressed to, and the asker's own count.
 *
 * @param counter grows with every request of that originator
 */
public record RequestId(Eui64 originator, Eui64 target, long counter) {
    /** As DUIS writes it: three fields joined by colons. */
    @Override
    public String toString() {
        return "%s:%s:%d".formatted(originator, target, counter);
    }
}

package io.hanproof.gbcs;

import java.security.interfaces.ECPrivateKey;

/** An entity's two private keys; they leave this package into key store files only, and never as text. */
public final class PrivateKeys {
    private final ECPrivateKey signing;
    private final ECPrivateKey agreement;

    PrivateKeys(ECPrivateKey signing, ECPrivateKey agreement) {
        this.signing = signing;
        this.agreement = agreement;
    }

    ECPrivateKey signing() {
        return signing;
    }

    ECPrivateKey agreement() {
        return agreement;
    }

    @Override
    public String toString() {
        return "private keys, not shown";
    }
}

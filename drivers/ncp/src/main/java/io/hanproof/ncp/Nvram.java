package io.hanproof.ncp;

import io.hanproof.octets.Octets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a stick remembers when it is pulled out. */
final class Nvram {
    static final int COORDINATOR = 1;
    static final int ROUTER = 2;

    private final KeyTable keys = new KeyTable();
    private final Map<Integer, Octets> tokens = new HashMap<>();
    private Optional<Membership> membership = Optional.empty();

    /** @param nodeType 1 for a coordinator, 2 for a router */
    record Membership(int nodeType, NetworkParameters network, Security security) {}

    KeyTable keys() {
        return keys;
    }

    Optional<Octets> token(int id) {
        return Optional.ofNullable(tokens.get(id));
    }

    void token(int id, Octets content) {
        tokens.put(id, content);
    }

    Optional<Membership> membership() {
        return membership;
    }

    void join(Membership now) {
        membership = Optional.of(now);
    }

    void leave() {
        membership = Optional.empty();
    }
}

package io.hanproof.gbcs;

import java.util.Arrays;

/** Refuses a code that a record's own reader would refuse. */
final class Codes {
    private Codes() {}

    static void requireOneOf(AlertCode code, AlertCode... allowed) {
        if (!Arrays.asList(allowed).contains(code)) {
            throw new IllegalArgumentException("this alert never carries " + code);
        }
    }
}

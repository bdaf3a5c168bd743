package io.hanproof.image;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.MalformedOctets;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file. */
final class Findings {
    private final List<Finding> list = new ArrayList<>();

    void add(FindingCode code, String field, String need, int at, String found) {
        list.add(new Finding(code, field, need, at, found));
    }

    void add(FindingCode code, MalformedOctets cause) {
        if (cause.<Object>asValue() instanceof Decoded.Malformed<Object>(var field, var need, int at, var found)) {
            add(code, field, need, at, found);
        }
    }

    List<Finding> list() {
        return List.copyOf(list);
    }
}

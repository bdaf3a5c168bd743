package io.hanproof.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the checks of one scenario rest on: without an entry here a scenario has proved nothing. */
final class Ledger {
    private final TreeSet<Integer> frames = new TreeSet<>();
    private final List<String> observations = new ArrayList<>();
    private final Map<String, String> evidence = new LinkedHashMap<>();
    private int remarks;

    /** A check held, and these frames show it. */
    void observed(String what, Sight<?>... shownBy) {
        observed(what, List.of(shownBy));
    }

    void observed(String what, List<? extends Sight<?>> shownBy) {
        observations.add(what);
        shownBy.forEach(it -> frames.add(it.number()));
    }

    void evidence(String name, Object value) {
        evidence.put(name, value.toString());
    }

    List<Integer> frames() {
        return List.copyOf(frames);
    }

    List<String> observations() {
        return List.copyOf(observations);
    }

    /** What came up beside the checks. */
    void remark(String text) {
        remarks++;
        evidence("remark " + remarks, text);
    }

    Map<String, String> evidence() {
        return new LinkedHashMap<>(evidence);
    }
}

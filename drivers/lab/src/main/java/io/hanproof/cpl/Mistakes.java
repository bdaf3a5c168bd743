package io.hanproof.cpl;

import com.fasterxml.jackson.core.JsonLocation;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a CPL file, so that its author hears of everything at once, within reason. */
final class Mistakes {
    private static final int LISTED = 100;

    private final String file;
    private final List<String> found = new ArrayList<>();
    private int more;

    Mistakes(String file) {
        this.file = file;
    }

    void add(JsonLocation at, String text) {
        if (found.size() < LISTED) {
            found.add("%s:%d:%d: %s".formatted(file, at.getLineNr(), at.getColumnNr(), text));
        } else {
            more++;
        }
    }

    void add(String text) {
        found.add("%s: %s".formatted(file, text));
    }

    boolean none() {
        return found.isEmpty();
    }

    CplError error() {
        var all = new ArrayList<>(found);
        if (more > 0) {
            all.add("%s: and %d more mistakes".formatted(file, more));
        }
        return new CplError(all);
    }
}

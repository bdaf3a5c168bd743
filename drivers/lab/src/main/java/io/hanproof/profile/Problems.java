package io.hanproof.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with a file, so that its author hears of everything at once. */
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    private record Problem(int line, int column, String text) {}

    Problems(String file) {
        this.file = file;
    }

    void add(Node where, String path, String text) {
        var mark = where.getStartMark();
        int line = mark.map(Mark::getLine).orElse(0);
        int column = mark.map(Mark::getColumn).orElse(0);
        found.add(new Problem(line, column, path.isEmpty() ? text : path + ": " + text));
    }

    void add(Mark mark, String text) {
        found.add(new Problem(mark.getLine(), mark.getColumn(), text));
    }

    void add(String text) {
        found.add(new Problem(0, 0, text));
    }

    boolean none() {
        return found.isEmpty();
    }

    ProfileError error() {
        return new ProfileError(found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .map(it -> "%s:%d:%d: %s".formatted(file, it.line() + 1, it.column() + 1, it.text()))
                .toList());
    }
}

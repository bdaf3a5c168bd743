package io.hanproof.allure;

import io.hanproof.lab.FrameLog;
import io.hanproof.lab.Recording;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/**
 * As much of a frame log as one page can carry for every scenario of a run: all of a short one, of a long one its two
 * ends and the surroundings of the frames that decided.
 */
final class LogExcerpt {
    private static final int WHOLE = 160;
    private static final int END = 40;
    private static final int SURROUNDINGS = 10;

    private LogExcerpt() {}

    /** @param whole where all lines are, below the results' folder */
    static String of(Recording recording, List<Integer> decidedBy, Path whole) {
        int size = recording.size();
        BitSet shown = size <= WHOLE ? span(1, size) : chosen(size, decidedBy);
        var log = new FrameLog(recording);
        var out = new StringBuilder();
        int next = 1;
        for (int number = shown.nextSetBit(1); number >= 0; number = shown.nextSetBit(number + 1)) {
            gap(out, number - next, whole);
            out.append(log.line(number)).append('\n');
            next = number + 1;
        }
        return out.toString();
    }

    private static BitSet chosen(int size, List<Integer> decidedBy) {
        BitSet shown = span(1, END);
        shown.or(span(size - END + 1, size));
        for (int frame : decidedBy) {
            if (shown.cardinality() < WHOLE) {
                shown.or(span(Math.max(1, frame - SURROUNDINGS), Math.min(size, frame + SURROUNDINGS)));
            }
        }
        return shown;
    }

    private static void gap(StringBuilder out, int lines, Path whole) {
        if (lines > 0) {
            out.append("        … ").append(lines).append(" more, all of them in ");
            out.append(whole.toString().replace('\\', '/')).append('\n');
        }
    }

    private static BitSet span(int first, int last) {
        var span = new BitSet(last + 1);
        span.set(first, last + 1);
        return span;
    }
}

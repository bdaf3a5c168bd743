package io.hanproof.cpl;

import java.util.List;

/** A CPL file cannot be used; says everything that is wrong with it, and needs no stack trace for it. */
public final class CplError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    CplError(List<String> problems) {
        super(String.join("\n", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** One line each, in the order of the file: {@code file:line:column: entry 2: field: expected this, found that}. */
    public List<String> problems() {
        return problems;
    }
}

package io.hanproof.profile;

import java.util.List;

/** A profile cannot be used; says everything that is wrong with it, and needs no stack trace for it. */
public final class ProfileError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    ProfileError(List<String> problems) {
        super(String.join("\n", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** One line each, in the order of the file: {@code file:line:column: key: expected this, found that}. */
    public List<String> problems() {
        return problems;
    }
}

package io.hanproof.dcc;

import java.util.ArrayList;
import java.util.List;

/**
 * All that the DCC remembers.
 *
 * @param audit every update that was let through, oldest first
 */
public record DccState(Books books, Traffic traffic, List<Update> audit) {
    public DccState {
        audit = List.copyOf(audit);
    }

    public static DccState of(DccModel model) {
        return new DccState(Books.of(model), Traffic.NONE, List.of());
    }

    DccState with(Books other) {
        return new DccState(other, traffic, audit);
    }

    DccState with(Traffic other) {
        return new DccState(books, other, audit);
    }

    DccState audited(Update update) {
        var more = new ArrayList<>(audit);
        more.add(update);
        return new DccState(books, traffic, more);
    }
}

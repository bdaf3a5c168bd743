package io.hanproof.profile;

import java.util.Arrays;
import java.util.Optional;

/** Which state of the modification a run follows. */
public enum Baseline {
    /** Modification Report and business requirements 1.1, December 2019. */
    BASELINE_2019("2019"),
    /** What was approved on 27 October 2020 and published since. */
    BASELINE_2020("2020");

    private final String year;

    Baseline(String year) {
        this.year = year;
    }

    public static Optional<Baseline> of(String year) {
        return Arrays.stream(values()).filter(it -> it.year.equals(year)).findFirst();
    }

    public String year() {
        return year;
    }

    @Override
    public String toString() {
        return year;
    }
}

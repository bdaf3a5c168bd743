package io.hanproof.dcc;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Eui64;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final int MANY = 50_000;

    @Test
    void keepsTheLastValueOfEachIdentifier() {
        var table = many().with(new Eui64(7), "other");

        assertThat(table.size()).isEqualTo(MANY);
        assertThat(table.find(new Eui64(7))).contains("other");
        assertThat(table.find(new Eui64(MANY - 1))).contains("value " + (MANY - 1));
        assertThat(table.find(new Eui64(MANY))).isEmpty();
    }

    @Test
    void isUntouchedByWhatFollowsFromIt() {
        var before = many();

        var after = before.with(new Eui64(7), "other").with(new Eui64(-1), "new");

        assertThat(before.find(new Eui64(7))).contains("value 7");
        assertThat(before.find(new Eui64(-1))).isEmpty();
        assertThat(after.size()).isEqualTo(MANY + 1);
    }

    @Test
    void listsItsValuesInAnOrderOfTheIdentifiersAlone() {
        var forwards = Table.<Integer>empty();
        var backwards = Table.<Integer>empty();
        for (int i = 0; i < 1000; i++) {
            forwards = forwards.with(new Eui64(i), i);
            backwards = backwards.with(new Eui64(999 - i), 999 - i);
        }

        assertThat(forwards.values())
                .isEqualTo(backwards.values())
                .hasSize(1000)
                .doesNotHaveDuplicates();
    }

    private static Table<String> many() {
        var table = Table.<String>empty();
        for (int i = 0; i < MANY; i++) {
            table = table.with(new Eui64(i), "value " + i);
        }
        return table;
    }
}

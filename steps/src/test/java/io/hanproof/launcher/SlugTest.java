package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Not before ten minutes, and then at once | not-before-ten-minutes-and-then-at-once",
                "A meter's image | a-meters-image",
                "hardware 1.1 asks | hardware-1.1-asks",
                "alert 0x8F8B | alert-0x8f8b",
                "03:10:00 | 03-10-00",
                "  (both)  | both",
                "../../etc | etc",
                "end. Start | end-start",
                "Zähler | zähler",
                "? | \"\"",
            })
    void keepsWhatCanBeTypedAndStored(String text, String slug) {
        assertThat(Slug.of(text)).isEqualTo(slug);
    }

    @Test
    void longTextsThatDifferLateStayDistinct() {
        String one = Slug.of("long ".repeat(40) + "one");
        String other = Slug.of("long ".repeat(40) + "other");

        assertThat(one).isNotEqualTo(other).hasSizeLessThan(120);
    }
}

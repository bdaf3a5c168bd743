package io.hanproof.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.evidence.SampleRun;
import org.junit.jupiter.api.Test;

final class MatrixPageTest {
    private final String page = MatrixPage.html(Requirements.in(RequirementsTest.CATALOGUE), SampleRun.run());

    @Test
    void hasAnAnchorForEachRequirement() {
        for (String id : Requirements.in(RequirementsTest.CATALOGUE).ids()) {
            assertThat(page).contains("<tr id=\"%s\">".formatted(id));
        }
    }

    @Test
    void saysWhatTheRunFound() {
        assertThat(row("OTA-06")).contains("PASS 1");
        assertThat(row("OTA-07")).contains("FAIL 1", SampleRun.HUB);
        assertThat(row("DEV-09")).contains("NOT APPLICABLE 1");
        assertThat(row("OTA-18")).contains("untested: left open by the text");
        assertThat(row("SUP-04")).contains("tested by command: hanproof image check --cpl, check hash-listed");
    }

    @Test
    void fetchesNothing() {
        assertThat(page).doesNotContainPattern("https?:").doesNotContain("src=", "<link");
    }

    private String row(String id) {
        int start = page.indexOf("<tr id=\"" + id);
        return page.substring(start, page.indexOf("</tr>", start));
    }
}

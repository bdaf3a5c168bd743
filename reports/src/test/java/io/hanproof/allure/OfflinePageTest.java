package io.hanproof.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hanproof.evidence.ReportFault;
import org.junit.jupiter.api.Test;

final class OfflinePageTest {
    private static final String PAGE = """
            <html>
            <head>
                <link rel="icon" href="data:image/x-icon;base64,AAAB">
            </head>
            <body>
                <script src="data:text/javascript;base64,AAAA"></script>%s
                <script defer>d('data/suites.json','eyJ1')</script>
            </body>
            </html>
            """;
    private static final String ANALYTICS = """

                <script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>
                <script>
                    window.dataLayer = window.dataLayer || [];
                    gtag('config', 'G-1', {});
                </script>""";

    @Test
    void losesTheAnalyticsAndNothingElse() {
        String page = OfflinePage.of(PAGE.formatted(ANALYTICS));

        assertThat(page).doesNotContain("google", "gtag").contains("Content-Security-Policy");
        assertThat(page.lines().filter(it -> !it.contains("Content-Security-Policy")))
                .containsExactlyElementsOf(PAGE.formatted("").lines().toList());
    }

    @Test
    void refusesAPageThatFetchesSomething() {
        String fetches = "<img alt=\"\" src='//example.org/pixel.png'>";

        assertThatExceptionOfType(ReportFault.class)
                .isThrownBy(() -> OfflinePage.of(PAGE.formatted(fetches)))
                .withMessage("Allure's page still fetches //example.org/pixel.png");
    }

    @Test
    void refusesAnalyticsInAnotherShape() {
        String other = "<script>load('googletagmanager')</script>";

        assertThatExceptionOfType(ReportFault.class)
                .isThrownBy(() -> OfflinePage.of(PAGE.formatted(other)))
                .withMessageContaining("still names googletagmanager");
    }
}

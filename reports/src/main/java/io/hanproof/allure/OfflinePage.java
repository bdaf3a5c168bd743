package io.hanproof.allure;

import io.hanproof.evidence.ReportFault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Allure's page without what it would fetch from elsewhere. The page is long: it is passed over tag by tag. */
final class OfflinePage {
    private static final String HEAD = "<head>";
    private static final String ANALYTICS = "googletagmanager";
    private static final String ANALYTICS_SCRIPT = "<script async src=\"https://www." + ANALYTICS;
    private static final Pattern ANALYTICS_SCRIPTS =
            Pattern.compile("[^>]*></script>\\s*<script>\\s*window\\.dataLayer[^<]*</script>");
    private static final Pattern FETCHES = Pattern.compile(
            "<(?:script|link|img|iframe|object|embed|source)\\b[^>]{0,500}?"
                    + "\\b(?:src|href|data)\\s*=\\s*[\"']?((?:https?:)?//[^\"'> ]*)",
            Pattern.CASE_INSENSITIVE);
    /** The browser's own word that nothing is fetched: what the page needs is inside it. */
    private static final String NOTHING_FROM_ELSEWHERE = "\n    <meta http-equiv=\"Content-Security-Policy\" content=\""
            + "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; form-action 'none'\">";

    private OfflinePage() {}

    /** @throws ReportFault when something is left that would be fetched */
    static String of(String page) {
        String stripped = withoutAnalytics(page);
        if (stripped.contains(ANALYTICS)) {
            throw new ReportFault("Allure's page still names " + ANALYTICS);
        }
        refuseFetches(stripped);
        int head = stripped.indexOf(HEAD);
        if (head < 0) {
            throw new ReportFault("Allure's page has no " + HEAD);
        }
        int end = head + HEAD.length();
        return stripped.substring(0, end) + NOTHING_FROM_ELSEWHERE + stripped.substring(end);
    }

    private static String withoutAnalytics(String page) {
        int start = page.indexOf(ANALYTICS_SCRIPT);
        if (start < 0) {
            return page;
        }
        Matcher scripts = ANALYTICS_SCRIPTS.matcher(page).region(start, page.length());
        return scripts.lookingAt() ? page.substring(0, start).stripTrailing() + page.substring(scripts.end()) : page;
    }

    private static void refuseFetches(String page) {
        Matcher fetches = FETCHES.matcher(page);
        for (int tag = page.indexOf('<'); tag >= 0; tag = page.indexOf('<', tag + 1)) {
            if (fetches.region(tag, page.length()).lookingAt()) {
                throw new ReportFault("Allure's page still fetches " + fetches.group(1));
            }
        }
    }
}

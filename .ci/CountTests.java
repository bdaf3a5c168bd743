import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sums the test reports that the build has written since a given instant, and says so on one line. */
final class CountTests {
    private static final Pattern SUITE = Pattern.compile("<testsuite\\b[^>]*>");

    private int tests;
    private int failed;
    private int skipped;

    public static void main(String[] args) throws IOException {
        var root = Path.of(args[0]);
        var since = Instant.parse(args[1]);
        var count = new CountTests();

        for (Path report : reports(root)) {
            // a report that is older belongs to a test that no longer exists
            if (!Files.getLastModifiedTime(report).toInstant().isBefore(since)) {
                count.add(Files.readString(report));
            }
        }

        int passed = count.tests - count.failed - count.skipped;
        // what a test printed last may lack its line end, and the count stands alone on its line
        System.out.printf("%n%d passed, %d failed, %d skipped%n", passed, count.failed, count.skipped);
    }

    private static List<Path> reports(Path root) throws IOException {
        try (var files = Files.find(root, 6, (path, attributes) -> isReport(path))) {
            return files.toList();
        }
    }

    private static boolean isReport(Path path) {
        return path.getFileName().toString().matches("TEST-.*\\.xml")
                && path.getParent().endsWith("target/surefire-reports");
    }

    private void add(String xml) {
        Matcher suite = SUITE.matcher(xml);
        if (suite.find()) {
            tests += attribute("tests", suite.group());
            failed += attribute("failures", suite.group()) + attribute("errors", suite.group());
            skipped += attribute("skipped", suite.group());
        }
    }

    private static int attribute(String name, String element) {
        Matcher attribute = Pattern.compile("\\b" + name + "=\"(\\d+)\"").matcher(element);
        return attribute.find() ? Integer.parseInt(attribute.group(1)) : 0;
    }
}

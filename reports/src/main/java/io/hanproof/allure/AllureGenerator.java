package io.hanproof.allure;

import io.hanproof.evidence.ReportFault;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Allure's own generator, unpacked by the build. It runs in a process of its own, on the JDK that we run on. */
record AllureGenerator(Path home, Duration patience) {
    private static final String HOME = "hanproof.allure";
    private static final String CHECKOUT = "hanproof.home";
    private static final String UNPACKED = "reports/target/allure-commandline";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LAST_LINES = 5;

    /** Where {@code -Dhanproof.allure} says, or where the build of the checkout unpacks it. */
    static AllureGenerator installed() {
        Path home = Optional.ofNullable(System.getProperty(HOME))
                .map(Path::of)
                .or(() -> Optional.ofNullable(System.getProperty(CHECKOUT))
                        .map(it -> Path.of(it).resolve(UNPACKED)))
                .orElseThrow(() -> new ReportFault(
                        "Allure's generator is needed for the report, and neither -D%s nor -D%s says where it is"
                                .formatted(HOME, CHECKOUT)));
        return new AllureGenerator(home, PATIENCE);
    }

    /** Makes one page of the results. */
    void generate(Path results, Path report) throws IOException {
        requireJar();
        Path said = report.resolveSibling("allure.log");
        var builder = new ProcessBuilder(command(results, report)).redirectErrorStream(true);
        builder.redirectOutput(said.toFile());
        builder.environment().put("APP_HOME", home.toString()); // without it Allure knows no plugins, so no epics
        Process process = builder.start();
        process.getOutputStream().close();
        await(process);
        if (process.exitValue() != 0 || !Files.isRegularFile(report.resolve("index.html"))) {
            throw new ReportFault(
                    "Allure made no report, it ended with %d: %s".formatted(process.exitValue(), lastLines(said)));
        }
    }

    private void await(Process process) {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            process.destroyForcibly();
            throw new ReportFault("Allure made no report within " + patience);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ReportFault("the report was given up while Allure made it", e);
        }
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private void requireJar() {
        Path lib = home.resolve("lib");
        try (Stream<Path> jars = Files.list(lib)) {
            if (jars.anyMatch(it -> it.getFileName().toString().startsWith("allure-commandline"))) {
                return;
            }
        } catch (IOException e) {
            // said below: whether the folder or the jar is missing makes no difference
        }
        throw new ReportFault(
                "Allure's generator is needed for the report, and %s holds no allure-commandline jar: ".formatted(lib)
                        + "./mvnw package unpacks it there");
    }

    private List<String> command(Path results, Path report) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // it runs for seconds: the second compiler never pays
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-cp",
                home.resolve("lib") + "/*" + File.pathSeparator + home.resolve("lib/config"),
                "io.qameta.allure.CommandLine",
                "generate",
                "--single-file",
                "--clean",
                "--output",
                report.toString(),
                results.toString());
    }
}

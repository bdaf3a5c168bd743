package io.hanproof.launcher;

import io.hanproof.evidence.RunResult;
import io.hanproof.launcher.glue.TestOutcomes;
import io.hanproof.launcher.glue.TestWorldFactory;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** hanproof started from a command line, on steps that belong to these tests, and what came of it. */
record Launched(int exitCode, String out, String err, List<RunResult> runs) {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Glue GLUE = new Glue(
            "io.hanproof.launcher.glue",
            TestWorldFactory.class.getName(),
            TestOutcomes.class.getName(),
            TestWorldFactory::use);

    static Launched with(String... args) {
        return with(GLUE, args);
    }

    /** The same on hanproof's own steps. */
    static Launched shipped(String... args) {
        return with(Glue.SHIPPED, args);
    }

    private static Launched with(Glue glue, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var runs = new ArrayList<RunResult>();
        var session = new Session(
                new Terminal(new PrintWriter(out), new PrintWriter(err), false, false),
                InputStream.nullInputStream(),
                new Interruption(),
                InstantSource.fixed(NOW),
                new SplittableRandom(7),
                glue,
                (plan, results) -> List.of(),
                Duration.ofSeconds(2),
                (result, requirements, folder) -> runs.add(result),
                Path.of("target", "traces"));
        int exitCode = new Main(session).run(args);
        return new Launched(exitCode, out.toString(), err.toString(), runs);
    }

    /** A run of the scenarios in {@code launcher/own}, on one profile unless others are named. */
    static Launched run(Path out, String... args) {
        Stream<String> profile =
                List.of(args).contains("--profile") ? Stream.of() : Stream.of("--profile", "ppmid-example");
        Stream<String> common =
                Stream.of("run", "--features", folder("launcher/own").toString(), "--out", out.toString());
        return with(
                Stream.of(common, profile, Stream.of(args)).flatMap(it -> it).toArray(String[]::new));
    }

    static Path folder(String resource) {
        try {
            URL place = Objects.requireNonNull(Launched.class.getClassLoader().getResource(resource));
            return Path.of(place.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    RunResult run() {
        return runs.getFirst();
    }
}

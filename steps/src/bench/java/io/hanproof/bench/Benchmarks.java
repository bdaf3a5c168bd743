package io.hanproof.bench;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks and prints what they found. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException {
        var options = new OptionsBuilder()
                .include("io\\.hanproof\\.bench\\..*")
                .verbosity(VerboseMode.SILENT)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        double all = score(results, "blocks");
        double bare = score(results, "blocksWithoutStandingRules");
        System.out.printf(
                "OTA blocks per second, virtual time, one core, recorder and standing rules on: %,.0f%n", all);
        System.out.printf("OTA blocks per second without the standing rules: %,.0f (%.2f times)%n", bare, bare / all);
        double plain = score(results, "hashAlone");
        double image = score(results, "parseAndHash");
        System.out.printf(
                "image parse and SHA-256 takes %.2f times the SHA-256 of the same octets (%,.0f and %,.0f a second)%n",
                plain / image, image, plain);
    }

    private static double score(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(it -> it.getParams().getBenchmark().endsWith("." + name))
                .mapToDouble(it -> it.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
    }
}

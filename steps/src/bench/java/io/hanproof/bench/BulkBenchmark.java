package io.hanproof.bench;

import io.hanproof.bulk.BulkReport;
import io.hanproof.bulk.BulkRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One SR 11.4 with 50 000 device ids in a process with a heap of 512 MB: a tenth of them fails for each reason, the hubs of the
 * rest answer twice with messages whose signatures are checked, every rejection and alert is written to a file.
 */
public final class BulkBenchmark {
    private static final int DEVICES = Integer.getInteger("hanproof.bench.devices", 50_000);
    private static final String HEAP = "-Xmx512m";
    private static final double MEGABYTE = 1e6;

    private BulkBenchmark() {}

    /** Without arguments starts the process that is measured; with one it is that process, and writes to that file. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 1) {
            measure(Path.of(args[0]));
            return;
        }
        Path folder =
                Files.createDirectories(Path.of("steps/target/bulk-benchmark")).toAbsolutePath();
        Path log = folder.resolve("bulk.log");
        Path report = folder.resolve("devices.tsv");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Started.well(
                folder,
                log,
                List.of(
                        java,
                        HEAP,
                        "-Dhanproof.bench.devices=" + DEVICES,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BulkBenchmark.class.getName(),
                        report.toString()));
        System.out.print(Files.readString(log));
        System.out.printf("counted by .ci/count-reasons %s:%n", report);
        Path counts = folder.resolve("counts.tsv");
        Path script = Path.of(".ci", "count-reasons").toAbsolutePath();
        Started.well(folder, counts, List.of("sh", script.toString(), report.toString()));
        System.out.print(Files.readString(counts));
    }

    private static void measure(Path file) throws IOException {
        var request = new BulkRequest(DEVICES);
        try (var report = new BulkReport(file)) {
            var running = request.start(report);
            System.gc();
            heap().forEach(MemoryPoolMXBean::resetPeakUsage);
            long start = System.nanoTime();
            running.send();
            long sent = System.nanoTime();
            running.letHubsAnswer();
            report.close();
            long end = System.nanoTime();
            long peak =
                    heap().stream().mapToLong(it -> it.getPeakUsage().getUsed()).sum();
            System.out.printf(
                    "SR 11.4 with %,d device ids: %.2f s until all are checked, answered, told of and delivered%n",
                    DEVICES, seconds(sent - start));
            System.out.printf(
                    "  %.2f s more until the hubs' %,d signed alerts are checked and forwarded, peak heap %.0f MB of %s%n",
                    seconds(end - sent), DEVICES / 10 * 2, peak / MEGABYTE, HEAP);
        }
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(it -> it.getType() == MemoryType.HEAP)
                .toList();
    }

    private static double seconds(long nanos) {
        return Duration.ofNanos(nanos).toMillis() / 1e3;
    }
}

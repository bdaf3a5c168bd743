package io.hanproof.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An emulated stick in a process of its own, and runs against it. */
record StickBench(Forked stick, Path link, String profile) implements AutoCloseable {

    static StickBench plugged(Path link, String profile, String... options) throws InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("emulate", "ncp", "--pty", link.toString(), "--profile", profile));
        command.addAll(List.of(options));
        Forked stick = Forked.hanproof(command.toArray(String[]::new));
        stick.awaitLine("stick 00A1B2C3D4E50000 at ");
        return new StickBench(stick, link, profile);
    }

    /** A run against the device behind it, on its way. */
    Forked run(Path out, String... options) {
        return Forked.hanproof(Stream.concat(
                        Stream.of(
                                "run",
                                "--against",
                                "dongle:" + link,
                                "--time",
                                "stepped",
                                "--profile",
                                profile,
                                "--out",
                                out.toString()),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    /** The verdicts of the same against the emulators in one process. */
    static Map<String, String> emulated(Path out, String profile, String... options) throws InterruptedException {
        try (Forked run = Forked.hanproof(
                Stream.concat(Stream.of("run", "--profile", profile, "--out", out.toString()), Stream.of(options))
                        .toArray(String[]::new))) {
            run.exitCode();
            return Verdicts.of(out);
        }
    }

    @Override
    public void close() {
        stick.close();
    }
}

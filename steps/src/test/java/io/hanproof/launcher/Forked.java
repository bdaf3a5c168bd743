package io.hanproof.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** hanproof in a process of its own, as somebody else would start it. */
final class Forked implements AutoCloseable {
    private static final int MOST_SECONDS = 300;
    private static final String END = "\u0000";

    private final Process process;
    private final List<String> said = new ArrayList<>();
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Forked(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(this::read);
    }

    static Forked hanproof(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dhanproof.home=" + Path.of("").toAbsolutePath().getParent(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.hanproof.launcher.Main"));
        command.addAll(List.of(arguments));
        return started(command);
    }

    static Forked started(List<String> command) {
        try {
            return new Forked(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("(" + e.getMessage() + ")");
        }
        lines.add(END);
    }

    long pid() {
        return process.pid();
    }

    /** The first line with that in it; an error when the process ends, or says nothing like it for long. */
    String awaitLine(String part) throws InterruptedException {
        while (true) {
            String line = lines.poll(MOST_SECONDS, TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("nothing with '%s' in it:%n%s".formatted(part, String.join("\n", said)));
            }
            said.add(line);
            if (line.contains(part)) {
                return line;
            }
        }
    }

    /** Waits until it has ended. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after %d s:%n%s".formatted(MOST_SECONDS, text()));
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** All that it has said by now. */
    String text() {
        lines.drainTo(said);
        said.remove(END);
        return String.join("\n", said);
    }

    /** Sends a signal, {@code STOP} or {@code CONT}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}

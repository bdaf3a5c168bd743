package io.hanproof.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs in processes of their own. */
final class Started {
    private static final int MOST_MINUTES = 10;

    private Started() {}

    /**
     * Runs a program to its end.
     *
     * @param log what it says, in full
     * @return its exit code
     * @throws IOException when it is not there, or does not end
     */
    static int toItsEnd(Path folder, Path log, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
        } finally {
            process.destroyForcibly();
        }
        throw new IOException(
                "%s did not end within %d minutes, see %s".formatted(command.getFirst(), MOST_MINUTES, log));
    }

    /** @throws IllegalStateException with what it said, unless the program ends well */
    static void well(Path folder, Path log, List<String> command) throws IOException, InterruptedException {
        int exitCode = toItsEnd(folder, log, command);
        if (exitCode != 0) {
            throw new IllegalStateException(
                    "%s ended with %d:%n%s".formatted(command.getFirst(), exitCode, Files.readString(log)));
        }
    }
}

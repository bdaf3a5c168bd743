package io.hanproof.evidence;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Wireshark's decoder without its window: the independent eye on our captures. */
final class Tshark {
    private static final String TOOL = "tshark";
    private static final String REQUIRED = "HANPROOF_REQUIRE_TOOLS";
    private static final String SEPARATOR = "|";

    private final Path home;

    /** @param home where its settings are, and what else it writes */
    Tshark(Path home) {
        boolean required = "1".equals(System.getenv(REQUIRED));
        assumeTrue(
                required || installed(), TOOL + " is not installed: nothing but it reads our captures as others would");
        this.home = home;
    }

    /** The keys that it is to try, as its file of them has them. */
    Tshark withKeys(String zigbeePcKeys) throws IOException {
        Path settings = Files.createDirectories(home.resolve(".config/wireshark"));
        Files.writeString(settings.resolve("zigbee_pc_keys"), zigbeePcKeys);
        return this;
    }

    /** The named fields of every packet, in order; what a packet lacks is empty. */
    List<List<String>> fields(Path capture, String... names) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(TOOL, "-r", capture.toString(), "-T", "fields"));
        command.addAll(List.of("-E", "separator=" + SEPARATOR, "-E", "aggregator=;"));
        for (String name : names) {
            command.addAll(List.of("-e", name));
        }
        Path output = home.resolve("tshark.out");
        var builder = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(home.resolve("tshark.err").toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("XDG_CONFIG_HOME");
        var process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("tshark did not end within 2 minutes");
        }
        if (process.exitValue() != 0) {
            throw new IOException("tshark ended with %d: %s"
                    .formatted(process.exitValue(), Files.readString(home.resolve("tshark.err"))));
        }
        return Files.readAllLines(output).stream()
                .map(it -> Arrays.asList(it.split("\\" + SEPARATOR, -1)))
                .toList();
    }

    private static boolean installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator)).anyMatch(it -> Files.isExecutable(Path.of(it, TOOL)));
    }
}

package io.hanproof.launcher;

import io.hanproof.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Wireshark's decoder without its window, with a home of its own: nobody's settings nor keys are in it. */
final class Tshark {
    private static final String TOOL = "tshark";
    private static final String SEPARATOR = "\t";
    private static final String KEYS = ".config/wireshark/zigbee_pc_keys";

    private final Path home;

    /** @param home where its settings are, and what else it writes */
    Tshark(Path home) throws InterruptedException, IOException {
        Tools.require(TOOL, "--version");
        this.home = Files.createDirectories(home);
    }

    /** It is to try the keys of that file. */
    Tshark withKeys(Path zigbeePcKeys) throws IOException {
        Path settings = home.resolve(KEYS);
        Files.createDirectories(settings.resolveSibling(""));
        Files.copy(zigbeePcKeys, settings);
        return this;
    }

    /** The named fields of every packet, in order; what a packet lacks is empty. */
    List<List<String>> fields(Path capture, String... names) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(TOOL, "-r", capture.toString(), "-T", "fields"));
        command.addAll(List.of("-E", "aggregator=;"));
        for (String name : names) {
            command.addAll(List.of("-e", name));
        }
        Path output = home.resolve("packets.txt");
        Path errors = home.resolve("errors.txt");
        var builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("XDG_CONFIG_HOME");
        var process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("tshark did not end well within 2 minutes: " + Files.readString(errors));
        }
        return Files.readAllLines(output).stream()
                .map(it -> List.of(it.split(SEPARATOR, -1)))
                .toList();
    }
}

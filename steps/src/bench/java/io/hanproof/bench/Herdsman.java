package io.hanproof.bench;

import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Recorder;
import io.hanproof.ncp.Home;
import io.hanproof.ncp.StickSettings;
import io.hanproof.ncp.TcpLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** zigbee-herdsman as the host of the stick, by the script that also tests the stick with it. */
final class Herdsman {
    private static final Path SCRIPTS = Path.of("drivers/ncp/src/test/js");
    private static final LinkBudget NO_AIR_TIME =
            new LinkBudget(Duration.ZERO, Duration.ZERO, 0, Duration.ZERO, LinkBudget.DutyLimits.NONE);

    private final Path folder;

    /** @param folder where it is installed, once, and keeps what it remembers */
    Herdsman(Path folder) {
        this.folder = folder;
    }

    /** Why it cannot be had, if it cannot. */
    Optional<String> missing() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.copy(
                SCRIPTS.resolve("package.json"), folder.resolve("package.json"), StandardCopyOption.REPLACE_EXISTING);
        var needed = List.of(
                List.of("node", "--version"),
                List.of("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"));
        boolean installed = Files.isDirectory(folder.resolve("node_modules/zigbee-herdsman"));
        for (List<String> each : installed ? needed.subList(0, 1) : needed) {
            Path log = folder.resolve("install.log");
            try {
                if (Started.toItsEnd(folder, log, each) != 0) {
                    return Optional.of("'%s' fails, see %s".formatted(String.join(" ", each), log));
                }
            } catch (IOException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }
        return Optional.empty();
    }

    /** Forms a network, lets the device in and updates it; time passes as on the wall, the air takes none of it. */
    void update(Load load, BlockCosts costs) throws IOException, InterruptedException {
        for (String each : List.of("database.db", "coordinator_backup.json")) {
            Files.deleteIfExists(folder.resolve(each));
        }
        var device = new ForeignDisplay(load.profile(), HostBenchmark.DEVICE);
        try (var home = new Home(NO_AIR_TIME, new Recorder(), 1, List.of(device))) {
            var line = TcpLine.onLoopback();
            home.stick(StickSettings.of(HostBenchmark.STICK, HostBenchmark.EZSP).withTap(costs))
                    .plug(line);
            Started.well(
                    folder,
                    folder.resolve("herdsman.log"),
                    List.of(
                            "node",
                            SCRIPTS.resolve("herdsman.mjs").toAbsolutePath().toString(),
                            Integer.toString(line.port()),
                            load.imageFile().toString(),
                            folder.toString()));
        }
    }
}

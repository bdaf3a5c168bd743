package io.hanproof.bench;

import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Recorder;
import io.hanproof.ncp.Home;
import io.hanproof.ncp.StickSettings;
import io.hanproof.ncp.TcpLine;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.venue.Cast;
import io.hanproof.venue.DisplayTenant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** hanproof as the host of the stick: its command, in a process of its own as somebody else would start it. */
final class Hanproof {
    private static final String SCENARIO = "DEV-04/the-device-fetches-the-whole-image/every-octet-is-fetched";
    /** As the script {@code hanproof} has them. */
    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    private final Path folder;

    Hanproof(Path folder) {
        this.folder = folder;
    }

    /** One scenario of one whole transfer, in step with the bench behind the stick. */
    void update(Load load, BlockCosts costs) throws IOException, InterruptedException {
        var cast = new Cast(load.profile(), Policies.DEFAULT, Baseline.BASELINE_2019, Optional.empty());
        var device = new DisplayTenant(cast, HostBenchmark.STICK);
        try (var home = new Home(LinkBudget.band2400MHz(), new Recorder(), 1, List.of(device))) {
            var line = TcpLine.onLoopback();
            home.stick(StickSettings.of(HostBenchmark.STICK, HostBenchmark.EZSP).withTap(costs))
                    .plug(line);
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(JVM);
            Path checkout = Path.of(System.getProperty("hanproof.home", "")).toAbsolutePath();
            command.add("-Dhanproof.home=" + checkout);
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            command.addAll(List.of("io.hanproof.launcher.Main", "run", "--against", "dongle:" + line.name()));
            command.addAll(
                    List.of("--time", "stepped", "--profile", load.profileFile().toString()));
            command.addAll(List.of("--scenario", SCENARIO));
            command.addAll(List.of("--out", folder.resolve("out").toString()));
            Started.well(folder, folder.resolve("hanproof.log"), command);
        }
    }
}

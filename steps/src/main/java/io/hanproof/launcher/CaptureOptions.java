package io.hanproof.launcher;

import io.hanproof.evidence.CaptureNetwork;
import io.hanproof.evidence.Captured;
import io.hanproof.venue.Venue;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which captures a run leaves for a protocol analyser, and whether they are sealed as on the air. */
final class CaptureOptions {
    @Option(
            names = "--pcap",
            paramLabel = "all|failed|none",
            description = "Which scenarios leave a capture for Wireshark beside their log. Default: all.")
    String pcap = "all";

    @Option(
            names = "--export-keys",
            paramLabel = "FILE",
            description =
                    "Write the network's keys into a new file, for you alone to read, as Wireshark's zigbee_pc_keys"
                            + " has them, and seal the captures with them.")
    Optional<Path> exportKeys = Optional.empty();

    /** @throws UsageFault when a value is not one of those there are, or does not go with the target */
    void check(Against against) {
        var unused = captured();
        exportKeys.ifPresent(it -> {
            if (!(against instanceof Against.Dongle)) {
                throw new UsageFault(
                        "--export-keys needs --against dongle: nothing else has a network with keys, found " + against);
            }
            if (Files.exists(it)) {
                throw new UsageFault("--export-keys: %s is there already: keys are not overwritten".formatted(it));
            }
        });
    }

    Captured captured() {
        return switch (pcap) {
            case "all" -> Captured.ALL;
            case "failed" -> Captured.FAILED;
            case "none" -> Captured.NONE;
            default -> throw new UsageFault("--pcap needs all, failed or none, found " + pcap);
        };
    }

    /**
     * What the captures are sealed with, while the venue is still open: its keys once they are exported, else nothing. A
     * run is over by then, so what goes wrong is only said.
     */
    CaptureNetwork network(Venue venue, PrintWriter err) {
        if (exportKeys.isEmpty()) {
            return CaptureNetwork.UNKNOWN;
        }
        Optional<CaptureNetwork> network = venue.keys();
        try {
            network.ifPresent(it -> CertificateFile.make(exportKeys.get(), it.keyTable()));
        } catch (UsageFault e) {
            err.printf("hanproof: the captures are not sealed: %s%n", e.getMessage());
            return CaptureNetwork.UNKNOWN;
        }
        if (network.isEmpty()) {
            err.printf(
                    "hanproof: the stick does not tell its network's key: none is exported, the captures are not sealed%n");
        }
        return network.orElse(CaptureNetwork.UNKNOWN);
    }
}

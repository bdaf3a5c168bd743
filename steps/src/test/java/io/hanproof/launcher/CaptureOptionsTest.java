package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hanproof.evidence.CaptureNetwork;
import io.hanproof.evidence.Captured;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.pcapng.ZigBeeKey;
import io.hanproof.venue.EmulatorVenue;
import io.hanproof.venue.Ground;
import io.hanproof.venue.Scene;
import io.hanproof.venue.Venue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureOptionsTest {
    private static final Against STICK = Against.parse("dongle:/dev/ttyUSB0");
    private static final CaptureNetwork NETWORK = new CaptureNetwork(
            0x1A2B,
            Map.of(),
            Optional.of(key("C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF")),
            Map.of(Eui64.parse("00A1B2C3D4E50001"), key("A0A1A2A3A4A5A6A7A8A9AAABACADAEAF")));

    private final CaptureOptions options = new CaptureOptions();
    private final StringWriter said = new StringWriter();

    @TempDir
    Path temp;

    @Test
    void allScenariosLeaveACaptureUnlessItIsSaidOtherwise() {
        assertThat(options.captured()).isEqualTo(Captured.ALL);
        options.pcap = "failed";
        assertThat(options.captured()).isEqualTo(Captured.FAILED);
        options.pcap = "none";
        assertThat(options.captured()).isEqualTo(Captured.NONE);
        options.pcap = "some";
        assertThatExceptionOfType(UsageFault.class)
                .isThrownBy(() -> options.check(STICK))
                .withMessage("--pcap needs all, failed or none, found some");
    }

    @Test
    void keysAreOfANetworkAndReplaceNoFile() throws IOException {
        Path file = temp.resolve("keys");
        options.exportKeys = Optional.of(file);

        options.check(STICK);

        assertThatExceptionOfType(UsageFault.class)
                .isThrownBy(() -> options.check(Against.parse("emulator")))
                .withMessageContaining("needs --against dongle");
        Files.createFile(file);
        assertThatExceptionOfType(UsageFault.class)
                .isThrownBy(() -> options.check(STICK))
                .withMessageContaining("keys are not overwritten");
    }

    @Test
    void exportsTheKeysForTheirOwnerAlone() throws IOException {
        Path file = temp.resolve("keys");
        options.exportKeys = Optional.of(file);

        var network = network(Optional.of(NETWORK));

        assertThat(network).isSameAs(NETWORK);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "\"C0:C1:C2:C3:C4:C5:C6:C7:C8:C9:CA:CB:CC:CD:CE:CF\",\"Normal\",\"network\"",
                        "\"A0:A1:A2:A3:A4:A5:A6:A7:A8:A9:AA:AB:AC:AD:AE:AF\",\"Normal\",\"link 00A1B2C3D4E50001\"");
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void sealsNothingWhenNoKeysAreAskedFor() {
        assertThat(network(Optional.of(NETWORK))).isSameAs(CaptureNetwork.UNKNOWN);
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void saysWhenThereAreNoKeysToExport() {
        options.exportKeys = Optional.of(temp.resolve("keys"));

        var network = network(Optional.empty());

        assertThat(network).isSameAs(CaptureNetwork.UNKNOWN);
        assertThat(said.toString()).contains("does not tell its network's key");
        assertThat(temp).isEmptyDirectory();
    }

    /** What was found in hours must not be lost for a folder that is not there. */
    @Test
    void sealsNothingWithKeysThatCannotBeWritten() {
        options.exportKeys = Optional.of(temp.resolve("nowhere").resolve("keys"));

        var network = network(Optional.of(NETWORK));

        assertThat(network).isSameAs(CaptureNetwork.UNKNOWN);
        assertThat(said.toString()).contains("the captures are not sealed: ").doesNotContain("C0:C1");
    }

    private CaptureNetwork network(Optional<CaptureNetwork> keys) {
        return options.network(new OnlyKeys(keys), new PrintWriter(said, true));
    }

    private static ZigBeeKey key(String digits) {
        return new ZigBeeKey(Octets.hex(digits));
    }

    /** A venue that nothing takes place at. */
    private record OnlyKeys(Optional<CaptureNetwork> keys) implements Venue {
        @Override
        public Ground open(Scene scene) {
            return EmulatorVenue.virtual().open(scene);
        }

        @Override
        public String name() {
            return "keys";
        }

        @Override
        public boolean holdsMany() {
            return false;
        }
    }
}

package io.hanproof.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.BenchSettings.JoinSecret;
import io.hanproof.profile.BenchSettings.Restore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchSettingsTest {
    private static final String SMALL = """
            profile: small
            device: PPMID
            identity: { manufacturer: "0xFFFE", model: "0xAABB", hardware: "1.1" }
            firmware: [ { version: "0x10", is: installed }, { version: "0x20" } ]
            """;

    private static final String KEY = "5A6967426565416C6C69616E63653039";

    @TempDir
    private Path folder;

    private BenchSettings bench(String yaml) {
        byte[] octets = (SMALL + yaml).getBytes(StandardCharsets.UTF_8);
        return ProfileReader.read("small.yaml", octets, folder).bench();
    }

    private BenchSettings.Network network(String more) {
        String yaml = """
                network:
                  channel: 20
                  pan: "0x1A62"
                  extended-pan: "00112233445566AA"
                """;
        return bench(yaml + more).network().orElseThrow();
    }

    @Test
    void aProfileThatSaysNothingHasTheUsualBench() {
        assertThat(bench("")).isEqualTo(BenchSettings.USUAL);
    }

    @Test
    void theNetworkIsReadWithItsDefaults() {
        var network = network("");

        assertThat(network.channel()).isEqualTo(20);
        assertThat(network.pan()).isEqualTo(0x1A62);
        assertThat(network.extendedPan()).isEqualTo(Eui64.parse("00112233445566AA"));
        assertThat(network.key()).isEqualTo(new KeySource.Rolled());
        assertThat(network.secret()).isEmpty();
        assertThat(network.device()).isEmpty();
        assertThat(network.join()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void whatADeviceJoinsWithIsAnInstallCodeOrALinkKey() {
        assertThat(network("  install-code: \"83FED3407A939723A5C639B26916D505C3B5\"\n")
                        .secret())
                .contains(new JoinSecret.Label(InstallCode.parse("83FED3407A939723A5C639B26916D505C3B5")));
        assertThat(network("  link-key: env:LINK\n").secret())
                .contains(new JoinSecret.Preconfigured(new KeySource.Environment("LINK")));
        assertThat(network("  link-key: file:link.txt\n").secret())
                .contains(new JoinSecret.Preconfigured(new KeySource.InFile(folder.resolve("link.txt"))));
        assertThat(network("  link-key: " + KEY + "\n").secret())
                .contains(new JoinSecret.Preconfigured(new KeySource.Written(Octets.hex(KEY))));
    }

    @Test
    void theSettingsDoNotPrintWhatIsSecret() {
        String withCode = network("  install-code: \"83FED3407A939723A5C639B26916D505C3B5\"\n")
                .toString();
        String withKey = network("  link-key: " + KEY + "\n").toString();

        assertThat(withCode).contains("an install code of 16 octets").doesNotContain("83FED340");
        assertThat(withKey).contains("Written[a key]").doesNotContain("5A69");
    }

    @Test
    void aProgramNamedWithAFolderLiesBesideTheProfile() {
        var settings = bench("""
                power: { off: [ ./relay, "off" ], on: [ relay, "on" ] }
                joining: [ ../button, 3 s ]
                restore: { command: [ tools/flash, v1.bin ] }
                """);

        var power = settings.power().orElseThrow();
        assertThat(power.off()).containsExactly(folder.resolve("relay").toString(), "off");
        assertThat(power.on()).containsExactly("relay", "on");
        assertThat(settings.joining())
                .containsExactly(folder.resolveSibling("button").toString(), "3 s");
        assertThat(settings.restore())
                .isEqualTo(new Restore.Command(
                        List.of(folder.resolve("tools/flash").toString(), "v1.bin")));
    }

    @Test
    void patienceAndTheNumberOfUpdatesAreTheBenchs() {
        var settings = bench("""
                restore: downgrade
                bench: { reconnect: PT2M, prompt: PT30S, updates: 12 }
                """);

        assertThat(settings.restore()).isEqualTo(new Restore.Downgrade());
        assertThat(settings.reconnect()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.prompt()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.updates()).isEqualTo(OptionalInt.of(12));
    }

    @Test
    void aProfileKeepsItsBenchWhenItsModelOrFirmwareChanges() {
        byte[] octets = (SMALL + "restore: downgrade\n").getBytes(StandardCharsets.UTF_8);
        var profile = ProfileReader.read("small.yaml", octets, folder);

        var other = profile.withModel(DeviceKind.PPMID, profile.model(DeviceKind.PPMID))
                .withFirmware(profile.firmware())
                .withSplit(profile.split());

        assertThat(other).isEqualTo(profile);
    }

    @Test
    void aKeyIsFoundWhereTheProfileSays() throws IOException {
        Files.writeString(folder.resolve("key.txt"), KEY + "\n");
        var chance = new SplittableRandom(1);

        assertThat(new KeySource.Environment("HAN").key(Map.of("HAN", KEY), chance))
                .isEqualTo(Octets.hex(KEY));
        assertThat(new KeySource.InFile(folder.resolve("key.txt")).key(Map.of(), chance))
                .isEqualTo(Octets.hex(KEY));
        assertThat(new KeySource.Rolled().key(Map.of(), new SplittableRandom(7)))
                .isEqualTo(new KeySource.Rolled().key(Map.of(), new SplittableRandom(7)))
                .satisfies(it -> assertThat(it.length()).isEqualTo(16));
    }

    @Test
    void aKeyThatIsNotThereIsTheBenchsFaultAndIsNotRepeated() {
        var chance = new SplittableRandom(1);

        assertThatThrownBy(() -> new KeySource.Environment("HAN").key(Map.of(), chance))
                .isInstanceOf(BenchFault.class)
                .hasMessage("a key needs 32 hexadecimal digits in environment variable HAN, found nothing");
        assertThatThrownBy(() -> new KeySource.Environment("HAN").key(Map.of("HAN", "5A69674"), chance))
                .hasMessage("a key needs 32 hexadecimal digits in environment variable HAN, found 7 characters");
        assertThatThrownBy(() -> new KeySource.InFile(folder.resolve("none")).key(Map.of(), chance))
                .isInstanceOf(BenchFault.class)
                .hasMessageContaining("(NoSuchFileException)");
    }
}

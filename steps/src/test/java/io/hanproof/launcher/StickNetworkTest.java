package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.dongle.SharedKey;
import io.hanproof.dongle.StickEndpoint;
import io.hanproof.dongle.StickRole;
import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StickNetworkTest {
    private static final String KEY = "000102030405060708090A0B0C0D0E0F";

    @TempDir
    Path temp;

    private Profile profile(String network) throws IOException {
        Path file = temp.resolve("bench.yaml");
        Files.writeString(file, """
                profile: bench
                device: PPMID
                identity: { manufacturer: "0xFFFE", model: "0xAABB", hardware: "1.1" }
                firmware:
                  - { version: "0x10", is: installed }
                  - { version: "0x20" }
                """ + network);
        return new Products().named(List.of(file.toString())).getFirst().profile();
    }

    @Test
    void theNetworkIsTheProfiles() throws IOException {
        Profile profile = profile("""
                network: { channel: 15, pan: "0x1A2B", extended-pan: "DDDD000100020003", network-key: env:HAN_KEY,
                           install-code: "83FED3407A939723A5C639B26916D505C3B5" }
                """);

        StickNetwork network = StickNetwork.of(profile, Map.of("HAN_KEY", KEY), new SplittableRandom(1));

        assertThat(network.role()).isEqualTo(StickRole.FORM);
        assertThat(network.settings().channel()).isEqualTo(15);
        assertThat(network.settings().panId()).isEqualTo(0x1A2B);
        assertThat(network.settings().extendedPanId()).isEqualTo(0xDDDD_0001_0002_0003L);
        assertThat(network.settings().networkKey()).isEqualTo(SharedKey.parse(KEY));
        assertThat(network.settings().linkKey())
                .isEqualTo(SharedKey.ofInstallCode(Octets.hex("83FED3407A939723A5C639B26916D505C3B5")));
        assertThat(network.settings().endpoints()).containsExactly(StickEndpoint.hub());
    }

    @Test
    void withoutAWordInTheProfileItIsTheUsualOne() throws IOException {
        StickNetwork network = StickNetwork.of(profile(""), Map.of(), new SplittableRandom(1));

        assertThat(network).isEqualTo(StickNetwork.usual(new SplittableRandom(1)));
        assertThat(network.settings().channel()).isEqualTo(20);
        assertThat(network.settings().linkKey()).isEqualTo(SharedKey.wellKnown());
    }

    @Test
    void theNetworkOfAHubIsJoinedAsADisplay() {
        Profile hub = new Products().shipped("hub-example").profile();

        StickNetwork network = StickNetwork.of(hub, Map.of(), new SplittableRandom(1));

        assertThat(network.role()).isEqualTo(StickRole.JOIN);
        assertThat(network.settings().endpoints()).containsExactly(StickEndpoint.display());
    }

    @Test
    void aKeyThatIsNotThereIsTheBenchesFault() throws IOException {
        Profile profile = profile("""
                network: { channel: 15, pan: "0x1A2B", extended-pan: "DDDD000100020003", network-key: env:HAN_KEY }
                """);

        assertThatThrownBy(() -> StickNetwork.of(profile, Map.of(), new SplittableRandom(1)))
                .isInstanceOf(BenchFault.class)
                .hasMessageContaining("HAN_KEY");
    }

    @Test
    void anAddressThatIsNoneIsAUsageErrorOfItsOption() {
        assertThatThrownBy(() -> StickNetwork.address("--port", "/dev/ttyUSB0,family=embr"))
                .isInstanceOf(UsageFault.class)
                .hasMessageStartingWith("--port: family needs one of ember");
    }
}

package io.hanproof.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hanproof.cbke.CertificateAuthority;
import io.hanproof.cbke.DeviceCertificate;
import io.hanproof.device.FirmwareImages;
import io.hanproof.hub.EmulatedHub;
import io.hanproof.hub.HubModel;
import io.hanproof.hub.HubScripts;
import io.hanproof.image.HardwareRange;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.Entry;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.ncp.Line;
import io.hanproof.ncp.PtyLine;
import io.hanproof.ncp.TcpLine;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.venue.EnrolledBench.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A device establishes its link key over the air, through the driver, a line and an emulated stick, as on a real bench. */
@Timeout(120)
class EnrolledUpdateTest {
    private static final CertificateAuthority AUTHORITY = EnrolledBench.authority("1112131415161718", 3);
    private static final CertificateAuthority STRANGER = EnrolledBench.authority("2122232425262728", 4);
    private static final Certificates TRUSTING =
            new Certificates(AUTHORITY.issue(EnrolledBench.PPMID), Optional.of(AUTHORITY.issue(EnrolledBench.HUB)));
    private static final Certificates HUB_HAS_NONE = new Certificates(TRUSTING.device(), Optional.empty());
    private static final Certificates STRANGERS = new Certificates(STRANGER.issue(EnrolledBench.PPMID), TRUSTING.hub());
    private static final int KEY_ESTABLISHMENT = 0x0800;
    private static final int OTA = 0x0019;

    @TempDir
    Path temp;

    private enum Carrier {
        TCP,
        PTY
    }

    private Line line(Carrier carrier) {
        return switch (carrier) {
            case TCP -> TcpLine.onLoopback();
            case PTY -> new PtyLine(temp.resolve("stick"));
        };
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void aWholeUpdateFollowsTheExchangeAndEveryFrameOfItIsSecured(Carrier carrier) {
        try (var bench = new EnrolledBench(line(carrier), TRUSTING, true)) {
            var scenario = new Scenario(bench);

            scenario.update();

            assertThat(scenario.alerts)
                    .last()
                    .isEqualTo(new WanMessage.ReadAlert(EnrolledBench.PPMID, Optional.of(0x20L)));
            assertThat(scenario.commands(KEY_ESTABLISHMENT))
                    .containsExactly("01 00", "19 00", "01 01", "19 01", "01 02", "19 02");
            assertThat(scenario.frames(OTA)).hasSizeGreaterThan(20).allMatch(ApsFrame::secured);
            assertThat(scenario.frames(KEY_ESTABLISHMENT))
                    .noneMatch(ApsFrame::secured)
                    .anyMatch(it -> it.zcl().length() == 81);
            assertThat(scenario.firstOf(KEY_ESTABLISHMENT)).isLessThan(scenario.firstOf(OTA));
            assertThat(bench.emulated.errors()).isEmpty();
            assertThat(bench.home.failures()).isEmpty();
        }
    }

    @Test
    void aSecondScenarioHasTheDeviceAskAgain() {
        try (var bench = new EnrolledBench(line(Carrier.TCP), TRUSTING, true)) {
            new Scenario(bench).update();
            var second = new Scenario(bench);

            second.update();

            assertThat(second.alerts).last().isInstanceOf(WanMessage.ReadAlert.class);
            assertThat(second.commands(KEY_ESTABLISHMENT)).hasSize(6);
        }
    }

    @Test
    void onTheWallItAsksOnceForAllScenarios() {
        try (var bench = new EnrolledBench(line(Carrier.TCP), TRUSTING, false)) {
            var first = new Scenario(bench);
            first.begin();
            first.ground.close();
            var second = new Scenario(bench);

            second.begin();

            assertThat(first.commands(KEY_ESTABLISHMENT)).hasSize(6);
            assertThat(second.commands(KEY_ESTABLISHMENT)).isEmpty();
        }
    }

    @Test
    void aDeviceOfAnotherAuthorityIsNoFaultOfItsOwn() {
        try (var bench = new EnrolledBench(line(Carrier.TCP), STRANGERS, true)) {
            var scenario = new Scenario(bench);

            assertThatExceptionOfType(BenchFault.class)
                    .isThrownBy(scenario::update)
                    .withMessage("key establishment with the PPMID 00A1B2C3D4E50001 failed: UNKNOWN_ISSUER: its"
                            + " certificate was issued by 2122232425262728");
            assertThat(scenario.commands(KEY_ESTABLISHMENT)).containsExactly("01 00", "19 03");
        }
    }

    @Test
    void aBenchWithoutCertificatesSaysWhatIsMissing() {
        try (var bench = new EnrolledBench(line(Carrier.TCP), HUB_HAS_NONE, true)) {
            var scenario = new Scenario(bench);

            assertThatExceptionOfType(BenchFault.class)
                    .isThrownBy(scenario::update)
                    .withMessage("the PPMID asks for key establishment suite 2, and this bench has no certificate:"
                            + " give --certificates");
        }
    }

    @Test
    void aCertificateOfAnotherStickIsSaidBeforeAnythingElse() {
        var others = new Certificates(TRUSTING.device(), Optional.of(AUTHORITY.issue(EnrolledBench.PPMID)));

        assertThatExceptionOfType(BenchFault.class)
                .isThrownBy(() -> new EnrolledBench(line(Carrier.TCP), others, true))
                .withMessage("--certificates needs the certificate of the stick 00A1B2C3D4E50000, found one of"
                        + " 00A1B2C3D4E50001");
    }

    @Test
    void noKeyStandsInWhatIsRecorded() throws IOException {
        try (var bench = new EnrolledBench(line(Carrier.TCP), TRUSTING, true)) {
            var scenario = new Scenario(bench);
            scenario.begin();
            Path file = temp.resolve("recording");

            scenario.recorder.recording().write(file);

            String hex = Octets.copyOf(Files.readAllBytes(file)).hex();
            assertThat(hex)
                    .contains(TRUSTING.device().certificate().octets().hex())
                    .doesNotContain(
                            privateKey(TRUSTING.device()),
                            privateKey(TRUSTING.hub().orElseThrow()));
        }
    }

    private static String privateKey(DeviceCertificate certificate) {
        var lines = certificate.text().lines().toList();
        return lines.get(lines.indexOf("Private Key Reconstruction Data:") + 1).toUpperCase(Locale.ROOT);
    }

    /** One scenario on a bench: a hub of ours, and the device behind the stick. */
    private static final class Scenario {
        final Recorder recorder = new Recorder();
        final List<WanMessage> alerts = new ArrayList<>();
        final Ground ground;

        Scenario(EnrolledBench bench) {
            ground = bench.venue.open(new Scene(EnrolledBench.PROFILE, 1, recorder));
        }

        EmulatedHub begin() {
            var radio = ground.join(DeviceKind.HUB, EnrolledBench.HUB, 0x7B);
            var hub = new EmulatedHub(
                    radio,
                    ground.timeline(),
                    HubModel.of(radio.address()).withBlocks(2, Integer.MAX_VALUE),
                    Policies.DEFAULT,
                    Baseline.BASELINE_2019,
                    recorder,
                    HubScripts.HONEST);
            hub.listen(alerts::add);
            var place = ground.guest().orElseThrow().device(DeviceKind.PPMID, Optional.empty(), Optional.empty());
            hub.join(place.address(), DeviceKind.PPMID, place.endpoint());
            return hub;
        }

        void update() {
            var hub = begin();
            var profile = EnrolledBench.PROFILE;
            var hardware = profile.model(DeviceKind.PPMID).hardware();
            var image = FirmwareImages.make(
                    profile,
                    DeviceKind.PPMID,
                    profile.firmware("0x20"),
                    new HardwareRange(hardware, hardware),
                    Optional.empty(),
                    Baseline.BASELINE_2019);
            hub.deliver(new FirmwareDelivery(UseCase.CS05C, image.file(), List.of(EnrolledBench.PPMID)));
            ground.timeline().advance(Duration.ofHours(1));
            ground.close();
        }

        List<ApsFrame> frames(int cluster) {
            return entries(cluster).stream().map(Entry.Frame::frame).toList();
        }

        long firstOf(int cluster) {
            return entries(cluster).getFirst().nanos();
        }

        /** Frame control and command of all that was not lost. */
        List<String> commands(int cluster) {
            return entries(cluster).stream()
                    .filter(it -> it.delivery() != Delivery.LOST)
                    .map(it -> it.frame().zcl())
                    .map(it -> "%02X %02X".formatted(it.u8(0), it.u8(2)))
                    .toList();
        }

        private List<Entry.Frame> entries(int cluster) {
            return recorder.recording().entries().stream()
                    .filter(Entry.Frame.class::isInstance)
                    .map(Entry.Frame.class::cast)
                    .filter(it -> it.frame().cluster() == cluster)
                    .toList();
        }
    }
}

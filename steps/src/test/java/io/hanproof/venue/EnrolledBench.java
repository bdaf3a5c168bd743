package io.hanproof.venue;

import io.hanproof.cbke.CertificateAuthority;
import io.hanproof.cbke.DeviceCertificate;
import io.hanproof.cbke.Suite;
import io.hanproof.dongle.NetworkSettings;
import io.hanproof.dongle.SharedKey;
import io.hanproof.dongle.Stick;
import io.hanproof.dongle.StickAddress;
import io.hanproof.dongle.StickEndpoint;
import io.hanproof.dongle.StickRole;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.WallTimeline;
import io.hanproof.ncp.EmulatedStick;
import io.hanproof.ncp.Home;
import io.hanproof.ncp.Line;
import io.hanproof.ncp.StickSettings;
import io.hanproof.ncp.Tenant;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Profile;
import io.hanproof.profile.ProfileCatalogue;
import io.hanproof.zcl.ota.HardwareVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A bench with an emulated stick, behind which a device comes without a link key. */
final class EnrolledBench implements AutoCloseable {
    static final Eui64 HUB = StickSettings.USUAL_ADDRESS;
    static final Eui64 PPMID = new Eui64(HUB.value() + 1);
    static final Profile PROFILE = ProfileCatalogue.shipped().read("ppmid-example");

    final EmulatedStick emulated;
    final Home home;
    final StickVenue venue;

    /** What a bench has to try a device with. */
    record Certificates(DeviceCertificate device, Optional<DeviceCertificate> hub) {}

    EnrolledBench(Line line, Certificates certificates, boolean stepped) {
        home = new Home(LinkBudget.band2400MHz(), new Recorder(), 1, List.of(tenant(certificates.device())));
        emulated = home.stick(StickSettings.of(HUB, StickSettings.OLDEST_EZSP));
        emulated.plug(line);
        var stick = Stick.open(StickAddress.parse(line.name()), StickRole.FORM, network(), words -> {});
        var credentials = certificates.hub().map(it -> new Credentials(it, new Random(9)));
        var means = new StickVenue.Means(
                new Untouched(),
                (timeline, tap) -> {
                    throw new BenchFault("there is no hub under test here");
                },
                credentials,
                WallTimeline::new,
                Duration.ofSeconds(30),
                Duration.ofSeconds(1));
        venue = stepped ? StickVenue.stepped("a stick", stick, means) : StickVenue.onTheWall("a stick", stick, means);
    }

    private static Tenant tenant(DeviceCertificate certificate) {
        var cast = new Cast(PROFILE, Policies.DEFAULT, Baseline.BASELINE_2019, Optional.empty());
        return new EnrollingTenant(new DisplayTenant(cast, HUB), HUB, certificate);
    }

    private static NetworkSettings network() {
        return new NetworkSettings(
                15,
                0x1A2B,
                0xDDDD_0001_0002_0003L,
                SharedKey.parse("000102030405060708090A0B0C0D0E0F"),
                SharedKey.wellKnown(),
                List.of(StickEndpoint.hub()));
    }

    static CertificateAuthority authority(String name, long seed) {
        return CertificateAuthority.make(Suite.SUITE_2, Eui64.parse(name), new Random(seed));
    }

    @Override
    public void close() {
        venue.close();
        home.close();
    }

    /** Nobody stands beside the bench. */
    private static final class Untouched implements Handle {
        @Override
        public void prepare(Timeline timeline, Optional<Long> installed, Optional<HardwareVersion> hardware) {}

        @Override
        public void power(boolean on) {}

        @Override
        public void putBack(String firmware) {}

        @Override
        public void join() {}

        @Override
        public boolean remembers() {
            return true;
        }
    }
}

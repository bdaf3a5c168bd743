package io.hanproof.bench;

import io.hanproof.dongle.NetworkSettings;
import io.hanproof.dongle.SharedKey;
import io.hanproof.dongle.Stick;
import io.hanproof.dongle.StickAddress;
import io.hanproof.dongle.StickEndpoint;
import io.hanproof.dongle.StickRole;
import io.hanproof.hub.EmulatedHub;
import io.hanproof.hub.HubModel;
import io.hanproof.hub.HubScripts;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.LiveTimeline;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.lab.WrappedRadio;
import io.hanproof.ncp.Home;
import io.hanproof.ncp.StickSettings;
import io.hanproof.ncp.TcpLine;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.venue.Cast;
import io.hanproof.venue.DisplayTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** An update by a hub of ours over a stick, in this process, with somebody looking on at each turn. */
final class StagedUpdate {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ENDPOINT = 1;

    private StagedUpdate() {}

    static void seenBy(Stages stages, Load load) {
        var cast = new Cast(load.profile(), Policies.DEFAULT, Baseline.BASELINE_2019, Optional.empty());
        var device = new DisplayTenant(cast, HostBenchmark.STICK);
        try (var home = new Home(LinkBudget.band2400MHz(), new Recorder(), 1, List.of(device))) {
            var line = TcpLine.onLoopback();
            home.stick(StickSettings.of(HostBenchmark.STICK, HostBenchmark.EZSP).withTap(stages))
                    .plug(line);
            try (var stick = Stick.open(StickAddress.parse(line.name()), StickRole.FORM, network(), words -> {})) {
                update(stick, cast, load, stages);
            }
        }
    }

    private static NetworkSettings network() {
        var key = SharedKey.parse("000102030405060708090A0B0C0D0E0F");
        return new NetworkSettings(
                15, 0x1A2B, 0xDDDD_0001_0002_0003L, key, SharedKey.wellKnown(), List.of(StickEndpoint.hub()));
    }

    private static void update(Stick stick, Cast cast, Load load, Stages stages) {
        var bench = stick.emulatedBench().orElseThrow();
        bench.begin(1, START, Optional.empty(), Optional.empty());
        var timeline = new Watched(bench.timeline(START, PATIENCE), stages);
        var recorder = new Recorder();
        var hub = new EmulatedHub(
                new Overheard(stick.radio(timeline, recorder), stages),
                timeline,
                HubModel.of(stick.address()),
                Policies.DEFAULT,
                Baseline.BASELINE_2019,
                recorder,
                HubScripts.HONEST);
        hub.join(HostBenchmark.DEVICE, cast.profile().device(), ENDPOINT);
        hub.deliver(new FirmwareDelivery(UseCase.CS05C, load.image(), List.of(HostBenchmark.DEVICE)));
        timeline.advance(LONG_ENOUGH);
    }

    private record Watched(LiveTimeline timeline, Stages stages) implements LiveTimeline {
        @Override
        public void post(Runnable what) {
            stages.posted();
            timeline.post(what);
        }

        @Override
        public long nanos() {
            return timeline.nanos();
        }

        @Override
        public Booking at(long nanos, Runnable what) {
            return timeline.at(nanos, what);
        }

        @Override
        public boolean advanceUntil(BooleanSupplier done, Instant deadline) {
            return timeline.advanceUntil(done, deadline);
        }
    }

    private record Overheard(Radio radio, Stages stages) implements WrappedRadio {
        @Override
        public void listen(Consumer<ApsFrame> listener) {
            radio.listen(frame -> {
                stages.heard(frame);
                listener.accept(frame);
            });
        }

        @Override
        public void send(ApsFrame frame) {
            stages.sends(frame);
            radio.send(frame);
        }
    }
}

package io.hanproof.bench;

import io.hanproof.device.DisplayModel;
import io.hanproof.device.EmulatedDisplay;
import io.hanproof.device.Habits;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchOrder;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Seed;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.WrappedRadio;
import io.hanproof.ncp.EndpointDescription;
import io.hanproof.ncp.Tenant;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Profile;
import io.hanproof.zcl.Cluster;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The display as it is, for a host that knows no Smart Energy: it waits to be let in, and speaks home automation. */
record ForeignDisplay(Profile profile, Eui64 address) implements Tenant {
    private static final int HOME_AUTOMATION = 0x0104;
    private static final int IN_HOME_DISPLAY = 0x0502;
    private static final int ENDPOINT = 1;

    @Override
    public List<EndpointDescription> endpoints() {
        return List.of(new EndpointDescription(
                ENDPOINT, HOME_AUTOMATION, IN_HOME_DISPLAY, 1, List.of(Cluster.BASIC.id()), List.of(Cluster.OTA.id())));
    }

    @Override
    public boolean joined() {
        return false;
    }

    @Override
    public void settle(SimulatedHan han, BenchOrder.Begin begin, Runnable announce) {
        var display = new EmulatedDisplay(
                new Dialect(han.join(address, Set.of(ENDPOINT))),
                han.timeline(),
                Seed.derive(begin.seed(), profile.device().name()),
                DisplayModel.of(profile, profile.device(), address)
                        .withHabits(Habits.USUAL.withCheck(Duration.ofMillis(1))),
                Policies.DEFAULT,
                honest -> honest);
        display.onReceiver(on -> {
            han.deaf(address, !on);
            if (on) {
                announce.run();
            }
        });
        han.onPower(address, display::power);
    }

    /** Between a device that speaks Smart Energy under its link key and a host that knows neither. */
    private record Dialect(Radio radio) implements WrappedRadio {
        @Override
        public void listen(Consumer<ApsFrame> listener) {
            radio.listen(frame -> listener.accept(as(frame, Cluster.SMART_ENERGY_PROFILE, true)));
        }

        @Override
        public void send(ApsFrame frame) {
            radio.send(as(frame, HOME_AUTOMATION, false));
        }

        private static ApsFrame as(ApsFrame frame, int profile, boolean secured) {
            return new ApsFrame(
                    frame.source(),
                    frame.destination(),
                    profile,
                    frame.cluster(),
                    frame.sourceEndpoint(),
                    frame.destinationEndpoint(),
                    secured && !frame.destination().isBroadcast(),
                    frame.acknowledged(),
                    frame.zcl());
        }
    }
}

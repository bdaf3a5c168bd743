package io.hanproof.ncp;

import io.hanproof.duis.UserMessage;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchOrder;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.FrameTap;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Radio;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Homes to test sticks in. */
final class Homes {
    static final Eui64 STICK = StickSettings.USUAL_ADDRESS;
    static final Eui64 SECOND_STICK = Eui64.parse("00A1B2C3D4E50010");
    static final Eui64 DEVICE = Eui64.parse("00A1B2C3D4E50001");
    static final FrameTap NO_TAP = new FrameTap() {
        @Override
        public int sent(long nanos, ApsFrame frame) {
            return 0;
        }

        @Override
        public void outcome(int number, long nanos, Delivery delivery) {}

        @Override
        public void power(long nanos, Eui64 node, boolean on) {}

        @Override
        public int wan(long nanos, WanMessage message) {
            return 0;
        }

        @Override
        public int user(long nanos, Eui64 user, boolean toDcc, UserMessage message) {
            return 0;
        }
    };

    private Homes() {}

    static Home empty() {
        return with(List.of());
    }

    static Home with(List<Tenant> tenants) {
        return new Home(LinkBudget.band2400MHz(), NO_TAP, 1, tenants);
    }

    /** A device that says back what it hears, and by itself something every ten seconds. */
    static final class Parrot implements Tenant {
        final List<Octets> heard = new CopyOnWriteArrayList<>();
        private final boolean enrolled;
        private final boolean joined;

        Parrot(boolean enrolled, boolean joined) {
            this.enrolled = enrolled;
            this.joined = joined;
        }

        static Parrot atHome() {
            return new Parrot(true, true);
        }

        @Override
        public Eui64 address() {
            return DEVICE;
        }

        @Override
        public List<EndpointDescription> endpoints() {
            return List.of(new EndpointDescription(1, 0x0109, 0x0502, 1, List.of(0x0000), List.of(0x0019)));
        }

        @Override
        public boolean enrolled() {
            return enrolled;
        }

        @Override
        public boolean joined() {
            return joined;
        }

        @Override
        public void settle(SimulatedHan han, BenchOrder.Begin begin, Runnable announce) {
            Radio radio = han.join(DEVICE, Set.of(1));
            radio.listen(it -> {
                heard.add(it.zcl());
                radio.send(reply(it));
            });
        }

        private static ApsFrame reply(ApsFrame to) {
            return new ApsFrame(
                    DEVICE,
                    to.source(),
                    to.profile(),
                    to.cluster(),
                    1,
                    to.sourceEndpoint(),
                    to.secured(),
                    to.acknowledged(),
                    to.zcl());
        }
    }

    /** A device that says something every so often, unasked. */
    record Clock(Duration period) implements Tenant {
        @Override
        public Eui64 address() {
            return DEVICE;
        }

        @Override
        public List<EndpointDescription> endpoints() {
            return List.of();
        }

        @Override
        public void settle(SimulatedHan han, BenchOrder.Begin begin, Runnable announce) {
            Radio radio = han.join(DEVICE, Set.of(1));
            han.timeline().in(period, () -> strike(han, radio));
        }

        private void strike(SimulatedHan han, Radio radio) {
            radio.send(
                    new ApsFrame(DEVICE, Eui64.BROADCAST, 0x0109, 0x000A, 1, 0xFF, false, false, Octets.hex("185500")));
            han.timeline().in(period, () -> strike(han, radio));
        }
    }
}

package io.hanproof.ncp;

import io.hanproof.device.DisplayModel;
import io.hanproof.device.EmulatedDisplay;
import io.hanproof.device.Habits;
import io.hanproof.image.Form;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchOrder;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Seed;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.WrappedRadio;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Profile;
import io.hanproof.profile.Profile.Firmware;
import io.hanproof.profile.Profile.Role;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.OtaCommand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Emulated displays behind a stick. */
final class Displays {
    static final HardwareVersion HARDWARE = new HardwareVersion(1, 1);
    static final int HOME_AUTOMATION = 0x0104;
    static final Profile PROFILE = profile();

    private Displays() {}

    private static Profile profile() {
        return new Profile(
                "ppmid-behind-a-stick",
                "",
                DeviceKind.PPMID,
                Map.of(DeviceKind.PPMID, new Profile.Model(0xFFFE, 0xAABB, HARDWARE)),
                List.of(
                        new Firmware("0x10", 0x10, Role.INSTALLED, Optional.empty(), 1000),
                        new Firmware("0x20", 0x20, Role.UPDATE, Optional.empty(), 30_000)),
                List.of(),
                Map.of(),
                new Profile.Capabilities(false, false, false, true, false, true, false),
                new Profile.Timing(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(60),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10)),
                Profile.Store.USUAL,
                Form.ZIGBEE,
                Optional.empty(),
                Policies.DEFAULT);
    }

    /** A display as it is, told to wait until it is let onto the network, and to speak as home automation does. */
    static final class Foreign implements Tenant {
        private final byte[] image = new byte[1 << 20];
        private @Nullable EmulatedDisplay display;

        @Override
        public Eui64 address() {
            return Homes.DEVICE;
        }

        @Override
        public List<EndpointDescription> endpoints() {
            return List.of(new EndpointDescription(1, HOME_AUTOMATION, 0x0502, 1, List.of(0x0000), List.of(0x0019)));
        }

        @Override
        public boolean joined() {
            return false;
        }

        @Override
        public void settle(SimulatedHan han, BenchOrder.Begin begin, Runnable announce) {
            var radio = new Dialect(han.join(address(), Set.of(1)), this::blockCame);
            var settled = new EmulatedDisplay(
                    radio,
                    han.timeline(),
                    Seed.derive(begin.seed(), "PPMID"),
                    DisplayModel.of(PROFILE, DeviceKind.PPMID, address())
                            .withHabits(Habits.USUAL.withCheck(Duration.ofMillis(1))),
                    Policies.DEFAULT,
                    honest -> honest);
            settled.onReceiver(on -> {
                han.deaf(address(), !on);
                if (on) {
                    announce.run();
                }
            });
            han.onPower(address(), settled::power);
            display = settled;
        }

        private void blockCame(ImageBlockResponse response) {
            if (response instanceof ImageBlockResponse.Success block) {
                block.data().copyTo(image, (int) block.fileOffset());
            }
        }

        /** What came over the air, put together. */
        Octets assembled(int length) {
            return Octets.copyOf(image, 0, length);
        }

        long running() {
            return display == null ? 0 : display.state().flash().running();
        }
    }

    /** Between a device that speaks Smart Energy under its link key and a host that knows neither. */
    private record Dialect(Radio radio, Consumer<ImageBlockResponse> blocks) implements WrappedRadio {
        @Override
        public void listen(Consumer<ApsFrame> listener) {
            radio.listen(frame -> {
                if (frame.cluster() == Cluster.OTA.id()
                        && ZclHeader.read(frame.zcl()) instanceof Decoded.Value<ZclHeader>(var header)
                        && OtaCommand.read(header, frame.zcl())
                                instanceof Decoded.Value<OtaCommand>(ImageBlockResponse response)) {
                    blocks.accept(response);
                }
                listener.accept(as(frame, Cluster.SMART_ENERGY_PROFILE, true));
            });
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

package io.hanproof.dongle;

import com.zsmartsystems.zigbee.ExtendedPanId;
import com.zsmartsystems.zigbee.ZigBeeChannel;
import com.zsmartsystems.zigbee.ZigBeeStatus;
import com.zsmartsystems.zigbee.security.ZigBeeKey;
import io.hanproof.lab.BenchFault;
import java.time.Duration;
import java.util.function.Consumer;

/** Brings a stick of another family up: as coordinator, since the library knows nothing else for them. */
final class PlainStart {
    private static final Duration OPEN = Duration.ofSeconds(8);
    private static final Duration NETWORK = Duration.ofSeconds(30);

    private final Line line;
    private final StickFamily family;
    private final StickRole role;
    private final NetworkSettings settings;
    private final Consumer<String> progress;
    private final Transport.Hears hears;

    PlainStart(
            Line line,
            StickFamily family,
            StickRole role,
            NetworkSettings settings,
            Consumer<String> progress,
            Transport.Hears hears) {
        this.line = line;
        this.family = family;
        this.role = role;
        this.settings = settings;
        this.progress = progress;
        this.hears = hears;
    }

    PlainTransport start() {
        if (role == StickRole.JOIN) {
            throw new BenchFault("a stick of family %s can only form a network: to join one takes family ember"
                    .formatted(family.word()));
        }
        line.open();
        var transport = new PlainTransport(line, family, hears);
        try {
            progress.accept("%s: starting a stick of family %s".formatted(line.name(), family.word()));
            var dongle = transport.dongle();
            demand(Waits.get(
                    Waits.aside("hanproof-stick-open", dongle::initialize),
                    OPEN,
                    () -> "%s does not answer as a stick of family %s: wrong baud rate, or another family?"
                            .formatted(line.name(), family.word())));
            demand(Waits.get(
                    Waits.aside("hanproof-stick-network", () -> bringUp(transport)),
                    NETWORK,
                    () -> "%s stopped answering while it was set up".formatted(line.name())));
            transport.started();
            progress.accept("%s: on its network, as %s".formatted(line.name(), transport.address()));
            return transport;
        } catch (RuntimeException e) {
            transport.close();
            throw e;
        }
    }

    private ZigBeeStatus bringUp(PlainTransport transport) {
        var dongle = transport.dongle();
        if (dongle.startup(false) == ZigBeeStatus.SUCCESS
                && dongle.getZigBeePanId() == settings.panId()
                && dongle.getZigBeeChannel().getChannel() == settings.channel()) {
            return ZigBeeStatus.SUCCESS;
        }
        dongle.setZigBeeChannel(ZigBeeChannel.create(settings.channel()));
        dongle.setZigBeePanId(settings.panId());
        dongle.setZigBeeExtendedPanId(new ExtendedPanId("%016X".formatted(settings.extendedPanId())));
        dongle.setZigBeeNetworkKey(new ZigBeeKey(settings.networkKey().toInts()));
        dongle.setTcLinkKey(new ZigBeeKey(settings.linkKey().toInts()));
        dongle.setDefaultProfileId(settings.endpoints().getFirst().profile());
        dongle.setDefaultDeviceId(settings.endpoints().getFirst().device());
        return dongle.startup(true);
    }

    private void demand(ZigBeeStatus status) {
        if (status != ZigBeeStatus.SUCCESS) {
            throw new BenchFault(
                    "%s could not be set up as a stick of family %s: %s".formatted(line.name(), family.word(), status));
        }
    }
}

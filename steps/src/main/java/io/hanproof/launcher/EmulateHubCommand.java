package io.hanproof.launcher;

import io.hanproof.doors.HubFacts;
import io.hanproof.doors.Neighbour;
import io.hanproof.doors.NodeDescription;
import io.hanproof.doors.SocketNode;
import io.hanproof.doors.WanDoor;
import io.hanproof.gbcs.SmkiCertificate;
import io.hanproof.hub.EmulatedHub;
import io.hanproof.hub.HubModel;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.WallTimeline;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.DeviceKind;
import io.hanproof.venue.Cast;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Emulates a hub at a HAN socket, with its WAN door. */
@Command(
        name = "hub",
        description =
                "Emulates the hub of the profile and opens its WAN door: at a HAN socket, anew for each scenario, or on a"
                        + " ZigBee stick.")
final class EmulateHubCommand implements Callable<Integer> {
    private static final Duration FOR_EVER = Duration.ofSeconds(255);
    private static final Eui64 USUAL = Eui64.parse("00A1B2C3D4E50000");

    private final Terminal terminal;

    @Mixin
    EmulateOptions options = new EmulateOptions();

    @ArgGroup(multiplicity = "1")
    Air air = new Air();

    /** Where its radio is. */
    static final class Air {
        @ArgGroup(exclusive = false)
        @Nullable
        HanOptions han;

        @Option(
                names = "--dongle",
                paramLabel = "PORT[,family=..,baud=..]",
                description = "A ZigBee stick, real or emulated, on which it forms its network; in wall time.")
        @Nullable
        String dongle;
    }

    @Option(
            names = "--wan",
            paramLabel = "http://HOST:PORT",
            required = true,
            description = "Where it opens its WAN door; port 0 is any free one.")
    String wan = "";

    EmulateHubCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Cast cast = options.hub();
        HanOptions han = air.han;
        try (var door = WanDoor.open(HanOptions.http("--wan", wan))) {
            terminal.out().printf("WAN door: %s%n", door.uri());
            terminal.out().flush();
            return han == null ? onAStick(cast, door, String.valueOf(air.dongle)) : atASocket(cast, door, han);
        }
    }

    private int atASocket(Cast cast, WanDoor door, HanOptions han) {
        var model = cast.hubModel(han.address(USUAL));
        var self = NodeDescription.hub(model.address(), model.endpoint());
        return new HanSessions(terminal, han).run(self, node -> settle(cast, model, node, door));
    }

    /** One hub for as long as the process lives, as a real one. */
    private int onAStick(Cast cast, WanDoor door, String port) {
        var network = StickNetwork.usual(new SecureRandom());
        try (var stick = network.open(
                StickNetwork.address("--dongle", port), it -> terminal.err().println(it))) {
            var timeline = new WallTimeline();
            var recorder = new Recorder();
            EmulatedHub hub = cast.hub(stick.radio(timeline, recorder), timeline, recorder);
            stick.onJoined(it -> timeline.post(() -> hub.join(it, DeviceKind.PPMID, Cast.DEVICE_ENDPOINT)));
            stick.nodes().forEach(it -> hub.join(it, DeviceKind.PPMID, Cast.DEVICE_ENDPOINT));
            stick.permitJoining(FOR_EVER);
            door.serve(timeline, hub, facts(cast, stick.address()));
            terminal.out().printf("HUB %s on %s%n", stick.address(), port);
            terminal.out().flush();
            while (stick.lost().isEmpty()) {
                timeline.advance(Duration.ofSeconds(1));
            }
            return ExitCode.PASSED;
        }
    }

    private static HubFacts facts(Cast cast, Eui64 address) {
        var store = cast.profile().store();
        String certificates = cast.keys().hub(address).certificates().stream()
                .map(SmkiCertificate::pem)
                .collect(Collectors.joining());
        return new HubFacts(address, store.blocks(), store.blockOctets(), Optional.of(certificates));
    }

    private static void settle(Cast cast, HubModel model, SocketNode node, WanDoor door) {
        EmulatedHub hub = cast.hub(node.radio(), node.timeline(), new Recorder());
        node.neighbours().forEach(it -> joined(hub, it, node));
        node.onNeighbour((neighbour, on) -> {
            if (on) {
                joined(hub, neighbour, node);
            }
        });
        node.onGbcs(hub::passUp);
        door.serve(node, hub, facts(cast, model.address()));
    }

    private static void joined(EmulatedHub hub, Neighbour neighbour, SocketNode self) {
        var node = neighbour.node();
        if (node.device() != DeviceKind.HUB) {
            hub.join(node.eui64(), node.device(), node.otaEndpoint());
            hub.passOn(node.eui64(), self::gbcs);
        }
    }
}

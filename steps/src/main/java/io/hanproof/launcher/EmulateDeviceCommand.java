package io.hanproof.launcher;

import io.hanproof.device.EmulatedDisplay;
import io.hanproof.doors.NodeDescription;
import io.hanproof.doors.SocketNode;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.DeviceKind;
import io.hanproof.venue.Cast;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Emulates a device at a HAN socket: the same as a run without {@code --against} has in its own process. */
@Command(name = "device", description = "Emulates the device of the profile at a HAN socket, anew for each scenario.")
final class EmulateDeviceCommand implements Callable<Integer> {
    private static final Eui64 USUAL = Eui64.parse("00A1B2C3D4E50001");

    private final Terminal terminal;

    @Mixin
    EmulateOptions options = new EmulateOptions();

    @Mixin
    HanOptions han = new HanOptions();

    EmulateDeviceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Cast cast = options.device();
        DeviceKind kind = cast.profile().device();
        var self = NodeDescription.otaClient(han.address(USUAL), kind, Cast.DEVICE_ENDPOINT);
        return new HanSessions(terminal, han).run(self, node -> {
            var display = cast.display(node.radio(), node.timeline(), cast.displayModel(self.eui64()), options.seed);
            node.neighbours().stream()
                    .filter(it -> it.node().device() == DeviceKind.HUB)
                    .findFirst()
                    .ifPresent(it -> display.join(it.node().eui64()));
            wire(display, node);
        });
    }

    private static void wire(EmulatedDisplay display, SocketNode node) {
        display.onReceiver(node::receiver);
        node.onPower(display::power);
        display.onGbcs(node::gbcs);
        node.onGbcs(display::gbcs);
    }
}

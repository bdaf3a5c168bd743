package io.hanproof.doors;

import io.hanproof.hub.EmulatedHub;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.FrameTap;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.DeviceKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A HAN socket, and emulators at it as they would be in processes of their own: one thread each. */
final class Peers implements AutoCloseable {
    private final HanSocket socket;
    private final Set<Eui64> displays = new HashSet<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    Peers() {
        this(Duration.ofSeconds(10));
    }

    Peers(Duration patience) {
        socket = HanSocket.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), patience);
    }

    HanSocket socket() {
        return socket;
    }

    /** What the peers did not understand, or was not understood of what they said. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** A display that joins again, as from the factory, whenever a session has ended; the same one when asked again. */
    void ensureDisplay(Eui64 address, TimeMode time) {
        if (!displays.add(address)) {
            return;
        }
        inALoop(NodeDescription.otaClient(address, DeviceKind.PPMID, 1), time, node -> {
            var display = Home.display(node.radio(), node.timeline());
            display.onReceiver(node::receiver);
            node.onPower(display::power);
        });
    }

    /** A hub behind both doors. */
    void hub(TimeMode time, WanDoor door, FrameTap tap) {
        inALoop(NodeDescription.hub(Home.HUB, Home.HUB_ENDPOINT), time, node -> {
            var hub = Home.hub(node.radio(), node.timeline(), tap);
            node.neighbours().forEach(it -> meet(hub, it, node));
            node.onNeighbour((neighbour, on) -> {
                if (on) {
                    meet(hub, neighbour, node);
                }
            });
            node.onGbcs(hub::passUp);
            door.serve(node, hub, new HubFacts(Home.HUB, 2, 750_000, Optional.empty()));
        });
    }

    private static void meet(EmulatedHub hub, Neighbour neighbour, SocketNode self) {
        var node = neighbour.node();
        hub.join(node.eui64(), node.device(), node.otaEndpoint());
        hub.passOn(node.eui64(), self::gbcs);
    }

    @FunctionalInterface
    private interface Device {
        void liveAt(SocketNode node);
    }

    private void inALoop(NodeDescription self, TimeMode time, Device device) {
        var thread = new Thread(() -> {
            try {
                while (true) {
                    var node = SocketNode.join(socket.address(), self, time, "hanproof-emulator test");
                    node.onComplaint(troubles::add);
                    device.liveAt(node);
                    node.run();
                }
            } catch (HanClosed over) {
                // the run is over
            } catch (BenchFault e) {
                troubles.add(e.getMessage());
            }
        });
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    @Override
    public void close() {
        socket.close();
        for (var each : threads) {
            try {
                each.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

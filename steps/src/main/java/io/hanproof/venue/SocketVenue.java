package io.hanproof.venue;

import io.hanproof.doors.HanSocket;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.lab.WallTimeline;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A HAN in this process, to which somebody's device or hub comes by the HAN socket. */
public final class SocketVenue implements Venue {
    private final HanSocket socket;
    private final Optional<URI> wan;
    private final Optional<Supplier<WallTimeline>> wall;
    private final Duration patience;

    /**
     * Listens from now on.
     *
     * @param wan where a hub under test serves its WAN door
     * @param wall makes the time of each scenario, when it is to pass as on the wall
     * @param patience how long, on the wall, the product under test may take to join for a scenario
     * @throws io.hanproof.lab.BenchFault when it cannot listen there
     */
    public SocketVenue(
            InetSocketAddress address, Optional<URI> wan, Optional<Supplier<WallTimeline>> wall, Duration patience) {
        this.socket = HanSocket.listen(address);
        this.wan = wan;
        this.wall = wall;
        this.patience = patience;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return socket.address();
    }

    @Override
    public Ground open(Scene scene) {
        if (wall.isPresent()) {
            var timeline = wall.get().get();
            var ground = new HanGround(scene, timeline);
            return new SocketGround(ground, socket.wall(ground.han(), timeline), scene, wan, patience);
        }
        var ground = new HanGround(scene, new VirtualTimeline(EmulatorVenue.START));
        return new SocketGround(ground, socket.lockstep(ground.han()), scene, wan, patience);
    }

    @Override
    public String name() {
        return "socket:%s:%d".formatted(address().getHostString(), address().getPort());
    }

    @Override
    public boolean holdsMany() {
        return false;
    }

    @Override
    public void close() {
        socket.close();
    }
}

package io.hanproof.doors;

import io.hanproof.lab.Recorder;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.VirtualTimeline;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A HAN in virtual time, and a socket there that has little patience with its peers. */
abstract class AtTheSocket {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final Duration SHORT = Duration.ofMillis(300);
    static final String ADDRESS = "00DB1234567890A4";

    final HanSocket socket =
            HanSocket.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Duration.ofMillis(700));
    final VirtualTimeline timeline = new VirtualTimeline(Home.START);
    final Recorder recorder = new Recorder();
    final SimulatedHan han = Home.han(timeline, recorder);

    @AfterEach
    void close() {
        socket.close();
    }

    RawPeer peer(RawPeer.Script script) {
        return RawPeer.at(socket.address(), script);
    }
}

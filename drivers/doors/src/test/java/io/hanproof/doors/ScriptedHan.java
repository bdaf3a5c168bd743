package io.hanproof.doors;

import io.hanproof.profile.DeviceKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A HAN that is not ours: a script that says lines and hears what a node answers. */
abstract class ScriptedHan {
    static final String JOINED =
            "{\"type\":\"joined\",\"shortAddress\":\"1a2b\",\"now\":\"2026-01-01T02:00:00Z\",\"nodes\":[]}";

    static final String NOTHING_TO_DO = "{\"type\":\"idle\",\"until\":null}";
    final ServerSocket server = new ServerSocket();
    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<String> complaints = new ArrayList<>();

    ScriptedHan() throws IOException {}

    @BeforeEach
    void listen() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** A HAN that says those lines once the node has joined, hears that many answers, and closes. */
    Thread han(int answers, String... lines) {
        var thread = new Thread(() -> {
            try (var socket = server.accept()) {
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                heard.add(in.readLine());
                for (String each : lines) {
                    socket.getOutputStream().write((each + "\n").getBytes(StandardCharsets.UTF_8));
                }
                for (int i = 0; i < answers; i++) {
                    heard.add(in.readLine());
                }
            } catch (IOException e) {
                heard.add(e.toString());
            }
        });
        thread.start();
        return thread;
    }

    SocketNode join() {
        var node = SocketNode.join(
                (InetSocketAddress) server.getLocalSocketAddress(),
                NodeDescription.otaClient(Home.DISPLAY, DeviceKind.PPMID, 1),
                TimeMode.LOCKSTEP,
                "test 1");
        node.onComplaint(complaints::add);
        return node;
    }
}

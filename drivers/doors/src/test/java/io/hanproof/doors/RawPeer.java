package io.hanproof.doors;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A peer that says whatever a test wants, octet by octet if need be, on a thread of its own. */
final class RawPeer implements AutoCloseable {
    static final String IDLE = "{\"type\":\"idle\",\"until\":null}";

    private static final int SMALL = 8_192;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Socket socket = new Socket();
    private final Thread thread;

    /** What the peer does, once it is connected. */
    @FunctionalInterface
    interface Script {
        void play(RawPeer peer) throws IOException;
    }

    private RawPeer(InetSocketAddress address, Script script) {
        thread = new Thread(() -> {
            try (socket) {
                socket.setReceiveBufferSize(SMALL); // so that it is soon full when a test does not read
                socket.connect(address);
                script.play(this);
            } catch (IOException hungUpOn) {
                // the other side has ended it
            }
        });
        thread.setDaemon(true);
    }

    static RawPeer at(InetSocketAddress address, Script script) {
        var peer = new RawPeer(address, script);
        peer.thread.start();
        return peer;
    }

    /** One that joins, says those lines while it has its first turn, and answers everything after it with an idle. */
    static RawPeer joined(InetSocketAddress address, String... inItsFirstTurn) {
        return at(address, peer -> {
            peer.say(join("00DB1234567890A4"));
            peer.hear();
            for (String each : inItsFirstTurn) {
                peer.say(each);
            }
            peer.say(IDLE);
            peer.answerEverything();
        });
    }

    static String join(String eui64) {
        return """
                {"type":"join","version":1,"eui64":"%s","device":"PPMID","time":"lockstep","product":"raw 1",\
                "endpoints":[{"endpoint":1,"profile":"0109","server":["0000"],"client":["0019"]}]}""".formatted(eui64);
    }

    void answerEverything() throws IOException {
        for (String line = hear(); !line.isEmpty(); line = hear()) {
            if (!line.contains("\"type\":\"error\"")) {
                say(IDLE);
            }
        }
    }

    void say(String line) throws IOException {
        send((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] octets) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(octets);
        out.flush();
    }

    /** The next line; empty at the end. */
    String hear() throws IOException {
        var line = new StringBuilder();
        for (int octet = socket.getInputStream().read();
                octet >= 0;
                octet = socket.getInputStream().read()) {
            if (octet == '\n') {
                heard.add(line.toString());
                return line.toString();
            }
            line.append((char) octet);
        }
        return "";
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    void hangUp() throws IOException {
        socket.close();
    }

    /** Until it has played its part. */
    void join() throws InterruptedException {
        thread.join();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

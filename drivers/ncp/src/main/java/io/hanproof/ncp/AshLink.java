package io.hanproof.ncp;

import io.hanproof.lab.Timeline;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.ArrayDeque;

/** The stick's side of ASH: acknowledges, repeats what stays unacknowledged, and gives up when nobody answers. */
final class AshLink {
    private static final int WINDOW = 5;
    private static final int MOST_TIMEOUTS = 4;
    private static final long FIRST_PATIENCE = 1_600_000_000L;
    private static final long LEAST_PATIENCE = 400_000_000L;
    private static final long MOST_PATIENCE = 3_200_000_000L;
    /** What one known host sends for a NAK: a check sequence over nothing. */
    private static final String NAK_WITHOUT_CONTROL = "found FFFF";

    /** Above and below the link. */
    interface Ends {
        /** The host has asked for a reset. */
        void reset();

        void ezsp(Octets frame);

        void line(Octets octets);

        /** The host departed from the protocol. */
        void departure(String how);
    }

    private enum State {
        AWAITING_RESET,
        CONNECTED,
        FAILED
    }

    private record Sent(int number, Octets ezsp, long at) {}

    private final Timeline clock;
    private final Ends ends;
    private final LineFaults faults;
    private final AshDeframer deframer = new AshDeframer();
    private final ArrayDeque<Octets> waiting = new ArrayDeque<>();
    private final ArrayDeque<Sent> unacknowledged = new ArrayDeque<>();

    private OctetWriter out = new OctetWriter(256);
    private State state = State.AWAITING_RESET;
    private int failure;
    private int next;
    private int expected;
    private boolean rejecting;
    private boolean owesAck;
    private boolean timing;
    private int timeouts;
    private long patience = FIRST_PATIENCE;
    private long accepted;
    private long acknowledged;
    private long oldestSince;

    /** @param clock of the wall: a line knows no other; whatever it brings about is flushed by who keeps it */
    AshLink(Timeline clock, Ends ends, LineFaults faults) {
        this.clock = clock;
        this.ends = ends;
        this.faults = faults;
    }

    void received(Octets chunk) {
        deframer.feed(chunk, this::received);
    }

    private void received(Decoded<AshFrame> found) {
        switch (found) {
            case Decoded.Value<AshFrame>(var frame) -> received(frame);
            case Decoded.Malformed<AshFrame> it -> noise(it);
        }
    }

    private void noise(Decoded.Malformed<AshFrame> it) {
        if (state != State.CONNECTED) {
            return;
        }
        if (!it.found().equals(NAK_WITHOUT_CONTROL)) {
            ends.departure("ASH: " + it.message());
        }
        reject();
    }

    private void received(AshFrame frame) {
        if (frame instanceof AshFrame.Reset) {
            connect(AshFrame.SOFTWARE_RESET);
            ends.reset();
        } else if (state == State.FAILED) {
            write(new AshFrame.Failed(AshFrame.VERSION, failure));
        } else if (state == State.CONNECTED) {
            switch (frame) {
                case AshFrame.Data it -> data(it);
                case AshFrame.Ack it -> acknowledge(it.acknowledges());
                case AshFrame.Nak it -> {
                    acknowledge(it.acknowledges());
                    repeat();
                }
                case AshFrame.Reset it -> {} // dealt with above
                case AshFrame.ResetAck it -> ends.departure("ASH: RSTACK needs a stick to send it, came from the host");
                case AshFrame.Failed it -> ends.departure("ASH: ERROR needs a stick to send it, came from the host");
            }
        }
    }

    private void data(AshFrame.Data it) {
        acknowledge(it.acknowledges());
        if (it.number() == expected) {
            if (faults.refusesNext()) {
                write(new AshFrame.Nak(expected, false));
                return;
            }
            expected = (expected + 1) % AshFrame.NUMBERS;
            rejecting = false;
            owesAck = true;
            ends.ezsp(it.ezsp());
        } else if (it.repeated()) {
            owesAck = true;
        } else {
            reject();
        }
    }

    private void reject() {
        if (!rejecting) {
            rejecting = true;
            write(new AshFrame.Nak(expected, false));
        }
    }

    private void acknowledge(int upTo) {
        int count = 0;
        var first = unacknowledged.peek();
        if (first != null) {
            count = Math.floorMod(upTo - first.number(), AshFrame.NUMBERS);
        }
        if (count > unacknowledged.size()) {
            ends.departure("ASH: ackNum needs the number of a frame that was sent, found " + upTo);
            return;
        }
        for (; count > 0; count--) {
            long took = clock.nanos() - unacknowledged.remove().at();
            patience = Math.clamp(patience * 7 / 8 + took / 2, LEAST_PATIENCE, MOST_PATIENCE);
            acknowledged++;
            timeouts = 0;
            oldestSince = clock.nanos();
        }
        sendWaiting();
    }

    /** Takes a frame for the host. Nothing goes out before {@link #flush}. */
    void send(Octets ezsp) {
        if (state == State.CONNECTED) {
            waiting.add(ezsp);
            accepted++;
            sendWaiting();
        }
    }

    private void sendWaiting() {
        while (!waiting.isEmpty() && unacknowledged.size() < WINDOW) {
            if (unacknowledged.isEmpty()) {
                oldestSince = clock.nanos();
            }
            var sent = new Sent(next, waiting.remove(), clock.nanos());
            unacknowledged.add(sent);
            next = (next + 1) % AshFrame.NUMBERS;
            var line = AshOctets.line(new AshFrame.Data(sent.number(), expected, false, sent.ezsp()));
            owesAck = false;
            out.octets(faults.outgoing(line));
            time();
        }
    }

    /** How many frames were taken for the host so far. */
    long accepted() {
        return accepted;
    }

    /** How many of them the host has acknowledged. */
    long acknowledged() {
        return acknowledged;
    }

    /** Puts what has gathered on the line, with an acknowledgement if no data frame carried one. */
    void flush() {
        if (owesAck && state == State.CONNECTED) {
            owesAck = false;
            if (!faults.losesAck()) {
                write(new AshFrame.Ack(expected, false));
            }
        }
        if (out.length() > 0) {
            Octets octets = out.toOctets();
            out = new OctetWriter(256);
            ends.line(octets);
        }
    }

    private void time() {
        if (!timing) {
            timing = true;
            clock.at(oldestSince + patience, this::due);
        }
    }

    private void due() {
        timing = false;
        if (state != State.CONNECTED || unacknowledged.isEmpty()) {
            return;
        }
        if (clock.nanos() < oldestSince + patience) {
            time();
            return;
        }
        if (++timeouts > MOST_TIMEOUTS) {
            fail(AshFrame.TOO_MANY_TIMEOUTS);
        } else {
            patience = Math.min(2 * patience, MOST_PATIENCE);
            repeat();
        }
    }

    private void repeat() {
        for (var each : unacknowledged) {
            write(new AshFrame.Data(each.number(), expected, true, each.ezsp()));
            owesAck = false;
        }
        oldestSince = clock.nanos();
        if (!unacknowledged.isEmpty()) {
            time();
        }
    }

    /** Stops all traffic until the host resets the stick. */
    void fail(int code) {
        clear();
        state = State.FAILED;
        failure = code;
        write(new AshFrame.Failed(AshFrame.VERSION, code));
    }

    /** Starts anew, and says so: because the host asked, or by itself for another reason. */
    void connect(int code) {
        clear();
        state = State.CONNECTED;
        out.u8(AshOctets.CANCEL);
        write(new AshFrame.ResetAck(AshFrame.VERSION, code));
    }

    /** Forgets the other side: the line is cut. */
    void cut() {
        clear();
        state = State.AWAITING_RESET;
        out = new OctetWriter(256);
    }

    private void clear() {
        waiting.clear();
        unacknowledged.clear();
        next = 0;
        expected = 0;
        rejecting = false;
        owesAck = false;
        timeouts = 0;
        patience = FIRST_PATIENCE;
        acknowledged = accepted;
    }

    private void write(AshFrame frame) {
        out.octets(AshOctets.line(frame));
    }
}

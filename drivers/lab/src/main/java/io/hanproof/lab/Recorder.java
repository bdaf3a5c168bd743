package io.hanproof.lab;

import io.hanproof.duis.UserMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;

/** Writes down everything a tap is told, as octets: a frame costs one copy and no object. */
public final class Recorder implements FrameTap {
    private static final int MOST_DELIVERIES = 0xFF;
    private static final byte UNKNOWN = Tape.code(Delivery.UNKNOWN);

    private final Tape tape = new Tape();
    private final Recording recording = new Recording(tape);

    /** What is recorded: a view that grows as the recorder writes on. */
    public Recording recording() {
        return recording;
    }

    /** Names a node for logs and messages. */
    public void name(Eui64 node, String label) {
        tape.label(node, label);
    }

    @Override
    public int sent(long nanos, ApsFrame frame) {
        Octets zcl = frame.zcl();
        if (zcl.length() > Tape.LONGEST_FRAME) {
            throw tooLong("a frame", Tape.LONGEST_FRAME, zcl.length());
        }
        int number = tape.reserve(zcl.length());
        byte[] chunk = tape.chunk(number);
        int at = tape.at(number);
        int flags = (frame.secured() ? Tape.SECURED : 0) | (frame.acknowledged() ? Tape.ACKNOWLEDGED : 0);
        putHeader(chunk, at, nanos, Tape.FRAME, flags, frame.source(), frame.destination());
        Tape.U64.set(
                chunk,
                at + Tape.AT_PROFILE,
                (long) frame.profile()
                        | (long) frame.cluster() << 16
                        | (long) frame.sourceEndpoint() << 32
                        | (long) frame.destinationEndpoint() << 40
                        | (long) zcl.length() << 48);
        zcl.copyTo(chunk, at + Tape.HEADER);
        return number;
    }

    @Override
    public void outcome(int number, long nanos, Delivery delivery) {
        byte[] chunk = tape.chunk(number);
        int at = tape.at(number);
        if (chunk[at + Tape.AT_DELIVERY] == UNKNOWN) {
            chunk[at + Tape.AT_DELIVERY] = Tape.code(delivery);
            Tape.U64.set(chunk, at + Tape.AT_SETTLED, nanos);
        }
        int deliveries = chunk[at + Tape.AT_DELIVERIES] & 0xFF;
        if (delivery == Delivery.DELIVERED && deliveries < MOST_DELIVERIES) {
            chunk[at + Tape.AT_DELIVERIES] = (byte) (deliveries + 1);
        }
    }

    @Override
    public void power(long nanos, Eui64 node, boolean on) {
        int number = tape.reserve(0);
        putHeader(tape.chunk(number), tape.at(number), nanos, Tape.POWER, on ? Tape.SWITCHED_ON : 0, node, node);
    }

    @Override
    public int wan(long nanos, WanMessage message) {
        return put(nanos, Tape.WAN, WanOctets.write(message));
    }

    @Override
    public int user(long nanos, Eui64 user, boolean toDcc, UserMessage message) {
        int number = put(nanos, Tape.USER, DuisOctets.write(message));
        int flags = toDcc ? Tape.TO_DCC : 0;
        putHeader(tape.chunk(number), tape.at(number), nanos, Tape.USER, flags, user, user);
        return number;
    }

    private int put(long nanos, int kind, Octets content) {
        if (content.length() > Tape.LONGEST) {
            throw tooLong("a message", Tape.LONGEST, content.length());
        }
        int number = tape.reserve(content.length());
        byte[] chunk = tape.chunk(number);
        int at = tape.at(number);
        Tape.U64.set(chunk, at, nanos);
        chunk[at + Tape.AT_KIND] = (byte) kind;
        Tape.U32.set(chunk, at + Tape.AT_CONTENT_LENGTH, content.length());
        content.copyTo(chunk, at + Tape.HEADER);
        return number;
    }

    private static IllegalArgumentException tooLong(String what, int longest, int found) {
        return new IllegalArgumentException(
                "%s is recorded with %d octets at most, found %d".formatted(what, longest, found));
    }

    private void putHeader(byte[] chunk, int at, long nanos, int kind, int flags, Eui64 source, Eui64 destination) {
        Tape.U64.set(chunk, at, nanos);
        Tape.U64.set(
                chunk,
                at + Tape.AT_KIND,
                (long) kind
                        | (long) flags << 24
                        | (long) tape.index(source) << 32
                        | (long) tape.index(destination) << 48);
    }
}

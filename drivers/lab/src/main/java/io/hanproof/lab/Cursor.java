package io.hanproof.lab;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;

/**
 * Passes over a recording without making objects. What it says is of the entry it stands at; where an entry has no such
 * field, the answer means nothing. It may wait at the end and go on when more has been recorded.
 */
public final class Cursor {
    private final Tape tape;
    private int number;
    private byte[] chunk = {};
    private int at;

    /** What an entry is. */
    public enum Kind {
        FRAME,
        POWER,
        WAN,
        USER
    }

    Cursor(Tape tape) {
        this.tape = tape;
    }

    /** Goes to the next entry; false, and no move, when there is none. */
    public boolean next() {
        if (number == tape.size()) {
            return false;
        }
        stand(number + 1);
        return true;
    }

    /**
     * Goes to the entry with that number.
     *
     * @throws IndexOutOfBoundsException unless there is one
     */
    public Cursor to(int number) {
        if (number < 1 || number > tape.size()) {
            throw new IndexOutOfBoundsException(
                    "entries are numbered 1 to %d, asked for %d".formatted(tape.size(), number));
        }
        stand(number);
        return this;
    }

    private void stand(int number) {
        this.number = number;
        this.chunk = tape.chunk(number);
        this.at = tape.at(number);
    }

    public int number() {
        return number;
    }

    public Kind kind() {
        return switch (chunk[at + Tape.AT_KIND]) {
            case Tape.FRAME -> Kind.FRAME;
            case Tape.POWER -> Kind.POWER;
            case Tape.WAN -> Kind.WAN;
            default -> Kind.USER; // nothing else is written, and nothing else is read from a file
        };
    }

    public boolean isFrame() {
        return chunk[at + Tape.AT_KIND] == Tape.FRAME;
    }

    public long nanos() {
        return (long) Tape.U64.get(chunk, at);
    }

    /** The sender of a frame; the node that was switched; the user whose message it is. */
    public Eui64 source() {
        return tape.node(headerU16(Tape.AT_SOURCE));
    }

    public Eui64 destination() {
        return tape.node(headerU16(Tape.AT_DESTINATION));
    }

    /** Whether a node was switched on, rather than off. */
    public boolean isSwitchedOn() {
        return (chunk[at + Tape.AT_FLAGS] & Tape.SWITCHED_ON) != 0;
    }

    public int profile() {
        return headerU16(Tape.AT_PROFILE);
    }

    public int cluster() {
        return headerU16(Tape.AT_CLUSTER);
    }

    public int sourceEndpoint() {
        return chunk[at + Tape.AT_SOURCE_ENDPOINT] & 0xFF;
    }

    public int destinationEndpoint() {
        return chunk[at + Tape.AT_DESTINATION_ENDPOINT] & 0xFF;
    }

    public boolean secured() {
        return (chunk[at + Tape.AT_FLAGS] & Tape.SECURED) != 0;
    }

    public boolean acknowledged() {
        return (chunk[at + Tape.AT_FLAGS] & Tape.ACKNOWLEDGED) != 0;
    }

    /** What became of a frame: of the first that was told. */
    public Delivery delivery() {
        return Tape.delivery(chunk[at + Tape.AT_DELIVERY]);
    }

    /** How often a frame was delivered, to several receivers or twice to one; 255 stands for more, too. */
    public int deliveries() {
        return chunk[at + Tape.AT_DELIVERIES] & 0xFF;
    }

    /** When it was known what became of a frame; 0 as long as it is not. */
    public long settledNanos() {
        return (long) Tape.U64.get(chunk, at + Tape.AT_SETTLED);
    }

    /** Octets of the ZCL frame. */
    public int zclLength() {
        return headerU16(Tape.AT_LENGTH);
    }

    /**
     * The octet at {@code offset} of the ZCL frame.
     *
     * @throws IndexOutOfBoundsException when the frame is shorter, as for all that read from it
     */
    public int u8(int offset) {
        return chunk[zcl(offset, 1)] & 0xFF;
    }

    public int u16(int offset) {
        return (short) Tape.U16.get(chunk, zcl(offset, 2)) & 0xFFFF;
    }

    public long u32(int offset) {
        return (int) Tape.U32.get(chunk, zcl(offset, 4)) & 0xFFFF_FFFFL;
    }

    /** Eight octets as they stand in a {@code long}. */
    public long u64(int offset) {
        return (long) Tape.U64.get(chunk, zcl(offset, 8));
    }

    /** A copy of {@code length} octets from {@code offset} of the ZCL frame. */
    public Octets octets(int offset, int length) {
        return Octets.copyOf(chunk, zcl(offset, length), length);
    }

    /** A copy of the ZCL frame. */
    public Octets zcl() {
        return octets(0, zclLength());
    }

    public ApsFrame frame() {
        return new ApsFrame(
                source(),
                destination(),
                profile(),
                cluster(),
                sourceEndpoint(),
                destinationEndpoint(),
                secured(),
                acknowledged(),
                zcl());
    }

    public Entry entry() {
        return switch (kind()) {
            case FRAME -> new Entry.Frame(number, nanos(), frame(), delivery());
            case POWER -> new Entry.Power(number, nanos(), source(), isSwitchedOn());
            case WAN -> WanOctets.read(number, nanos(), content());
            case USER ->
                new Entry.User(
                        number,
                        nanos(),
                        source(),
                        (chunk[at + Tape.AT_FLAGS] & Tape.TO_DCC) != 0,
                        DuisOctets.read(content()));
        };
    }

    private Octets content() {
        return Octets.copyOf(chunk, at + Tape.HEADER, Tape.length(chunk, at));
    }

    private int zcl(int offset, int length) {
        if (offset < 0 || length < 0 || offset + length > zclLength()) {
            throw new IndexOutOfBoundsException(
                    "%d octets at offset %d of the %d of frame %d".formatted(length, offset, zclLength(), number));
        }
        return at + Tape.HEADER + offset;
    }

    private int headerU16(int field) {
        return (short) Tape.U16.get(chunk, at + field) & 0xFFFF;
    }
}

package io.hanproof.ncp;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import java.util.function.Consumer;

/** Finds the frames in what comes off the line, however it is cut into chunks. */
final class AshDeframer {
    /** More than a stuffed frame of the longest kind has. */
    private static final int LONGEST = 300;

    private final byte[] frame = new byte[LONGEST];
    private int length;
    private boolean escaped;
    private boolean spoilt;

    void feed(Octets chunk, Consumer<Decoded<AshFrame>> found) {
        for (int i = 0; i < chunk.length(); i++) {
            int octet = chunk.u8(i);
            switch (octet) {
                case AshOctets.FLAG -> end(found);
                case AshOctets.CANCEL -> clear();
                case AshOctets.SUBSTITUTE -> spoilt = true;
                case AshOctets.XON, AshOctets.XOFF -> {} // flow control is the port's business
                case AshOctets.ESCAPE -> escaped = true;
                default -> add(octet);
            }
        }
    }

    private void add(int octet) {
        if (length == LONGEST) {
            spoilt = true;
            return;
        }
        frame[length++] = (byte) (escaped ? octet ^ AshOctets.FLIP : octet);
        escaped = false;
    }

    private void end(Consumer<Decoded<AshFrame>> found) {
        if (spoilt) {
            found.accept(new Decoded.Malformed<>("frame", "no framing error", 0, "found one"));
        } else if (length > 0) {
            found.accept(read());
        }
        clear();
    }

    private Decoded<AshFrame> read() {
        if (length <= AshOctets.CHECK) {
            return new Decoded.Malformed<>(
                    "frame",
                    "3 octets",
                    0,
                    "found " + Octets.copyOf(frame, 0, length).hex());
        }
        int body = length - AshOctets.CHECK;
        int check = AshOctets.check(frame, body);
        int sent = (frame[body] & 0xFF) << 8 | (frame[body + 1] & 0xFF);
        return check == sent
                ? AshFrame.read(Octets.copyOf(frame, 0, body))
                : new Decoded.Malformed<>(
                        "check sequence", "0x%04X".formatted(check), body, "found 0x%04X".formatted(sent));
    }

    private void clear() {
        length = 0;
        escaped = false;
        spoilt = false;
    }
}

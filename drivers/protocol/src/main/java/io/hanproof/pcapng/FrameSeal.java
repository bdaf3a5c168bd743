package io.hanproof.pcapng;

import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Seals frames as they are on the air: with the network's key, and inside of that with a link key where one is. */
public final class FrameSeal {
    private static final int ENCRYPTED_WITH_FOUR_OCTETS_OF_CODE = 5;
    private static final int CODE = 4;
    private static final int DATA_KEY = 0b00 << 3;
    private static final int NETWORK_KEY = 0b01 << 3;
    private static final int EXTENDED_NONCE = 0x20;
    private static final int KEY_SEQUENCE = 0;

    private final ZigBeeKey networkKey;
    private final Map<ZigBeeKey, CcmStar> ciphers = new HashMap<>();

    public FrameSeal(ZigBeeKey networkKey) {
        this.networkKey = networkKey;
    }

    /**
     * The frame as it is on the air.
     *
     * @param counter the sender's frame counter: no two of its frames have the same
     * @param linkKey of the two nodes, when the frame has APS security
     */
    public Octets seal(ZigBeeFrame frame, long counter, Optional<ZigBeeKey> linkKey) {
        var nwk = new OctetWriter();
        frame.nwk(nwk, true);
        var out = new OctetWriter(ZigBeeFrame.LONGEST);
        frame.mac(out);
        Octets aps = aps(frame, counter, linkKey);
        return sealed(out, networkKey, new Aux(NETWORK_KEY, counter, frame.source()), nwk.toOctets(), aps);
    }

    private Octets aps(ZigBeeFrame frame, long counter, Optional<ZigBeeKey> linkKey) {
        var head = new OctetWriter();
        frame.aps(head, linkKey.isPresent());
        return linkKey.isPresent()
                ? sealed(
                        new OctetWriter(),
                        linkKey.get(),
                        new Aux(DATA_KEY, counter, frame.source()),
                        head.toOctets(),
                        frame.zcl())
                : head.octets(frame.zcl()).toOctets();
    }

    private Octets sealed(OctetWriter out, ZigBeeKey key, Aux aux, Octets head, Octets body) {
        var proven = new OctetWriter().octets(head);
        aux.write(proven, ENCRYPTED_WITH_FOUR_OCTETS_OF_CODE);
        var cipher = ciphers.computeIfAbsent(key, CcmStar::new);
        out.octets(head);
        aux.write(out, 0); // both sides know the level: it counts as written, and is not sent
        return out.octets(cipher.seal(aux.nonce(), proven.toOctets(), body, CODE))
                .toOctets();
    }

    /** The auxiliary header, which tells the receiver what it needs to open the frame. */
    private record Aux(int keyIdentifier, long counter, NodeAddress source) {
        void write(OctetWriter out, int level) {
            out.u8(EXTENDED_NONCE | keyIdentifier | level).u32(counter).u64(source.ieeeAddress());
            if (keyIdentifier == NETWORK_KEY) {
                out.u8(KEY_SEQUENCE);
            }
        }

        Octets nonce() {
            return new OctetWriter(CcmStar.NONCE)
                    .u64(source.ieeeAddress())
                    .u32(counter)
                    .u8(EXTENDED_NONCE | keyIdentifier | ENCRYPTED_WITH_FOUR_OCTETS_OF_CODE)
                    .toOctets();
        }
    }
}

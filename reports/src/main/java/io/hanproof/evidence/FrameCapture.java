package io.hanproof.evidence;

import io.hanproof.lab.Cursor;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.FrameLog;
import io.hanproof.lab.Recording;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.pcapng.FrameSeal;
import io.hanproof.pcapng.NodeAddress;
import io.hanproof.pcapng.PcapngWriter;
import io.hanproof.pcapng.ZigBeeFrame;
import io.hanproof.pcapng.ZigBeeKey;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recording as a capture that Wireshark opens: every frame a packet, whose first comment is its number in the
 * recording, as verdicts cite it. What is no frame stands as a comment at the frame that follows it, or at the last
 * one.
 */
public final class FrameCapture {
    private static final String WITHOUT_FRAME = "nothing crossed the HAN";

    private final Recording recording;
    private final CaptureNetwork network;
    private final Map<Eui64, NodeAddress> addresses;
    private final FrameLog log;
    private final Optional<FrameSeal> seal;
    private final Map<Eui64, Long> sentBy = new HashMap<>();

    public FrameCapture(Recording recording, CaptureNetwork network) {
        this.recording = recording;
        this.network = network;
        this.addresses = network.addresses(recording);
        this.log = new FrameLog(recording);
        this.seal = network.networkKey().map(FrameSeal::new);
    }

    /** Writes the whole capture. */
    public void write(OutputStream out) throws IOException {
        int last = lastFrame();
        var capture = new PcapngWriter(out::write, "hanproof", about(last));
        var comments = new ArrayList<String>();
        for (var cursor = recording.cursor(); cursor.number() < last && cursor.next(); ) {
            if (!cursor.isFrame()) {
                comments.add("before it: " + line(cursor.number()));
                continue;
            }
            comments.addFirst("frame " + cursor.number());
            Octets octets = octets(cursor);
            comments.addAll(remarks(cursor));
            if (octets.length() > ZigBeeFrame.LONGEST) {
                comments.add("%d octets, of which the air takes %d".formatted(octets.length(), ZigBeeFrame.LONGEST));
            }
            if (cursor.number() == last) {
                comments.addAll(lines("after it: ", last));
            }
            capture.packet(cursor.nanos(), octets, comments);
            comments.clear();
        }
    }

    private int lastFrame() {
        int number = recording.size();
        for (var cursor = recording.cursor(); number > 0 && !cursor.to(number).isFrame(); ) {
            number--;
        }
        return number;
    }

    private List<String> about(int lastFrame) {
        var about = new ArrayList<String>();
        addresses.forEach((node, address) -> {
            if (!node.isBroadcast()) {
                about.add("%04X is %s, %s".formatted(address.shortAddress(), recording.name(node), node));
            }
        });
        if (lastFrame == 0) {
            about.add(WITHOUT_FRAME);
            about.addAll(lines("", 0));
        }
        return about;
    }

    private List<String> lines(String prefix, int after) {
        var lines = new ArrayList<String>();
        for (int number = after + 1; number <= recording.size(); number++) {
            lines.add(prefix + line(number));
        }
        return lines;
    }

    /** As the log has it, but for the columns: a comment stands alone. */
    private String line(int number) {
        return log.line(number).replaceAll(" {2,}", " ");
    }

    /** What the octets do not show. */
    private List<String> remarks(Cursor frame) {
        var remarks = new ArrayList<String>();
        boolean broadcast = frame.destination().isBroadcast();
        if (frame.delivery() == Delivery.LOST) {
            remarks.add(frame.acknowledged() ? "not acknowledged" : "lost");
        }
        if (frame.deliveries() > 1 && !broadcast) {
            remarks.add("delivered %d times".formatted(frame.deliveries()));
        }
        if (seal.isPresent() && frame.secured() && linkKey(frame).isEmpty()) {
            remarks.add("had APS security, its link key is not known here");
        } else if (!frame.secured() && !broadcast) {
            remarks.add("without APS security");
        }
        return remarks;
    }

    private Octets octets(Cursor cursor) {
        long sent = sentBy.merge(cursor.source(), 1L, Long::sum);
        var frame = new ZigBeeFrame(
                network.panId(),
                address(cursor.source()),
                address(cursor.destination()),
                (int) (sent & 0xFF),
                cursor.profile(),
                cursor.cluster(),
                cursor.sourceEndpoint(),
                cursor.destinationEndpoint(),
                cursor.acknowledged(),
                cursor.zcl());
        return seal.map(it -> it.seal(frame, sent, linkKey(cursor))).orElseGet(frame::unsecured);
    }

    private Optional<ZigBeeKey> linkKey(Cursor frame) {
        return frame.secured() ? network.linkKey(frame.source(), frame.destination()) : Optional.empty();
    }

    private NodeAddress address(Eui64 node) {
        return Optional.ofNullable(addresses.get(node))
                .orElseThrow(() -> new IllegalStateException("node %s is in no recording".formatted(node)));
    }
}

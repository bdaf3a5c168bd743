package io.hanproof.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hanproof.lab.ApsFrame;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.Optional;

/** What a node says to the HAN. */
sealed interface NodeMessage {
    int VERSION = 1;
    String DUTY_CYCLE = "dutyCycle";
    String GBCS = "gbcs";

    /** What fits into a line with all that stands around it. */
    int LONGEST_GBCS = 4_000;

    /** What is said before and after joining has no source of its own: the connection is the node. */
    Eui64 NOT_JOINED = new Eui64(0);

    /**
     * @param dutyCycle whether it wants to be told the state of its duty cycle, which version 1 leaves open
     * @param gbcs whether it takes and sends GBCS messages, which version 1 leaves open, too
     */
    record Join(NodeDescription node, TimeMode time, String product, boolean dutyCycle, boolean gbcs)
            implements NodeMessage {
        static NodeMessage read(Fields in) {
            int version = in.integer("version", Integer.MIN_VALUE, Integer.MAX_VALUE);
            if (version != VERSION) {
                return new OtherVersion(version); // what else it holds only that version knows
            }
            boolean dutyCycle = in.has(DUTY_CYCLE) && in.flag(DUTY_CYCLE);
            boolean gbcs = in.has(GBCS) && in.flag(GBCS);
            return new Join(NodeFields.read(in), in.time("time"), in.text("product"), dutyCycle, gbcs);
        }
    }

    record OtherVersion(int version) implements NodeMessage {}

    /** @param id names the delivery that is due */
    record Frame(ApsFrame frame, Optional<Integer> id) implements NodeMessage {
        static Frame read(Fields in, Eui64 source) {
            var frame = FrameFields.read(in, source);
            Optional<Integer> id =
                    in.has("id") ? Optional.of(in.integer("id", 0, Integer.MAX_VALUE)) : Optional.empty();
            if (frame.acknowledged() && id.isEmpty()) {
                throw in.bad("id", "is missing, and a delivery is due");
            }
            return new Frame(frame, id);
        }
    }

    /** Whether the node can receive. */
    record Receiver(boolean on) implements NodeMessage {}

    record Idle(Optional<Instant> until) implements NodeMessage {}

    /** Between a device and its hub, by whatever way GBCS messages go on their HAN. */
    record Gbcs(Octets message) implements NodeMessage {}

    record Remark(String text) implements NodeMessage {}

    record Leave() implements NodeMessage {}

    /** The node could not make sense of a line of ours. */
    record Complaint(Fault fault) implements NodeMessage {}

    /** @throws BadInput when it is none */
    static NodeMessage read(Fields in, Eui64 source) {
        String type = in.text("type");
        return switch (type) {
            case "frame" -> Frame.read(in, source);
            case "idle" -> new Idle(in.instantOrNull("until"));
            case "radio" -> new Receiver(in.flag("on"));
            case GBCS -> new Gbcs(in.hex("message", LONGEST_GBCS));
            case "note" -> new Remark(in.text("text"));
            case "leave" -> new Leave();
            case "join" -> Join.read(in);
            case "error" -> new Complaint(Fault.read(in));
            default -> throw in.bad("type", "is none that a node sends: " + Fields.excerpt(type));
        };
    }

    default ObjectNode json() {
        return switch (this) {
            case Join(var node, var time, var product, boolean dutyCycle, boolean gbcs) -> {
                var out = NodeFields.writeEui64(
                                node.eui64(), Json.message("join").put("version", VERSION))
                        .put("device", node.device().name())
                        .put("time", time.word())
                        .put("product", product);
                NodeFields.writeEndpoints(node, out);
                if (dutyCycle) {
                    out.put(DUTY_CYCLE, true);
                }
                if (gbcs) {
                    out.put(GBCS, true);
                }
                yield out;
            }
            case OtherVersion(int version) -> Json.message("join").put("version", version);
            case Frame(var frame, var id) -> {
                var out = FrameFields.write(frame, Json.message("frame"));
                id.ifPresent(it -> out.put("id", it));
                yield out;
            }
            case Receiver(boolean on) -> Json.message("radio").put("on", on);
            case Idle(var until) ->
                Json.message("idle").put("until", until.map(Instants::write).orElse(null));
            case Gbcs(var message) -> Json.message(GBCS).put("message", message.hex());
            case Remark(var text) -> Json.message("note").put("text", text);
            case Leave() -> Json.message("leave");
            case Complaint(var fault) -> fault.json();
        };
    }
}

package io.hanproof.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.DutyCycle;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the HAN says to a node. */
sealed interface HanMessage {
    record Joined(int shortAddress, Instant now, List<Neighbour> nodes) implements HanMessage {}

    record Refused(String reason) implements HanMessage {}

    /** Another node joined, or left. */
    record NodeChanged(boolean on, Neighbour node, Instant at) implements HanMessage {}

    record Frame(ApsFrame frame, Instant at) implements HanMessage {}

    record Delivered(int id, boolean ok, Instant at) implements HanMessage {}

    /** @param dutyCycle the state that the node's duty cycle is in from now on, for a node that said it wants to know */
    record Advance(Instant to, Optional<DutyCycle> dutyCycle) implements HanMessage {
        private static Advance read(Fields in) {
            return new Advance(
                    in.instant("to"), in.has(NodeMessage.DUTY_CYCLE) ? Optional.of(state(in)) : Optional.empty());
        }

        private static DutyCycle state(Fields in) {
            String word = in.text(NodeMessage.DUTY_CYCLE);
            for (DutyCycle state : DutyCycle.values()) {
                if (word(state).equals(word)) {
                    return state;
                }
            }
            throw in.bad(NodeMessage.DUTY_CYCLE, "is no state of a duty cycle: " + Fields.excerpt(word));
        }

        private static String word(DutyCycle state) {
            return state.name().toLowerCase(Locale.ROOT);
        }

        private ObjectNode fields() {
            var out = Json.message("advance").put("to", Instants.write(to));
            dutyCycle.ifPresent(it -> out.put(NodeMessage.DUTY_CYCLE, word(it)));
            return out;
        }
    }

    record Power(boolean on, Instant at) implements HanMessage {}

    /** A GBCS message for a node that said it takes them. */
    record Gbcs(Octets message, Instant at) implements HanMessage {}

    /** The HAN could not make sense of a line of the node's. */
    record Complaint(Fault fault) implements HanMessage {}

    /** @throws BadInput when it is none */
    static HanMessage read(Fields in) {
        String type = in.text("type");
        return switch (type) {
            case "frame" -> new Frame(FrameFields.read(in, in.eui64("from")), in.instant("at"));
            case "delivery" -> new Delivered(in.integer("id", 0, Integer.MAX_VALUE), in.flag("ok"), in.instant("at"));
            case "advance" -> Advance.read(in);
            case "power" -> new Power(in.flag("on"), in.instant("at"));
            case NodeMessage.GBCS -> new Gbcs(in.hex("message", NodeMessage.LONGEST_GBCS), in.instant("at"));
            case "node" -> new NodeChanged(in.flag("on"), NodeFields.readNeighbour(in), in.instant("at"));
            case "joined" ->
                new Joined(in.u16("shortAddress"), in.instant("now"), in.objects("nodes", NodeFields::readNeighbour));
            case "refused" -> new Refused(in.text("reason"));
            case "error" -> new Complaint(Fault.read(in));
            default -> throw in.bad("type", "is none that the HAN sends: " + Fields.excerpt(type));
        };
    }

    default ObjectNode json() {
        return switch (this) {
            case Joined(int shortAddress, var now, var nodes) -> {
                var out = Json.message("joined")
                        .put("shortAddress", "%04X".formatted(shortAddress))
                        .put("now", Instants.write(now));
                var array = out.putArray("nodes");
                nodes.forEach(it -> NodeFields.write(it, array.addObject()));
                yield out;
            }
            case Refused(var reason) -> Json.message("refused").put("reason", reason);
            case NodeChanged(boolean on, var node, var at) ->
                NodeFields.write(node, Json.message("node").put("on", on)).put("at", Instants.write(at));
            case Frame(var frame, var at) ->
                FrameFields.write(
                                frame,
                                Json.message("frame").put("from", frame.source().toString()))
                        .put("at", Instants.write(at));
            case Delivered(int id, boolean ok, var at) ->
                Json.message("delivery").put("id", id).put("ok", ok).put("at", Instants.write(at));
            case Advance advance -> advance.fields();
            case Power(boolean on, var at) ->
                Json.message("power").put("on", on).put("at", Instants.write(at));
            case Gbcs(var message, var at) ->
                Json.message(NodeMessage.GBCS).put("message", message.hex()).put("at", Instants.write(at));
            case Complaint(var fault) -> fault.json();
        };
    }

    /** The instant that a node's clock goes to; none where the node need not answer. */
    default Optional<Instant> instant() {
        return switch (this) {
            case Joined joined -> Optional.of(joined.now());
            case NodeChanged changed -> Optional.of(changed.at());
            case Frame frame -> Optional.of(frame.at());
            case Delivered delivered -> Optional.of(delivered.at());
            case Advance advance -> Optional.of(advance.to());
            case Power power -> Optional.of(power.at());
            case Gbcs gbcs -> Optional.of(gbcs.at());
            case Refused refused -> Optional.empty();
            case Complaint complaint -> Optional.empty();
        };
    }
}

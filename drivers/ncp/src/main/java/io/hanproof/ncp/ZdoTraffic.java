package io.hanproof.ncp;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.Octets;

/** Carries ZDO frames between sticks, and answers for those who do not. They take no time and no place on the air. */
final class ZdoTraffic {
    private static final int SEQUENCES = 0x100;
    private static final int SHORTEST_LEAVE = 9;

    private final Neighbourhood neighbourhood;
    private int sequence;

    ZdoTraffic(Neighbourhood neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    void unicast(Stack from, Stack.Outgoing message, int to, Octets request) {
        var target = neighbourhood.find(to).filter(Neighbour::answers);
        from.callbacks().messageSent(message, target.isPresent() ? EmberStatus.SUCCESS : EmberStatus.DELIVERY_FAILED);
        target.ifPresent(it -> reach(from, message.header(), it, request));
    }

    private void reach(Stack from, ApsHeader header, Neighbour target, Octets request) {
        var stick = neighbourhood.stick(target.address()).filter(it -> it != from);
        var answer = new Zdo(neighbourhood.all(), target).answer(header.cluster(), request);
        answer.ifPresent(it -> {
            obey(header.cluster(), target, request);
            respond(from, header, target.shortAddress(), it);
        });
        if (answer.isEmpty()) {
            stick.ifPresent(it -> it.callbacks().incoming(false, arriving(it, header), from.shortAddress(), request));
        }
    }

    void broadcast(Stack from, Stack.Outgoing message, Octets request) {
        var header = message.header();
        from.callbacks().messageSent(message, EmberStatus.SUCCESS);
        for (Neighbour each : neighbourhood.all()) {
            var zdo = new Zdo(neighbourhood.all(), each);
            if (each.answers() && zdo.answersBroadcast(header.cluster(), request)) {
                zdo.answer(header.cluster(), request).ifPresent(it -> respond(from, header, each.shortAddress(), it));
            }
            neighbourhood
                    .stick(each.address())
                    .filter(it -> it != from)
                    .ifPresent(it -> it.callbacks().incoming(true, arriving(it, header), from.shortAddress(), request));
        }
    }

    /** A request may want something done, too. */
    private void obey(int cluster, Neighbour target, Octets request) {
        if (cluster == Zdo.LEAVE && request.length() >= SHORTEST_LEAVE) {
            neighbourhood.dismiss(target.address());
        } else if (cluster == Zdo.PERMIT_JOINING && request.length() > 1) {
            int seconds = new OctetReader(request, 1, 1).u8("PermitDuration");
            neighbourhood.stick(target.address()).ifPresent(it -> neighbourhood.permit(it, seconds));
        }
    }

    private static void respond(Stack to, ApsHeader request, int sender, Octets response) {
        var header = new ApsHeader(Stack.ZDO_PROFILE, request.cluster() | Zdo.RESPONSE, 0, 0, 0, 0, to.nextSequence());
        to.callbacks().incoming(false, header, sender, response);
    }

    private static ApsHeader arriving(Stack at, ApsHeader sent) {
        return new ApsHeader(sent.profile(), sent.cluster(), 0, 0, 0, 0, at.nextSequence());
    }

    /** Lets a stick hear that a node has joined. */
    void announce(Neighbour node, Stack to) {
        sequence = (sequence + 1) % SEQUENCES;
        var header = new ApsHeader(Stack.ZDO_PROFILE, Zdo.DEVICE_ANNOUNCE, 0, 0, 0, 0, to.nextSequence());
        to.callbacks().incoming(true, header, node.shortAddress(), Zdo.announcement(sequence, node));
    }
}

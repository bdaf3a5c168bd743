package io.hanproof.dongle;

import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Eui64;
import io.hanproof.zdo.NodeDescriptor;
import io.hanproof.zdo.SimpleDescriptor;
import io.hanproof.zdo.ZdoCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks nodes about themselves; what a node does not answer in time is empty. Not for while time is stepped. */
public final class NodeQuestions {
    private static final int NOBODY_IN_PARTICULAR = 0;

    private final StickNode node;
    private final Duration patience;

    NodeQuestions(StickNode node, Duration patience) {
        this.node = node;
        this.patience = patience;
    }

    public Optional<NodeDescriptor> node(Eui64 peer) {
        return ask(peer, ZdoCommand.NodeDescriptorRequest::new, ZdoCommand.NodeDescriptorResponse.class)
                .flatMap(ZdoCommand.NodeDescriptorResponse::descriptor);
    }

    /** Numbers of the endpoints that are active. */
    public List<Integer> endpoints(Eui64 peer) {
        return ask(peer, ZdoCommand.ActiveEndpointsRequest::new, ZdoCommand.ActiveEndpointsResponse.class)
                .map(ZdoCommand.ActiveEndpointsResponse::endpoints)
                .orElse(List.of());
    }

    public Optional<SimpleDescriptor> endpoint(Eui64 peer, int endpoint) {
        return ask(
                        peer,
                        it -> new ZdoCommand.SimpleDescriptorRequest(it, endpoint),
                        ZdoCommand.SimpleDescriptorResponse.class)
                .flatMap(ZdoCommand.SimpleDescriptorResponse::descriptor);
    }

    /** What all of its endpoints are. */
    public List<SimpleDescriptor> describe(Eui64 peer) {
        var found = new ArrayList<SimpleDescriptor>();
        for (int endpoint : endpoints(peer)) {
            endpoint(peer, endpoint).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /**
     * Whether the node's link is alive: whether it acknowledges a question on the APS layer, answered or not.
     *
     * @throws BenchFault when the stick cannot ask
     */
    public boolean acknowledges(Eui64 peer) {
        int at = locate(peer);
        if (at == AddressBook.UNKNOWN) {
            return false;
        }
        var fate = new Awaited();
        var answer = node.zdo().ask(at, false, new ZdoCommand.NodeDescriptorRequest(at), fate);
        var alive = CompletableFuture.anyOf(fate.acknowledged(), answer.thenApply(it -> true));
        Waits.done(alive, patience);
        return alive.isDone() && Waits.get(alive, patience, () -> "") instanceof Boolean it && it;
    }

    private <T extends ZdoCommand> Optional<T> ask(Eui64 peer, ShortQuestion question, Class<T> kind) {
        int at = locate(peer);
        if (at == AddressBook.UNKNOWN) {
            return Optional.empty();
        }
        var answer = node.zdo().ask(at, false, question.about(at), new Awaited());
        return Waits.done(answer, patience)
                ? Optional.of(answer.resultNow()).filter(kind::isInstance).map(kind::cast)
                : Optional.empty();
    }

    private int locate(Eui64 peer) {
        int known = node.find(peer);
        if (known != AddressBook.UNKNOWN) {
            return known;
        }
        var answer = node.zdo().ask(NOBODY_IN_PARTICULAR, true, new ZdoCommand.NwkAddressRequest(peer), new Awaited());
        Waits.done(answer, patience);
        return node.find(peer);
    }

    private interface ShortQuestion {
        ZdoCommand about(int shortAddress);
    }
}

package io.hanproof.dongle;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Delivery;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.zdo.ZdoCommand;
import io.hanproof.zdo.ZdoFrame;
import io.hanproof.zdo.ZdoStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stick as a node among nodes: frames by EUI-64, and what nodes tell each other about themselves. */
final class StickNode implements Transport.Hears {
    private static final int ASKING_SECONDS = 5;
    /** Frames of one node that wait until it is known who that is. */
    private static final int MOST_WAITING = 64;

    private final AddressBook book;
    private final ZdoTalk zdo;
    private final Consumer<String> onLost;
    private final Function<Transport.Hears, Transport> start;
    private final Map<Integer, List<Datagram>> waiting = new HashMap<>();
    private volatile boolean asksAround = true;
    private volatile @Nullable Transport transport;
    private volatile @Nullable StickRadio radio;
    private volatile @Nullable String lost;

    /** @param onLost told once when the stick is gone, before the radio is */
    StickNode(
            AddressBook book,
            List<StickEndpoint> endpoints,
            Consumer<String> onLost,
            Function<Transport.Hears, Transport> start) {
        this.book = book;
        this.onLost = onLost;
        this.zdo = new ZdoTalk(this::transport, new ZdoResponder(endpoints));
        this.start = start;
    }

    /** Brings the stick up; what it says on the way is heard already. */
    StickNode start() {
        transport = start.apply(this);
        return this;
    }

    Transport transport() {
        var started = transport;
        if (started == null) {
            throw new IllegalStateException("the stick has not been started");
        }
        return started;
    }

    ZdoTalk zdo() {
        return zdo;
    }

    AddressBook book() {
        return book;
    }

    /** Why nothing will come any more; null while all is well. */
    @Nullable
    String lost() {
        return lost;
    }

    /** The stick's own tables name every node there is: an emulated one, whose time may stand still. */
    void knowsEverybody() {
        asksAround = false;
    }

    /** Frames go to that radio from now on. */
    void lend(StickRadio to) {
        radio = to;
    }

    void takeBack(StickRadio from) {
        if (radio == from) {
            radio = null;
        }
    }

    void send(ApsFrame frame, Fate fate) {
        int peer = frame.destination().isBroadcast() ? ZdoTalk.EVERYBODY : find(frame.destination());
        if (peer != AddressBook.UNKNOWN) {
            send(peer, frame, fate);
        } else if (asksAround) {
            askAround(frame, fate);
        } else {
            fate.settled(Delivery.LOST);
        }
    }

    /** Nobody here knows where the node is: it may say so itself. */
    private void askAround(ApsFrame frame, Fate fate) {
        var question = new ZdoCommand.NwkAddressRequest(frame.destination());
        var unused = zdo.ask(ZdoTalk.EVERYBODY, true, question, Unheeded.UNHEEDED)
                .orTimeout(ASKING_SECONDS, TimeUnit.SECONDS)
                .whenComplete((answer, e) -> {
                    int found = book.shortOf(frame.destination());
                    if (found == AddressBook.UNKNOWN) {
                        fate.settled(Delivery.LOST);
                    } else {
                        sendLate(found, frame, fate);
                    }
                });
    }

    private void sendLate(int peer, ApsFrame frame, Fate fate) {
        try {
            send(peer, frame, fate);
        } catch (BenchFault e) {
            fate.refused(String.valueOf(e.getMessage()));
        }
    }

    private void send(int peer, ApsFrame frame, Fate fate) {
        transport()
                .send(
                        new Datagram(
                                peer,
                                frame.destination().isBroadcast(),
                                frame.profile(),
                                frame.cluster(),
                                frame.sourceEndpoint(),
                                frame.destinationEndpoint(),
                                frame.secured(),
                                frame.acknowledged(),
                                frame.zcl()),
                        fate);
    }

    /** The short address of that node, from memory or from the stick's tables. */
    int find(Eui64 node) {
        int known = book.shortOf(node);
        if (known != AddressBook.UNKNOWN) {
            return known;
        }
        int told = transport().shortOf(node);
        if (told != AddressBook.UNKNOWN) {
            book.put(told, node);
        }
        return told;
    }

    @Override
    public void heard(Datagram datagram) {
        if (datagram.profile() == ZdoFrame.PROFILE && datagram.destinationEndpoint() == 0) {
            heardZdo(datagram);
            return;
        }
        var from = book.nodeOf(datagram.peer());
        if (from != null) {
            arrived(from, datagram);
        } else if (transport != null) {
            hold(datagram); // while the stick starts nobody waits for frames
        }
    }

    private void arrived(Eui64 from, Datagram datagram) {
        var to = radio;
        if (to != null) {
            to.heard(new ApsFrame(
                    from,
                    datagram.broadcast() ? Eui64.BROADCAST : transport().address(),
                    datagram.profile(),
                    datagram.cluster(),
                    datagram.sourceEndpoint(),
                    datagram.destinationEndpoint(),
                    datagram.secured(),
                    datagram.acknowledged(),
                    datagram.payload()));
        }
    }

    private void hold(Datagram datagram) {
        synchronized (waiting) {
            var held = waiting.computeIfAbsent(datagram.peer(), it -> new ArrayList<>());
            if (held.size() < MOST_WAITING) {
                held.add(datagram);
            }
        }
        transport().whoIs(datagram.peer());
    }

    private void heardZdo(Datagram datagram) {
        if (!(ZdoFrame.read(datagram.cluster(), datagram.payload()) instanceof Decoded.Value(ZdoFrame frame))) {
            return; // commands of the mesh's own upkeep, or nonsense: no business of a bench
        }
        switch (frame.command()) {
            case ZdoCommand.DeviceAnnounce it -> learnt(it.shortAddress(), it.node());
            case ZdoCommand.AddressResponse it
            when it.status() == ZdoStatus.SUCCESS -> learnt(it.shortAddress(), it.node());
            default -> {}
        }
        if (transport != null) {
            zdo.heard(datagram, frame);
        }
    }

    @Override
    public void learnt(int shortAddress, Eui64 node) {
        book.put(shortAddress, node);
        List<Datagram> held;
        synchronized (waiting) {
            held = waiting.isEmpty() ? List.of() : release(shortAddress);
        }
        held.forEach(it -> arrived(node, it));
    }

    private List<Datagram> release(int shortAddress) {
        var held = waiting.remove(shortAddress);
        return held == null ? List.of() : held;
    }

    /** The node itself must know. */
    @Override
    public void unknown(int shortAddress) {
        var question = new ZdoCommand.IeeeAddressRequest(shortAddress);
        var unused = zdo.ask(shortAddress, false, question, Unheeded.UNHEEDED);
    }

    @Override
    public void left(Eui64 node) {
        book.forget(node);
    }

    @Override
    public void lost(String reason) {
        lost = reason;
        onLost.accept(reason);
        var lent = radio;
        if (lent != null) {
            lent.lost(reason);
        }
    }

    void close() {
        var up = transport;
        if (up != null) {
            up.close();
        }
    }
}

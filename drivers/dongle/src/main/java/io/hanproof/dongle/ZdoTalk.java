package io.hanproof.dongle;

import io.hanproof.zdo.ZdoCommand;
import io.hanproof.zdo.ZdoFrame;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What a stick's node asks others about themselves, and answers when they ask. */
final class ZdoTalk {
    /** Every node, sleeping ones too. */
    static final int EVERYBODY = 0xFFFF;

    private static final int SEQUENCES = 0x100;
    private static final int LONGEST_PERMISSION = 254; // one more would be without end
    static final int COORDINATOR = 0x0000;

    private final Supplier<Transport> transport;
    private final ZdoResponder responder;
    private final ConcurrentHashMap<Integer, CompletableFuture<ZdoCommand>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger sequence = new AtomicInteger();

    ZdoTalk(Supplier<Transport> transport, ZdoResponder responder) {
        this.transport = transport;
        this.responder = responder;
    }

    /** Asks a node, or all of them, something about itself; done when the answer is there, if one ever is. */
    CompletableFuture<ZdoCommand> ask(int peer, boolean everybody, ZdoCommand question, Fate fate) {
        int number = sequence.updateAndGet(it -> (it + 1) % SEQUENCES);
        var answer = new CompletableFuture<ZdoCommand>();
        asked.put(number, answer);
        say(peer, everybody, new ZdoFrame(number, question), fate);
        return answer;
    }

    /** Asks the coordinator, which the stick is, and every router. */
    void permitJoining(Duration howLong) {
        int seconds = (int) Math.min(LONGEST_PERMISSION, howLong.toSeconds());
        var question = new ZdoCommand.PermitJoiningRequest(seconds);
        var unused = ask(COORDINATOR, false, question, Unheeded.UNHEEDED);
        unused = ask(EVERYBODY, true, question, Unheeded.UNHEEDED);
    }

    private void say(int peer, boolean everybody, ZdoFrame frame, Fate fate) {
        transport
                .get()
                .send(
                        new Datagram(
                                peer,
                                everybody,
                                ZdoFrame.PROFILE,
                                frame.command().cluster(),
                                0,
                                0,
                                false,
                                !everybody,
                                frame.write()),
                        fate);
    }

    void heard(Datagram datagram, ZdoFrame frame) {
        if ((datagram.cluster() & ZdoCommand.RESPONSE) != 0) {
            var waits = asked.remove(frame.sequence());
            if (waits != null) {
                waits.complete(frame.command());
            }
        } else if (datagram.cluster() != ZdoCommand.DEVICE_ANNOUNCE
                && !transport.get().answersZdo()) {
            responder
                    .answer(frame.command(), transport.get().address(), datagram.broadcast())
                    .ifPresent(
                            it -> say(datagram.peer(), false, new ZdoFrame(frame.sequence(), it), Unheeded.UNHEEDED));
        }
    }
}

package io.hanproof.dcc;

import io.hanproof.duis.RequestFault;
import io.hanproof.duis.RequestId;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.UserMessage;
import io.hanproof.lab.Machine.Step;
import io.hanproof.octets.Eui64;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The DCC's turn after one event: the state as it becomes, and what is to be done. It lives no longer than the event. */
final class Turn {
    private final Instant now;
    private final List<DccEffect> effects = new ArrayList<>();
    private DccState state;

    Turn(DccState state, Instant now) {
        this.state = state;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    DccState state() {
        return state;
    }

    Books books() {
        return state.books();
    }

    Traffic traffic() {
        return state.traffic();
    }

    void become(DccState next) {
        state = next;
    }

    void become(Books books) {
        state = state.with(books);
    }

    void become(Traffic traffic) {
        state = state.with(traffic);
    }

    int nextSerial() {
        become(traffic().counted());
        return traffic().serial();
    }

    void want(DccEffect effect) {
        effects.add(effect);
    }

    void tell(Eui64 user, UserMessage message) {
        effects.add(new DccEffect.Tell(user, message));
    }

    void answer(Eui64 user, RequestId to, ServiceResponse.Answer answer) {
        tell(user, new ServiceResponse(to, answer));
    }

    void refuse(Eui64 user, RequestId to, RequestFault fault) {
        answer(user, to, new ServiceResponse.Refused(fault));
    }

    Step<DccState, DccEffect> end() {
        return new Step<>(state, List.copyOf(effects));
    }
}

package io.hanproof.hub;

import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.ota.OtaCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The hub's turn after one event: the state as it becomes, and what is to be done. It lives no longer than the event.
 */
final class Turn {
    private final Instant now;
    private final List<HubEffect> effects = new ArrayList<>();
    private HubState state;

    Turn(HubState state, Instant now) {
        this.state = state;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    HubState state() {
        return state;
    }

    void become(HubState next) {
        state = next;
    }

    int nextSerial() {
        state = state.counted();
        return state.serial();
    }

    void become(int image, int index, Target target) {
        state = state.with(image, state.images().get(image).with(index, target));
    }

    void want(HubEffect effect) {
        effects.add(effect);
    }

    void answer(Peer to, OtaCommand command) {
        effects.add(new HubEffect.Send(to, command));
    }

    void book(HubTimer timer, Instant at) {
        effects.add(new HubEffect.Book(timer, at));
    }

    void bookIn(HubTimer timer, Duration delay) {
        book(timer, now.plus(delay));
    }

    void alert(Eui64 device, long fileVersion, ImageResponseCode code) {
        effects.add(new HubEffect.Alert(new TransferAlert(device, fileVersion, code)));
    }

    Step<HubState, HubEffect> end() {
        return new Step<>(state, List.copyOf(effects));
    }
}

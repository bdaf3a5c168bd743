package io.hanproof.venue;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Operator;
import io.hanproof.lab.Timeline;
import io.hanproof.profile.Profile;
import io.hanproof.zcl.ota.HardwareVersion;
import java.util.Optional;

/** A device on a real bench: somebody, or something, does to it what no frame can. */
public final class OperatedHandle implements Handle {
    private final Operator operator;
    private final Profile profile;
    private final String device;

    public OperatedHandle(Operator operator, Profile profile) {
        this.operator = operator;
        this.profile = profile;
        this.device = profile.device().name();
    }

    /** What it runs is led there by the air; what it is made of nobody can change. */
    @Override
    public void prepare(Timeline timeline, Optional<Long> installed, Optional<HardwareVersion> hardware) {
        var own = profile.model(profile.device()).hardware();
        hardware.filter(it -> !it.equals(own)).ifPresent(it -> {
            throw new BenchFault(
                    "the scenario wants a %s of hardware %s, the one on the bench is %s".formatted(device, it, own));
        });
    }

    @Override
    public void power(boolean on) {
        operator.ask(on ? new Operator.PowerOn(device) : new Operator.PowerOff(device));
    }

    @Override
    public void putBack(String firmware) {
        operator.ask(new Operator.PutBack(device, firmware));
    }

    @Override
    public void join() {
        operator.ask(new Operator.JoiningMode(device));
    }

    @Override
    public boolean remembers() {
        return true;
    }
}

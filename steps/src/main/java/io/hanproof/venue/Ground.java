package io.hanproof.venue;

import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.FaultRule;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Timeline;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.DeviceKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One scenario's HAN, with the time that passes there. */
public interface Ground extends AutoCloseable {
    Timeline timeline();

    /**
     * One of ours joins, powered.
     *
     * @param wished its address, where that is ours to choose: the radio knows its own
     * @throws io.hanproof.lab.BenchFault when this ground has no place for it
     */
    Radio join(DeviceKind kind, Eui64 wished, int endpoint);

    /** The target, where it is somebody else's. */
    Optional<Guest> guest();

    /** Switches a node on or off. */
    void power(Eui64 node, boolean on);

    /** Who is told when one of ours is switched on or off. */
    void onPower(Eui64 node, Consumer<Boolean> told);

    /** Closes the ears of one of ours, as while it restarts, or opens them. */
    void deaf(Eui64 node, boolean deaf);

    /** Lets something go wrong on the way of frames, until the scenario ends. */
    void disturb(FaultRule rule);

    /** Tells one of ours that its duty cycle is in that state. */
    void dutyCycle(Eui64 node, DutyCycle state);

    /**
     * Makes it that time at once, where nobody on the HAN can tell: not in virtual time, which costs nothing to wait for, nor
     * for a device with a clock of its own.
     *
     * @return whether it is that time now
     */
    default boolean setClock(Instant when) {
        return false;
    }

    /** Why this ground is not there any more, when it is not: nothing found on it counts. */
    default Optional<String> lost() {
        return Optional.empty();
    }

    /** What else came up, for the evidence: never judged. */
    List<String> remarks();

    @Override
    void close();
}

package io.hanproof.venue;

import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.FaultRule;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Seed;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.Timeline;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A simulated HAN in this process. */
final class HanGround implements Ground {
    private final SimulatedHan han;

    HanGround(Scene scene, Timeline timeline) {
        this.han =
                new SimulatedHan(timeline, budget(scene.profile()), scene.recorder(), Seed.derive(scene.seed(), "han"));
    }

    private static LinkBudget budget(Profile profile) {
        boolean subGhz = profile.capabilities().subGhz() && profile.device() != DeviceKind.HUB;
        return subGhz ? LinkBudget.subGhz() : LinkBudget.band2400MHz();
    }

    SimulatedHan han() {
        return han;
    }

    @Override
    public Timeline timeline() {
        return han.timeline();
    }

    @Override
    public Radio join(DeviceKind kind, Eui64 wished, int endpoint) {
        return han.join(wished, Set.of(endpoint));
    }

    @Override
    public Optional<Guest> guest() {
        return Optional.empty();
    }

    @Override
    public void power(Eui64 node, boolean on) {
        han.power(node, on);
    }

    @Override
    public void onPower(Eui64 node, Consumer<Boolean> told) {
        han.onPower(node, told);
    }

    @Override
    public void deaf(Eui64 node, boolean deaf) {
        han.deaf(node, deaf);
    }

    @Override
    public void disturb(FaultRule rule) {
        han.fault(rule);
    }

    @Override
    public void dutyCycle(Eui64 node, DutyCycle state) {
        han.dutyCycle(node, state);
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public void close() {}
}

package io.hanproof.lab;

import java.util.Set;

class SimulatedRadioTest extends RadioContract {
    @Override
    protected Pair join() {
        var timeline = new VirtualTimeline(Hans.START);
        var han = new SimulatedHan(timeline, LinkBudget.band2400MHz(), new Recorder(), Seed.derive(1));
        return new Pair(timeline, han.join(Hans.HUB, Set.of(1)), han.join(Hans.PPMID, Set.of(1)));
    }
}

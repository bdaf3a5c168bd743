package io.hanproof.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.hanproof.evidence.PlannedScenario;

/** Opens a scenario's world, and hands over what it left behind. */
public final class Hooks {
    private final World world;

    public Hooks(World world) {
        this.world = world;
    }

    @Before
    public void open(Scenario scenario) {
        world.open(place(scenario), planned(scenario).seed());
    }

    @After
    public void handOver(Scenario scenario) {
        OutcomeListener.leave(place(scenario), world.close(place(scenario), planned(scenario), scenario.isFailed()));
    }

    private PlannedScenario planned(Scenario scenario) {
        PlannedScenario planned = world.run().plan().get(place(scenario));
        if (planned == null) {
            throw new IllegalStateException("%s is executed and was not planned".formatted(place(scenario)));
        }
        return planned;
    }

    private static String place(Scenario scenario) {
        return scenario.getUri() + ":" + scenario.getLine();
    }
}

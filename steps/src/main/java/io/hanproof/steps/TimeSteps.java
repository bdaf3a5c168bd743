package io.hanproof.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.LocalTime;

/** Sentences about time. */
public final class TimeSteps {
    private final World world;

    public TimeSteps(World world) {
        this.world = world;
    }

    @Given("it is {clock}")
    public void itIs(LocalTime clock) {
        world.begin();
        world.clockIs(clock);
    }

    @When("{duration} pass(es)")
    public void timePasses(Duration duration) {
        world.begin().advance(duration);
    }

    @Given("{duration} has/have passed")
    public void timeHasPassed(Duration duration) {
        world.begin().advance(duration);
    }

    @When("the clock reaches {clock}")
    public void theClockReaches(LocalTime clock) {
        world.begin().advanceTo(world.today(clock));
    }
}

package io.hanproof.launcher.glue;

import io.cucumber.java.After;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.hanproof.lab.BenchFault;
import java.util.concurrent.CountDownLatch;
import org.opentest4j.TestAbortedException;

/** Sentences that end a scenario as they say. */
public final class TestSteps {
    private final TestWorld world;

    public TestSteps(TestWorld world) {
        this.world = world;
    }

    @After
    public void handOver(Scenario scenario) {
        TestOutcomes.leave(scenario.getUri() + ":" + scenario.getLine(), world);
    }

    @Given("a home")
    public void home() {}

    @Given("an ambiguous {word}")
    public void ambiguous(String what) {}

    @Given("an {word} thing")
    public void thing(String which) {}

    @Then("the rule holds")
    public void holds() {
        world.looked = true;
    }

    @Then("the rule is broken")
    public void broken() {
        world.looked = true;
        throw new AssertionError("expected alert 0x8F8B within PT10M,\n  saw none (frames 1-3)");
    }

    @Then("the cable breaks")
    public void cable() {
        endIn(new BenchFault("the cable was pulled"));
    }

    @Then("the profile cannot decide it")
    public void undecidable() {
        endIn(new TestAbortedException("the profile has no clock"));
    }

    @Then("hanproof is wrong")
    public void wrong() {
        endIn(new IllegalStateException("a bug of our own"));
    }

    @Then("something is named that is not there")
    public void unknown() {
        endIn(new IllegalArgumentException("profile ppmid-example names no firmware 0x99"));
    }

    @Then("nobody looks")
    public void nobody() {}

    @Then("the outcome is lost")
    public void lost() {
        world.looked = true;
        world.tellings = 0;
    }

    @Then("the outcome comes twice")
    public void twice() {
        world.looked = true;
        world.tellings = 2;
    }

    @Then("it never ends")
    public void never() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void endIn(RuntimeException failure) {
        throw failure;
    }
}

package io.hanproof.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.hanproof.steps.GbcsWords.ActivationCommand;
import io.hanproof.steps.GbcsWords.CommandResult;
import io.hanproof.steps.GbcsWords.DeviceAlertWords;
import io.hanproof.steps.Words.Firmware;

/** Sentences about the commands that a device gets from its supplier and the DCC, and about what it says to them. */
public final class SwitchSteps {
    private final World world;
    private final DeviceVoiceJudge judge;
    private final QuestionJudge questions;

    public SwitchSteps(World world) {
        this.world = world;
        this.judge = new DeviceVoiceJudge(world);
        this.questions = new QuestionJudge(world);
    }

    @When("the supplier orders the PPMID/HCALCS to activate {activationCommand}")
    public void orders(ActivationCommand command) {
        world.begin();
        world.desk().order(HanDevices.FIRST, command);
    }

    @Given("the supplier has ordered the HCALCS to activate {activationCommand}")
    public void hasOrdered(ActivationCommand command) {
        world.desk().order(HanDevices.FIRST, command);
        world.begin();
    }

    @When("the supplier cancels the order")
    public void cancels() {
        world.begin();
        world.desk().cancel(HanDevices.FIRST);
    }

    @Given("the supplier has cancelled the order")
    public void hasCancelled() {
        world.desk().cancel(HanDevices.FIRST);
        world.begin();
    }

    @When("the order before arrives once more")
    public void arrivesOnceMore() {
        world.begin();
        world.desk().repeatOrder();
    }

    @When("the DCC reads the firmware version of the PPMID/HCALCS")
    public void readsVersion() {
        world.begin();
        world.desk().readVersion(HanDevices.FIRST);
    }

    @When("the PPMID is updated locally to firmware {firmware}")
    public void isUpdatedLocally(Firmware firmware) {
        world.begin();
        world.devices().updateLocally(HanDevices.FIRST, firmware.name());
    }

    @Then("the HCALCS responds {commandResult}")
    public void responds(CommandResult expected) {
        judge.responds(expected);
    }

    @Then("the HCALCS accepts the order")
    public void accepts() {
        judge.accepts();
    }

    @Then("the HCALCS does not respond")
    public void doesNotRespond() {
        judge.doesNotRespond();
    }

    @Then("the PPMID/HCALCS sends {deviceAlert}")
    public void sends(DeviceAlertWords alert) {
        judge.sends(alert);
    }

    @Then("the PPMID sends no GBCS message")
    public void sendsNothing() {
        judge.sendsNothing();
    }

    @Then("the PPMID asks for its next image by itself")
    public void asksByItself() {
        questions.asksByItself();
    }

    @Then("the PPMID asks by itself at most once in 24 hours")
    public void asksOnceADay() {
        questions.asksOnceADay();
    }
}

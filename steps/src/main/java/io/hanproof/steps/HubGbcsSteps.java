package io.hanproof.steps;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.hanproof.steps.AnswerWords.AlertSubject;
import io.hanproof.steps.AnswerWords.AlertWords;
import io.hanproof.steps.Words.Displays;
import java.time.Duration;

/** Sentences about what the hub and the DCC say to each other in GBCS, and about the reporting that geo proposed. */
public final class HubGbcsSteps {
    private final World world;
    private final HubGbcsActs acts;
    private final HubGbcsJudge judge;
    private final AlertJudge alerts;

    public HubGbcsSteps(World world) {
        this.world = world;
        this.acts = new HubGbcsActs(world);
        this.judge = new HubGbcsJudge(world);
        this.alerts = new AlertJudge(world);
    }

    /** What is wrong with a command of the DCC's. */
    public enum CommandFlaw {
        WRONG_MAC,
        SAID_BEFORE
    }

    /** What the hub answers when it is asked what a device is. */
    public enum ModelAnswer {
        AS_THE_DEVICE_SAYS,
        ERROR_VALUES
    }

    @ParameterType("with a wrong MAC|with the same command as before")
    public CommandFlaw commandFlaw(String words) {
        return words.endsWith("MAC") ? CommandFlaw.WRONG_MAC : CommandFlaw.SAID_BEFORE;
    }

    @ParameterType("what the PPMID says of itself|error values")
    public ModelAnswer modelAnswer(String words) {
        return words.equals("error values") ? ModelAnswer.ERROR_VALUES : ModelAnswer.AS_THE_DEVICE_SAYS;
    }

    @When("the DCC asks the hub what {displays} is")
    public void asks(Displays displays) {
        world.begin();
        displays.names().forEach(acts::ask);
    }

    @Given("the hub has told the DCC what {displays} is")
    public void hasTold(Displays displays) {
        world.begin();
        displays.names().forEach(it -> {
            acts.ask(it);
            judge.awaitAnswer();
        });
    }

    @When("the DCC asks the hub what {displays} is, {commandFlaw}")
    public void asksWrongly(Displays displays, CommandFlaw flaw) {
        world.begin();
        displays.names().forEach(it -> acts.ask(it, flaw));
    }

    @Then("the hub answers with {modelAnswer}")
    public void answers(ModelAnswer answer) {
        switch (answer) {
            case AS_THE_DEVICE_SAYS -> judge.answersWithWhatItSays(HanDevices.FIRST);
            case ERROR_VALUES -> judge.answersWithErrorValues();
        }
    }

    @Then("the hub does not answer the DCC")
    public void doesNotAnswer() {
        judge.doesNotAnswer();
    }

    @Then("the DCC receives {alert} {alertSubject}, signed by the hub")
    public void receivesSigned(AlertWords alert, AlertSubject subject) {
        judge.signs(alert, subject);
    }

    @When("the PPMID asks for its next image once a day for {duration}")
    public void asksDaily(Duration howLong) {
        world.begin();
        acts.askDaily(HanDevices.FIRST, howLong);
    }

    @Then("the DCC has received no further alert")
    public void noFurtherAlert() {
        alerts.receivedNoFurther();
    }
}

package io.hanproof.steps;

import io.cucumber.java.en.Then;
import io.hanproof.steps.AnswerWords.QueryContent;
import io.hanproof.steps.Words.Firmware;
import io.hanproof.zcl.ZclStatus;
import java.util.List;

/** Sentences that judge a display by what it sent. */
public final class DisplayChecks {
    private final DisplayJudge judge;

    public DisplayChecks(World world) {
        this.judge = new DisplayJudge(world);
    }

    @Then("the PPMID/HCALCS is running firmware {firmwares}")
    public void isRunning(List<Firmware> firmwares) {
        judge.runsWhenSettled(firmwares);
    }

    @Then("the PPMID/HCALCS is still running firmware {firmware}")
    public void isStillRunning(Firmware firmware) {
        judge.runsNow(firmware);
    }

    @Then("the PPMID/HCALCS has asked for its next image")
    public void hasAsked() {
        judge.hasAsked();
    }

    @Then("the query carries {queryContent}")
    public void queryCarries(QueryContent content) {
        judge.queryCarries(content);
    }

    @Then("the PPMID/HCALCS has fetched every octet of image {firmware}")
    public void hasFetchedEveryOctet(Firmware image) {
        judge.fetchedEveryOctet(image);
    }

    @Then("the PPMID/HCALCS has ended the transfer with {status}")
    public void hasEnded(ZclStatus status) {
        judge.hasEnded(status);
    }

    @Then("the PPMID has ended the transfer with a failure")
    public void hasEndedWithFailure() {
        judge.hasEndedWithFailure();
    }

    @Then("the PPMID/HCALCS has not ended the transfer with {status}")
    public void hasNotEnded(ZclStatus status) {
        judge.hasNotEnded(status);
    }

    @Then("the PPMID/HCALCS answers with firmware {firmware}")
    public void answersWith(Firmware firmware) {
        judge.answersWith(firmware);
    }

    @Then("the PPMID asks for no block while it is told to wait")
    public void asksForNoBlock() {
        judge.asksForNoBlockWhileWaiting();
    }
}

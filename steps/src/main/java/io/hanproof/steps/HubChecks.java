package io.hanproof.steps;

import io.cucumber.java.en.Then;
import io.hanproof.steps.AnswerWords.AlertSubject;
import io.hanproof.steps.AnswerWords.AlertWords;
import io.hanproof.steps.AnswerWords.Instruction;
import io.hanproof.steps.AnswerWords.Offer;
import io.hanproof.steps.AnswerWords.ReadWhat;
import io.hanproof.steps.AnswerWords.Serving;
import io.hanproof.steps.ImageWords.Fate;
import io.hanproof.steps.ImageWords.StoredImage;
import io.hanproof.steps.Words.Displays;
import java.time.Duration;

/** Sentences that judge a hub by what it sent to the HAN and to the DCC. */
public final class HubChecks {
    private final HubJudge judge;
    private final ServingJudge serving;
    private final ReadJudge reads;
    private final StoreJudge store;
    private final AlertJudge alerts;

    public HubChecks(World world) {
        this.judge = new HubJudge(world);
        this.serving = new ServingJudge(world);
        this.reads = new ReadJudge(world);
        this.store = new StoreJudge(world);
        this.alerts = new AlertJudge(world);
    }

    @Then("the hub offers {offer}")
    public void offers(Offer offer) {
        judge.offers(offer);
    }

    @Then("the hub answers that there is no image")
    public void answersNoImage() {
        judge.answersNoImage();
    }

    @Then("no image block crosses the HAN for {duration}")
    public void noBlock(Duration window) {
        serving.noBlockFor(window);
    }

    @Then("the hub reads {readWhat} of {displays}")
    public void reads(ReadWhat what, Displays displays) {
        reads.reads(what, displays);
    }

    @Then("the hub has not read the firmware version")
    public void hasNotRead() {
        reads.hasNotRead();
    }

    @Then("the hub has not read the firmware version again")
    public void hasNotReadAgain() {
        reads.hasNotReadAgain();
    }

    @Then("the hub notifies {displays}")
    public void notifies(Displays displays) {
        judge.notifies(displays);
    }

    @Then("the hub does not notify {displays}")
    public void doesNotNotify(Displays displays) {
        judge.doesNotNotify(displays);
    }

    @Then("the hub serves {serving}")
    public void serves(Serving what) {
        serving.serves(what);
    }

    @Then("the hub tells {displays} to {instruction}")
    public void tells(Displays displays, Instruction instruction) {
        judge.tells(displays, instruction);
    }

    @Then("the hub does not tell the PPMID to activate")
    public void doesNotTell() {
        judge.doesNotTellToActivate();
    }

    @Then("the hub answers with the present time")
    public void answersWithTime() {
        judge.answersWithPresentTime();
    }

    @Then("{storedImage} is {fate}")
    public void isHeld(StoredImage image, Fate fate) {
        store.check(image, fate);
    }

    @Then("{storedImage} is {fate} and {storedImage} is {fate}")
    public void areHeld(StoredImage first, Fate firstFate, StoredImage second, Fate secondFate) {
        store.check(first, firstFate);
        store.check(second, secondFate);
    }

    @Then("the DCC receives {alert} {alertSubject}")
    public void receives(AlertWords alert, AlertSubject subject) {
        alerts.receives(alert, subject);
    }

    @Then("the hub sends no {alert}")
    public void sendsNo(AlertWords alert) {
        alerts.sendsNone(alert);
    }

    @Then("the DCC has received no alert")
    public void receivedNone() {
        alerts.receivedNone();
    }
}

package io.hanproof.steps;

import io.cucumber.java.en.Then;
import io.hanproof.steps.DccWords.Recipient;
import io.hanproof.steps.DccWords.Recipients;
import io.hanproof.steps.DccWords.Rejections;
import io.hanproof.steps.DccWords.User;
import io.hanproof.steps.DccWords.Users;
import io.hanproof.steps.DeliveryWords.DeliveryTrait;
import io.hanproof.steps.DeliveryWords.Occasion;
import io.hanproof.steps.NoticeWords.DccAnswer;
import io.hanproof.steps.NoticeWords.Notice;
import io.hanproof.steps.NoticeWords.NoticeKind;
import io.hanproof.steps.Words.Firmware;
import java.time.Duration;
import java.util.Optional;

/** Sentences about what the DCC must answer, tell, deliver and record. */
public final class DccChecks {
    private final DccJudge judge;
    private final InventoryJudge inventory;
    private final NoticeJudge notices;
    private final DeliveryJudge deliveries;

    public DccChecks(World world) {
        this.judge = new DccJudge(world);
        this.inventory = new InventoryJudge(world, judge);
        this.notices = new NoticeJudge(world);
        this.deliveries = new DeliveryJudge(world);
    }

    @Then("the DCC accepts the request")
    public void accepts() {
        judge.accepts();
    }

    @Then("the DCC accepts the request for all devices")
    public void acceptsForAll() {
        judge.acceptsForAll();
    }

    @Then("the DCC rejects {rejections}")
    public void rejects(Rejections rejections) {
        judge.rejects(rejections);
    }

    @Then("the DCC refuses the request")
    public void refuses() {
        judge.refuses();
    }

    @Then("the DCC answers {dccAnswer}")
    public void answers(DccAnswer answer) {
        judge.answers(answer);
    }

    @Then("{users} receive(s) {notice}")
    public void receive(Users users, Notice notice) {
        notices.receive(users, notice);
    }

    @Then("{users} receive(s) no {noticeKind} for {duration}")
    public void receiveNone(Users users, NoticeKind kind, Duration window) {
        notices.receiveNone(users, kind, window);
    }

    @Then("the DCC names no sender to {user} for {duration}")
    public void nameNoSender(User user, Duration window) {
        notices.nameNoSender(user, window);
    }

    @Then("the DCC delivers image {firmware} to {recipients}{occasion}")
    public void delivers(Firmware image, Recipients recipients, Occasion occasion) {
        deliveries.delivers(image.name(), recipients, occasion);
    }

    @Then("the DCC delivers nothing to {recipients} for {duration}")
    public void deliversNothing(Recipients recipients, Duration window) {
        deliveries.deliversNothing(recipients, window);
    }

    @Then("the DCC sends no command to {recipients} for {duration}")
    public void sendsNoCommand(Recipients recipients, Duration window) {
        deliveries.sendsNoCommand(recipients, window);
    }

    @Then("the delivery {deliveryTrait}")
    public void deliveryIs(DeliveryTrait trait) {
        deliveries.lastIs(trait);
    }

    @Then("the inventory shows firmware {firmware} for {recipient}")
    public void inventoryShows(Firmware firmware, Recipient recipient) {
        inventory.shows(recipient.name(), Optional.of(firmware.name()));
    }

    @Then("the inventory shows {recipient} as {inventoryStatus}")
    public void inventoryShowsStatus(Recipient recipient, String status) {
        inventory.showsStatus(recipient.name(), status);
    }
}

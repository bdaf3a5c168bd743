package io.hanproof.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.hanproof.steps.HabitWords.DisplayHabit;
import io.hanproof.steps.HabitWords.PowerOrder;
import io.hanproof.steps.HabitWords.Silent;
import io.hanproof.steps.Words.Activation;
import io.hanproof.steps.Words.Asking;
import io.hanproof.steps.Words.Displays;
import io.hanproof.steps.Words.Firmware;
import io.hanproof.steps.Words.Piece;
import io.hanproof.zcl.ZclStatus;
import java.time.Duration;
import java.time.LocalTime;

/** Sentences about what a display is, and what it does or undergoes. */
public final class DisplaySteps {
    private final World world;
    private final DisplayActs acts;

    public DisplaySteps(World world) {
        this.world = world;
        this.acts = new DisplayActs(world);
    }

    @Given("a/an PPMID/HCALCS running firmware {firmware}")
    public void running(Firmware firmware) {
        world.joinDisplay(firmware.name());
    }

    @Given("a PPMID with hardware {hardware}")
    public void withHardware(String hardware) {
        world.joinDisplayOf(hardware);
    }

    @Given("a second PPMID of the same model")
    public void second() {
        world.devices().joinSecondDisplay();
    }

    @Given("an upgrade split into image {firmware} and image {firmware}")
    public void splitUpgrade(Firmware first, Firmware last) {
        world.site().firmwares().split(first.name(), last.name());
    }

    @Given("{displays} {displayHabit}")
    public void habit(Displays displays, DisplayHabit habit) {
        displays.names().forEach(it -> acts.takeUp(it, habit));
    }

    @Given("{displays} has/have downloaded image {firmware}, {activation}")
    public void hasDownloaded(Displays displays, Firmware image, Activation activation) {
        world.begin();
        if (!world.handedOver() || !world.bench().areDownloaded(displays.names(), image.name(), activation)) {
            world.bench().downloaded(displays.names(), image.name(), activation);
        }
    }

    @Given("the PPMID/HCALCS has activated image {firmware}")
    public void hasActivated(Firmware image) {
        world.begin();
        world.bench().activated(HanDevices.FIRST, image.name());
    }

    @Given("{displays} has/have fetched half of image {firmware}")
    public void hasFetchedHalf(Displays displays, Firmware image) {
        world.begin();
        displays.names().forEach(it -> world.bench().halfFetched(it, image.name()));
    }

    @Given("{displays} has/have fetched all of image {firmware}")
    public void hasFetchedAll(Displays displays, Firmware image) {
        world.begin();
        displays.names().forEach(it -> world.bench().fetched(it, image.name()));
    }

    @When("the PPMID/HCALCS downloads image {firmware}, {activation}")
    public void downloads(Firmware image, Activation activation) {
        world.begin();
        world.bench().downloaded(Displays.FIRST.names(), image.name(), activation);
    }

    @When("the PPMID/HCALCS is notified of image {firmware}")
    public void isNotified(Firmware image) {
        world.begin();
        acts.isNotified(image.name());
    }

    @When("{displays} fetch(es) the image")
    public void fetches(Displays displays) {
        world.begin();
        displays.names().forEach(acts::fetch);
    }

    @When("{displays} end(s) the transfer with {status}")
    public void endsTheTransfer(Displays displays, ZclStatus status) {
        world.begin();
        displays.names().forEach(it -> acts.endTransfer(it, status));
    }

    @Given("{displays} is/are switched {power}")
    public void isSwitched(Displays displays, PowerOrder order) {
        world.begin();
        displays.names().forEach(it -> acts.switchPower(it, order));
    }

    @Given("the PPMID is silent {silent}")
    public void isSilent(Silent silent) {
        world.begin();
        acts.keepSilent(silent);
    }

    @When("its power is cut for {duration} at {clock}")
    public void powerIsCut(Duration duration, LocalTime clock) {
        world.begin();
        acts.cutPower(duration, world.today(clock));
    }

    @When("{displays} ask(s) for its next image")
    public void asks(Displays displays) {
        world.begin();
        displays.names().forEach(it -> acts.ask(it, new Asking.AsItIs()));
    }

    @When("the PPMID asks for its next image, {asking}")
    public void asksAs(Asking asking) {
        world.begin();
        acts.ask(HanDevices.FIRST, asking);
    }

    @When("the PPMID asks for {piece}")
    public void asksFor(Piece piece) {
        world.begin();
        acts.askFor(piece);
    }
}

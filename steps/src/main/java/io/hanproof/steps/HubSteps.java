package io.hanproof.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.hanproof.steps.HabitWords.HanHabit;
import io.hanproof.steps.HabitWords.HubHabit;
import io.hanproof.steps.ImageWords.Flaw;
import io.hanproof.steps.ImageWords.HeldImage;
import io.hanproof.steps.ImageWords.ImageForStore;
import io.hanproof.steps.Words.Activation;
import io.hanproof.steps.Words.ActivationOrder;
import io.hanproof.steps.Words.Displays;
import io.hanproof.steps.Words.Firmware;

/** Sentences about what the hub holds, does or is made to do, and about the HAN it forms. */
public final class HubSteps {
    private final World world;
    private final HubActs acts;

    public HubSteps(World world) {
        this.world = world;
        this.acts = new HubActs(world);
    }

    @Given("the hub {hubHabit}")
    public void habit(HubHabit habit) {
        acts.takeUp(habit);
    }

    @Given("the HAN {hanHabit}")
    public void hanHabit(HanHabit habit) {
        world.begin();
        acts.takeUp(habit);
    }

    @Given("the hub holds {heldImage}")
    public void holds(HeldImage image) {
        world.begin();
        acts.hold(image);
    }

    @When("image {firmware} arrives at the hub, for {displays}")
    public void arrivesFor(Firmware image, Displays displays) {
        world.begin();
        acts.hold(HeldImage.of(image, displays));
    }

    @When("image {firmware} is/was delivered, {activation}")
    public void isDelivered(Firmware image, Activation activation) {
        world.begin();
        acts.deliver(image.name(), activation);
    }

    @When("the hub delivers image {firmware}, {flaw}")
    public void deliversFlawed(Firmware image, Flaw flaw) {
        world.begin();
        acts.deliverFlawed(image.name(), flaw);
    }

    @Given("a full hub with {imageForStore}")
    public void fullHub(ImageForStore image) {
        world.begin();
        acts.fillWith(image);
    }

    @Given("the hub holds {imageForStore}")
    public void holdsImage(ImageForStore image) {
        world.begin();
        acts.store(image);
    }

    @When("{imageForStore} arrives")
    public void arrives(ImageForStore image) {
        world.begin();
        acts.store(image);
    }

    @When("the hub reads the firmware version back")
    public void readsBack() {
        world.begin();
        acts.awaitReadBack();
    }

    @Given("the hub has read the firmware version back")
    public void hasReadBack() {
        acts.awaitReadBack();
        world.begin();
    }

    @When("the hub orders the PPMID/HCALCS to activate {order}")
    public void orders(ActivationOrder order) {
        world.begin();
        acts.order(order);
    }

    @When("the hub reads CurrentFileVersion")
    public void readsCurrentFileVersion() {
        world.begin();
        acts.readCurrentFileVersion();
    }
}

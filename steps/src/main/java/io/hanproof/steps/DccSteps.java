package io.hanproof.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.hanproof.steps.CplWords.CplState;
import io.hanproof.steps.DccWords.DeviceState;
import io.hanproof.steps.DccWords.Fuel;
import io.hanproof.steps.DccWords.HubName;
import io.hanproof.steps.DccWords.HubState;
import io.hanproof.steps.DccWords.Recipient;
import io.hanproof.steps.DccWords.Recipients;
import io.hanproof.steps.DccWords.Route;
import io.hanproof.steps.DccWords.Shipment;
import io.hanproof.steps.DccWords.User;
import io.hanproof.steps.NoticeWords.DeviceRequest;
import io.hanproof.steps.Words.Firmware;
import java.time.Duration;

/** Sentences about what users ask of the DCC, and about what its registers say. */
public final class DccSteps {
    private final World world;
    private final DccActs acts;
    private final Registers registers;

    public DccSteps(World world) {
        this.world = world;
        this.acts = new DccActs(world);
        this.registers = new Registers(world);
    }

    @Given("the CPL {cplState}")
    public void cpl(CplState state) {
        world.begin();
        registers.list(state);
    }

    @Given("{recipients} is/are {deviceState}")
    public void devices(Recipients recipients, DeviceState state) {
        world.begin();
        registers.set(recipients, state);
    }

    @Given("{hubName} {hubState}")
    public void hub(HubName hub, HubState state) {
        world.begin();
        registers.set(hub, state);
    }

    @Given("{user} may send {int} request(s) of {variant} within {duration}")
    public void limit(User user, int requests, String variant, Duration within) {
        world.chain().limit(user, variant, requests, within);
    }

    @Given("{user} sent {shipment} to {recipients}, {route}")
    public void haveSent(User user, Shipment shipment, Recipients recipients, Route route) {
        world.begin();
        acts.haveSent(user, shipment, recipients, route);
    }

    @When("{user} sends {shipment} to {recipients}, {route}")
    public void send(User user, Shipment shipment, Recipients recipients, Route route) {
        world.begin();
        acts.send(user, shipment, recipients, route);
    }

    @Given("{user} sent {deviceRequest}")
    public void haveAsked(User user, DeviceRequest request) {
        world.begin();
        acts.haveAsked(user, request);
    }

    @When("the transfer of image {firmware} to {recipient} fails/failed")
    public void failTransfer(Firmware image, Recipient recipient) {
        acts.failTransfer(image.name(), recipient);
        world.begin();
    }

    @When("{user} sends {deviceRequest}")
    public void ask(User user, DeviceRequest request) {
        world.begin();
        acts.ask(user, request);
    }

    @When("{user} raises an incident about {recipient}")
    public void raiseIncident(User user, Recipient recipient) {
        world.begin();
        acts.raiseIncident(user, recipient.name());
    }

    @When("{user} takes/took over the supply of {fuel}")
    public void takeOver(User user, Fuel fuel) {
        world.begin();
        world.chain().supply(fuel, user);
    }
}

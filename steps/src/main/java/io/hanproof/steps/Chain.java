package io.hanproof.steps;

import io.hanproof.cpl.Cpl;
import io.hanproof.dcc.CommunicationsHub;
import io.hanproof.dcc.DccEvent;
import io.hanproof.dcc.EmulatedDcc;
import io.hanproof.dcc.InventoryDevice;
import io.hanproof.dcc.Threshold;
import io.hanproof.duis.RequestId;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.UserMessage;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.PreCommand;
import io.hanproof.gbcs.Sealing;
import io.hanproof.image.OtaImage;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.HubWan;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.steps.DccWords.Fuel;
import io.hanproof.steps.DccWords.HubName;
import io.hanproof.steps.DccWords.User;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The DCC that is judged, between the users that hanproof plays and the home behind it. */
final class Chain {
    /** A supplier looks at what it signs. */
    private static final Duration TO_SIGN = Duration.ofSeconds(1);

    private final Site site;
    private final Keys keys;
    private final Neighbourhood neighbourhood;
    private final EmulatedDcc dcc;
    private final Map<Eui64, InventoryDevice> inventory = new LinkedHashMap<>();
    private final Map<Eui64, CommunicationsHub> hubs = new LinkedHashMap<>();
    private final Map<Fuel, User> suppliers = new EnumMap<>(Fuel.class);
    private Cpl cpl;
    private long counter;

    Chain(RunContext run, Site site) {
        this.site = site;
        this.keys = run.keys();
        this.neighbourhood = new Neighbourhood(run, site);
        var model = neighbourhood.model();
        this.cpl = model.cpl();
        model.inventory().forEach(it -> inventory.put(it.id(), it));
        model.hubs().forEach(it -> hubs.put(it.id(), it));
        this.dcc = new EmulatedDcc(
                site.timeline(), model, run.policies(), run.baseline(), site.recorder(), site.dccMutation());
        dcc.attach(site.hub().address(), site.hub().wan());
        dcc.attach(Neighbourhood.NEIGHBOURS_HUB, new PaperHub(site.timeline(), site.recorder()));
        for (User user : User.values()) {
            dcc.listen(Neighbourhood.user(user), message -> told(user, message));
        }
    }

    /** Takes whatever it is sent, and says nothing. */
    private record PaperHub(Timeline timeline, Recorder recorder) implements HubWan {
        @Override
        public void deliver(WanMessage.FirmwareDelivery delivery) {
            recorder.wan(timeline.nanos(), delivery);
        }

        @Override
        public void send(Octets gbcs) {
            recorder.wan(timeline.nanos(), new WanMessage.Gbcs(gbcs));
        }

        @Override
        public void listen(Consumer<WanMessage> listener) {}
    }

    Neighbourhood neighbourhood() {
        return neighbourhood;
    }

    /** A request under the asker's next number. */
    RequestId request(User user, Eui64 target, Function<RequestId, ServiceRequest> request) {
        counter++;
        var id = new RequestId(Neighbourhood.user(user), target, counter);
        dcc.request(Neighbourhood.user(user), request.apply(id));
        return id;
    }

    /** The import supplier sends an image as it should: for displays by SR 11.4, for all others by SR 11.1. */
    void distribute(OtaImage image, DeviceKind kind, List<Eui64> devices) {
        String text = Base64.getEncoder().encodeToString(image.file().toArray());
        String version = "%X".formatted(image.id().fileVersion());
        request(
                User.IMPORT_SUPPLIER,
                Sight.DCC,
                id -> kind.isDisplay()
                        ? new ServiceRequest.UpdatePpmidFirmware(id, text, version, devices)
                        : new ServiceRequest.UpdateFirmware(id, text, version, devices));
    }

    void incident(User user, String device) {
        dcc.incident(Neighbourhood.user(user), neighbourhood.device(device));
    }

    /** A supplier signs what the DCC has made of its request, and sends it on. */
    private void told(User user, UserMessage message) {
        if (message instanceof ServiceResponse(var to, ServiceResponse.PreCommand(var text))
                && PreCommand.read(text) instanceof Decoded.Value<PreCommand>(var command)) {
            Eui64 id = Neighbourhood.user(user);
            var signed = Sealing.sign(command.header(), command.content(), keys.supplier(id));
            site.timeline().in(TO_SIGN, () -> dcc.request(id, new ServiceRequest.SignedPreCommand(to, signed.write())));
        }
    }

    void list(UnaryOperator<Cpl> change) {
        cpl = change.apply(cpl);
        dcc.happen(new DccEvent.CplChanged(cpl));
    }

    void record(String device, UnaryOperator<InventoryDevice> change) {
        Eui64 id = neighbourhood.device(device);
        InventoryDevice known = inventory.get(id);
        if (known == null) {
            throw new BenchFault("the %s is in no inventory from the start".formatted(device));
        }
        InventoryDevice now = change.apply(known);
        inventory.put(id, now);
        dcc.happen(new DccEvent.InventoryChanged(now));
    }

    void change(HubName name, UnaryOperator<CommunicationsHub> change) {
        CommunicationsHub now = change.apply(hubs.get(neighbourhood.hub(name)));
        hubs.put(now.id(), now);
        dcc.happen(new DccEvent.HubChanged(now));
    }

    /** Registration data says from now on that another supplies the home. */
    void supply(Fuel fuel, User supplier) {
        suppliers.put(fuel, supplier);
        dcc.happen(new DccEvent.SuppliersChanged(
                site.hub().address(), neighbourhood.meters(site.hub().address(), suppliers)));
    }

    void limit(User user, String variant, int requests, Duration within) {
        dcc.happen(new DccEvent.ThresholdChanged(new Threshold(Neighbourhood.user(user), variant, requests, within)));
    }
}

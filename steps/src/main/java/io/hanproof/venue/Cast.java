package io.hanproof.venue;

import io.hanproof.dcc.DccEffect;
import io.hanproof.dcc.DccEvent;
import io.hanproof.dcc.DccMisbehaviours;
import io.hanproof.dcc.DccState;
import io.hanproof.device.Credentials;
import io.hanproof.device.DisplayEffect;
import io.hanproof.device.DisplayEvent;
import io.hanproof.device.DisplayMisbehaviours;
import io.hanproof.device.DisplayModel;
import io.hanproof.device.DisplayState;
import io.hanproof.device.EmulatedDisplay;
import io.hanproof.device.SwitchMisbehaviours;
import io.hanproof.gbcs.Keys;
import io.hanproof.hub.EmulatedHub;
import io.hanproof.hub.HubEffect;
import io.hanproof.hub.HubEvent;
import io.hanproof.hub.HubMisbehaviours;
import io.hanproof.hub.HubModel;
import io.hanproof.hub.HubScripts;
import io.hanproof.hub.HubState;
import io.hanproof.lab.FrameTap;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Seed;
import io.hanproof.lab.Timeline;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Profile;
import java.util.List;
import java.util.Optional;

/**
 * Makes the emulated target that a profile describes, wherever it is to stand.
 *
 * @param misbehaviour name of the one that it shall have
 * @param keys what its GBCS messages are signed and checked with
 */
public record Cast(Profile profile, Policies policies, Baseline baseline, Optional<String> misbehaviour, Keys keys) {
    /** Where our emulated devices have everything. */
    public static final int DEVICE_ENDPOINT = 1;

    /** With test keys. */
    public Cast(Profile profile, Policies policies, Baseline baseline, Optional<String> misbehaviour) {
        this(profile, policies, baseline, misbehaviour, Keys.test());
    }

    /** The hub under test. */
    public EmulatedHub hub(Radio radio, Timeline timeline, FrameTap tap) {
        return new EmulatedHub(
                radio, timeline, hubModel(radio.address()), policies, baseline, tap, keys, hubMutation());
    }

    /** The hub under test, as its profile describes it. */
    public HubModel hubModel(Eui64 address) {
        var store = profile.store();
        var model = HubModel.of(address)
                .withBlocks(store.blocks(), store.blockOctets())
                .withStall(profile.timing().stall());
        return profile.capabilities().pageRequest() ? model.withPages() : model;
    }

    /** The device under test, as from the factory. */
    public EmulatedDisplay display(Radio radio, Timeline timeline, DisplayModel model, long seed) {
        String name = profile.device().name();
        return new EmulatedDisplay(radio, timeline, Seed.derive(seed, name), model, policies, displayMutation());
    }

    public DisplayModel displayModel(Eui64 address) {
        return equipped(DisplayModel.of(profile, profile.device(), address));
    }

    /** The same, built to the baseline of the run, and with credentials where its kind has any. */
    public DisplayModel equipped(DisplayModel model) {
        var built = model.withBaseline(baseline);
        if (model.kind() == DeviceKind.IHD) {
            return built;
        }
        var supplier = keys.supplier(model.kind() == DeviceKind.GSME ? Keys.GAS_SUPPLIER : Keys.IMPORT_SUPPLIER);
        return built.withCredentials(Credentials.of(keys.device(model.address()), supplier, keys.acb()));
    }

    /** What makes the hub under test wrong, if anything. */
    public Mutation<HubState, HubEvent, HubEffect> hubMutation() {
        return profile.device() == DeviceKind.HUB
                ? find(HubMisbehaviours.all()).map(Misbehaviour::change).orElse(HubScripts.HONEST)
                : HubScripts.HONEST;
    }

    /** What makes the DCC under test wrong, if anything. */
    public Mutation<DccState, DccEvent, DccEffect> dccMutation() {
        return find(DccMisbehaviours.all()).map(Misbehaviour::change).orElse(DccMisbehaviours.HONEST);
    }

    /** What makes the device under test wrong, if anything. */
    public Mutation<DisplayState, DisplayEvent, DisplayEffect> displayMutation() {
        return profile.device().isDevice()
                ? find(profile.device().isDisplay() ? DisplayMisbehaviours.all() : SwitchMisbehaviours.all())
                        .map(Misbehaviour::change)
                        .orElse(honest -> honest)
                : honest -> honest;
    }

    private <S, E, F> Optional<Misbehaviour<S, E, F>> find(List<Misbehaviour<S, E, F>> all) {
        return misbehaviour.flatMap(
                name -> all.stream().filter(it -> it.name().equals(name)).findFirst());
    }
}

package io.hanproof.steps;

import io.hanproof.cpl.Cpl;
import io.hanproof.cpl.CplEntry;
import io.hanproof.image.OtaImage;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.steps.CplWords.CplState;
import io.hanproof.steps.CplWords.Listing;
import io.hanproof.steps.DccWords.DeviceState;
import io.hanproof.steps.DccWords.HubName;
import io.hanproof.steps.DccWords.HubState;
import io.hanproof.steps.DccWords.Recipients;
import io.hanproof.zcl.ota.ImageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What the registers that the DCC goes by say in a scenario, and what becomes of devices and hubs. */
final class Registers {
    private static final int ONE_BIT = 1;

    private final World world;

    Registers(World world) {
        this.world = world;
    }

    private Chain chain() {
        return world.chain();
    }

    private Neighbourhood neighbourhood() {
        return chain().neighbourhood();
    }

    void list(CplState state) {
        var kind = switch (state.listing()) {
            case REMOVED_WITH_IHD, IHDS_OF_OLD_GBCS -> DeviceKind.IHD;
            case LISTED,
                    OF_SIZE,
                    ABSENT,
                    REMOVED,
                    OTHER_HARDWARE,
                    WITHOUT_HASH,
                    HASH_ADDED,
                    ONE_BIT,
                    TWICE,
                    TWICE_ONE_FOR_ANOTHER_MODEL -> DeviceKind.PPMID;
        };
        OtaImage image = state.listing() == Listing.OF_SIZE
                ? DccActs.sized(world.site().firmwares(), state.firmware(), state.octets(), kind)
                : world.site().firmwares().image(state.firmware(), kind, Optional.empty());
        Octets hash = image.sha256();
        UnaryOperator<CplEntry> otherModel = it -> CplEntry.of(
                        it.deviceType(),
                        new ImageId(it.manufacturerCode(), it.imageType() ^ ONE_BIT, it.firmwareVersion()),
                        it.hardwareVersion(),
                        hash)
                .withGbcsVersion(it.gbcsVersion().orElse(""));
        chain().list(cpl -> switch (state.listing()) {
            case LISTED, OF_SIZE -> cpl.plus(neighbourhood().entry(kind, image));
            case ABSENT ->
                Cpl.of(cpl.entries().stream().filter(it -> !isOf(it, hash)).toList());
            case REMOVED -> cpl.changed(it -> isOf(it, hash) ? it.removed() : it);
            case REMOVED_WITH_IHD -> cpl.changed(it -> it.firmware().equals(image.id()) ? it.removed() : it);
            case OTHER_HARDWARE ->
                cpl.changed(it -> isOf(it, hash)
                        ? CplEntry.of(it.deviceType(), it.firmware(), it.hardwareVersion() ^ ONE_BIT, hash)
                        : it);
            case WITHOUT_HASH -> cpl.changed(it -> isOf(it, hash) ? it.withHash(Optional.empty()) : it);
            case HASH_ADDED ->
                cpl.changed(it ->
                        it.firmware().equals(image.id()) && it.hash().isEmpty() ? it.withHash(Optional.of(hash)) : it);
            case ONE_BIT -> {
                Octets changed = DccActs.oneBitChanged(image)
                        .slice(image.header().headerLength(), image.manufacturerImageLength())
                        .sha256();
                yield cpl.changed(it -> isOf(it, hash) ? it.withHash(Optional.of(changed)) : it);
            }
            case IHDS_OF_OLD_GBCS -> cpl.changed(it -> isOf(it, hash) ? it.withGbcsVersion("3.2") : it);
            case TWICE -> entries(cpl, hash, it -> List.of(it, it.withGbcsVersion("4.1")));
            case TWICE_ONE_FOR_ANOTHER_MODEL -> entries(cpl, hash, it -> List.of(otherModel.apply(it), it));
        });
    }

    private static boolean isOf(CplEntry entry, Octets hash) {
        return entry.hash().filter(hash::equals).isPresent();
    }

    private static Cpl entries(Cpl cpl, Octets hash, Function<CplEntry, List<CplEntry>> change) {
        var entries = new ArrayList<CplEntry>();
        cpl.entries().forEach(it -> entries.addAll(isOf(it, hash) ? change.apply(it) : List.of(it)));
        return Cpl.of(entries);
    }

    void set(Recipients recipients, DeviceState state) {
        recipients.names().forEach(it -> set(it, state));
    }

    private void set(String device, DeviceState state) {
        switch (state) {
            case DeviceState.Power(boolean on) ->
                world.site().ground().power(neighbourhood().device(device), on);
            case DeviceState.OfAnotherManufacturer() ->
                chain().record(device, it -> it.withModel(it.manufacturerCode() ^ ONE_BIT, it.model()));
            case DeviceState.OfAnotherModel() ->
                chain().record(device, it -> it.withModel(it.manufacturerCode(), it.model() ^ ONE_BIT));
            case DeviceState.OfHardware(var version) -> {
                int hardware = world.site().firmwares().hardware(version).u16();
                chain().record(device, it -> it.withHardware(hardware));
            }
            case DeviceState.WithoutHub() -> chain().record(device, it -> it.withHub(Optional.empty()));
            case DeviceState.OfGbcs(var version) -> chain().record(device, it -> it.withGbcs(Optional.of(version)));
            case DeviceState.Recorded(var firmware) ->
                chain().record(device, it -> it.withFirmware(firmware.map(world::version)));
        }
    }

    void set(HubName hub, HubState state) {
        chain().change(hub, it -> switch (state) {
            case UNREACHABLE -> it.reachable(false);
            case UNKNOWN_TO_CSP -> it.unknownToCsp();
            case METERS_ONLY -> it.notUpdatingHanDevices();
        });
    }
}

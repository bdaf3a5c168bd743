package io.hanproof.dcc;

import io.hanproof.cpl.Cpl;
import io.hanproof.cpl.CplEntry;
import io.hanproof.duis.ServiceRequest.Distribution;
import io.hanproof.image.OtaImage;
import io.hanproof.zcl.ota.ImageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Ways to misread a Central Products List. */
final class CplFaults {
    private CplFaults() {}

    /** What the DCC knows, with an entry for each device of the request that carries an image of no entry. */
    static DccState listing(DccEvent event, DccState state) {
        if (!(event instanceof DccEvent.Requested(var user, Distribution request))) {
            return state;
        }
        var image = ImageFaults.image(request);
        var cpl = state.books().cpl();
        if (image.isEmpty() || !cpl.withHash(image.get().sha256()).isEmpty()) {
            return state;
        }
        for (var each : request.devices()) {
            var device = state.books().inventory().find(each);
            if (device.isPresent()) {
                cpl = cpl.plus(entry(device.get(), image.get()));
            }
        }
        return state.with(state.books().with(cpl));
    }

    private static CplEntry entry(InventoryDevice device, OtaImage image) {
        return CplEntry.of(
                device.type().name(),
                new ImageId(
                        device.manufacturerCode(), device.model(), image.id().fileVersion()),
                device.hardwareVersion(),
                image.sha256());
    }

    /** Without the hashes of a type's entries that the list before did not have. */
    static Cpl withoutNewHashes(Cpl cpl, Cpl before, DeviceType type) {
        return cpl.changed(
                it -> it.deviceType().equals(type.name()) && !before.entries().contains(it)
                        ? it.withHash(Optional.empty())
                        : it);
    }

    static Cpl withoutTwins(Cpl cpl) {
        return only(
                cpl,
                it -> cpl.entries().stream()
                                .filter(other -> isSameFirmware(it, other))
                                .count()
                        == 1);
    }

    static Cpl withoutFollowers(Cpl cpl, Cpl before) {
        return withoutNeighbours(cpl, before, (entry, gone) -> entry.firmwareVersion() > gone.firmwareVersion());
    }

    static Cpl withoutForerunners(Cpl cpl, Cpl before) {
        return withoutNeighbours(cpl, before, (entry, gone) -> entry.firmwareVersion() < gone.firmwareVersion());
    }

    static Cpl withNothingRemoved(Cpl cpl) {
        return cpl.changed(it -> it.isRemoved()
                ? new CplEntry(
                        it.manufacturerCode(),
                        it.imageType(),
                        it.hardwareVersion(),
                        it.firmwareVersion(),
                        it.hash(),
                        it.deviceType(),
                        CplEntry.Status.ACTIVE,
                        it.smetsVersion(),
                        it.gbcsVersion())
                : it);
    }

    private static Cpl withoutNeighbours(Cpl cpl, Cpl before, BiPredicate<CplEntry, CplEntry> isNeighbour) {
        List<CplEntry> gone = before.entries().stream()
                .filter(it -> !cpl.entries().contains(it))
                .toList();
        return only(
                cpl, it -> gone.stream().noneMatch(other -> isSameProduct(it, other) && isNeighbour.test(it, other)));
    }

    private static Cpl only(Cpl cpl, Predicate<CplEntry> kept) {
        var entries = new ArrayList<CplEntry>();
        cpl.entries().stream().filter(kept).forEach(entries::add);
        return Cpl.of(entries);
    }

    private static boolean isSameFirmware(CplEntry one, CplEntry other) {
        return isSameProduct(one, other)
                && one.firmwareVersion() == other.firmwareVersion()
                && one.hash().equals(other.hash());
    }

    private static boolean isSameProduct(CplEntry one, CplEntry other) {
        return one.manufacturerCode() == other.manufacturerCode()
                && one.imageType() == other.imageType()
                && one.hardwareVersion() == other.hardwareVersion();
    }
}

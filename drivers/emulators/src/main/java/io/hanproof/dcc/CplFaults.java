package io.hanproof.dcc;

import io.hanproof.cpl.Cpl;
import io.hanproof.cpl.CplEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Ways to misread a Central Products List. */
final class CplFaults {
    private CplFaults() {}

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

    private static Cpl only(Cpl cpl, java.util.function.Predicate<CplEntry> kept) {
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

package io.hanproof.dcc;

import io.hanproof.duis.RejectionReason;
import io.hanproof.duis.RequestFault;
import io.hanproof.image.Form;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The readings that a DCC follows, looked up once.
 *
 * @param year2019 whether it is the 2019 baseline: displays include IHDs, images carry their activation date-time
 * @param largestImage octets that a Manufacturer Image may have
 * @param mostDevices identifiers that a request may name
 * @param furthestActivation how far ahead an activation date-time may be
 * @param othersOnly whether the sender gets no first alert
 * @param combined whether load switches are updated by SR 11.4
 * @param gasForSwitches whether the Gas Supplier, too, is responsible for a load switch
 * @param oneEntry whether only the first CPL entry with a hash counts
 * @param suspendsIhds whether removing an IHD's entry suspends the IHDs that run it
 * @param waivedReasons checks of a device that are not made
 * @param waivedFaults checks of a request that are not made
 */
record DccRules(
        boolean year2019,
        Form form,
        long largestImage,
        int mostDevices,
        Duration furthestActivation,
        InFlight inFlight,
        Duration inFlightTimeout,
        Duration answerTimeout,
        boolean othersOnly,
        boolean combined,
        boolean gasForSwitches,
        boolean oneEntry,
        boolean suspendsIhds,
        Set<RejectionReason> waivedReasons,
        Set<RequestFault> waivedFaults) {
    private static final int MOST_DEVICES = 50_000;
    private static final Duration FURTHEST_ACTIVATION = Duration.ofDays(30);

    /** What becomes of a firmware request for a hub that has one in progress. */
    enum InFlight {
        THROTTLE,
        REJECT,
        FORWARD
    }

    static DccRules of(DccModel model, Policies policies, Baseline baseline) {
        boolean year2019 = baseline == Baseline.BASELINE_2019;
        return new DccRules(
                year2019,
                model.form(),
                largestImage(policies.value(Policy.IMAGE_LIMIT)),
                MOST_DEVICES,
                FURTHEST_ACTIVATION,
                inFlight(policies.value(Policy.IN_FLIGHT)),
                model.inFlightTimeout(),
                model.answerTimeout(),
                policies.is(Policy.FIRST_ALERT_TO, "others"),
                policies.is(Policy.HCALCS_ROUTE, "combined"),
                policies.is(Policy.HCALCS_SUPPLIERS, "import-and-gas"),
                policies.is(Policy.CPL_VERSIONS, "one"),
                policies.is(Policy.IHD_REMOVAL, "suspend"),
                Set.of(),
                Set.of());
    }

    /** Whether SR 11.4 is for devices of that type. */
    boolean isDisplayUpdateFor(DeviceType type) {
        return switch (type) {
            case PPMID -> true;
            case IHD -> year2019;
            case HCALCS -> combined;
            case ESME, GSME, GPF, CHF, CAD -> false;
        };
    }

    /** Whether SR 11.1 and 11.3 are for devices of that type. */
    boolean isMeterUpdateFor(DeviceType type) {
        return switch (type) {
            case ESME, GSME -> true;
            case HCALCS -> !combined;
            case PPMID, IHD, GPF, CHF, CAD -> false;
        };
    }

    /** Whether SR 11.2 is for devices of that type. */
    boolean isReadFor(DeviceType type) {
        return switch (type) {
            case ESME, GSME, HCALCS -> true;
            case PPMID -> !year2019;
            case IHD, GPF, CHF, CAD -> false;
        };
    }

    /** Whether devices of that type are products of the Central Products List. */
    boolean isListed(DeviceType type) {
        return switch (type) {
            case ESME, GSME, HCALCS, PPMID, CHF -> true;
            case IHD -> year2019;
            case GPF, CAD -> false;
        };
    }

    DccRules waiving(RejectionReason reason) {
        var more = waivedReasons.isEmpty() ? EnumSet.noneOf(RejectionReason.class) : EnumSet.copyOf(waivedReasons);
        more.add(reason);
        return with(largestImage, mostDevices, furthestActivation, Collections.unmodifiableSet(more), waivedFaults);
    }

    DccRules waiving(RequestFault fault) {
        var more = waivedFaults.isEmpty() ? EnumSet.noneOf(RequestFault.class) : EnumSet.copyOf(waivedFaults);
        more.add(fault);
        return with(largestImage, mostDevices, furthestActivation, waivedReasons, Collections.unmodifiableSet(more));
    }

    DccRules withLargestImage(long octets) {
        return with(octets, mostDevices, furthestActivation, waivedReasons, waivedFaults);
    }

    DccRules withMostDevices(int devices) {
        return with(largestImage, devices, furthestActivation, waivedReasons, waivedFaults);
    }

    DccRules withFurthestActivation(Duration ahead) {
        return with(largestImage, mostDevices, ahead, waivedReasons, waivedFaults);
    }

    private DccRules with(
            long octets, int devices, Duration ahead, Set<RejectionReason> reasons, Set<RequestFault> faults) {
        return new DccRules(
                year2019,
                form,
                octets,
                devices,
                ahead,
                inFlight,
                inFlightTimeout,
                answerTimeout,
                othersOnly,
                combined,
                gasForSwitches,
                oneEntry,
                suspendsIhds,
                reasons,
                faults);
    }

    private static long largestImage(String value) {
        return switch (value) {
            case "750000" -> 749_999;
            case "750000-inclusive" -> 750_000;
            case "768000" -> 767_999;
            case "none" -> Long.MAX_VALUE;
            default -> throw new IllegalArgumentException("no rule for image-limit=" + value);
        };
    }

    private static InFlight inFlight(String value) {
        return switch (value) {
            case "throttle" -> InFlight.THROTTLE;
            case "reject" -> InFlight.REJECT;
            case "forward" -> InFlight.FORWARD;
            default -> throw new IllegalArgumentException("no rule for in-flight=" + value);
        };
    }
}

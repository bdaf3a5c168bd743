package io.hanproof.dcc;

import io.hanproof.duis.RejectionReason;
import io.hanproof.duis.RequestFault;
import io.hanproof.image.Form;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import java.util.EnumSet;
import java.util.Set;

/**
 * The readings that a DCC follows, looked up once.
 *
 * @param readings which of two ways it goes
 * @param waivedReasons checks of a device that are not made
 * @param waivedFaults checks of a request that are not made
 */
record DccRules(
        Set<Reading> readings,
        Form form,
        DccLimits limits,
        InFlight inFlight,
        Set<RejectionReason> waivedReasons,
        Set<RequestFault> waivedFaults) {

    DccRules {
        readings = Set.copyOf(readings);
        waivedReasons = Set.copyOf(waivedReasons);
        waivedFaults = Set.copyOf(waivedFaults);
    }

    /** What is so under one reading and not under the other. */
    enum Reading {
        /** It is the 2019 baseline: displays include IHDs, images carry their activation date-time. */
        YEAR_2019,
        /** The sender gets no first alert. */
        OTHERS_ONLY,
        /** Load switches are updated by SR 11.4. */
        COMBINED,
        /** The Gas Supplier, too, is responsible for a load switch. */
        GAS_FOR_SWITCHES,
        /** Displays are updated by SR 11.1, too. */
        SR_11_1_FOR_DISPLAYS,
        /** Only the first CPL entry with a hash counts. */
        ONE_ENTRY,
        /** Removing an IHD's entry suspends the IHDs that run it. */
        SUSPENDS_IHDS
    }

    /** What becomes of a firmware request for a hub that has one in progress. */
    enum InFlight {
        THROTTLE,
        REJECT,
        FORWARD
    }

    static DccRules of(DccModel model, Policies policies, Baseline baseline) {
        var readings = EnumSet.noneOf(Reading.class);
        add(readings, Reading.YEAR_2019, baseline == Baseline.BASELINE_2019);
        add(readings, Reading.OTHERS_ONLY, policies.is(Policy.FIRST_ALERT_TO, "others"));
        add(readings, Reading.COMBINED, policies.is(Policy.HCALCS_ROUTE, "combined"));
        add(readings, Reading.GAS_FOR_SWITCHES, policies.is(Policy.HCALCS_SUPPLIERS, "import-and-gas"));
        add(readings, Reading.SR_11_1_FOR_DISPLAYS, policies.is(Policy.DISPLAY_REQUEST, "sr-11.1"));
        add(readings, Reading.ONE_ENTRY, policies.is(Policy.CPL_VERSIONS, "one"));
        add(readings, Reading.SUSPENDS_IHDS, policies.is(Policy.IHD_REMOVAL, "suspend"));
        return new DccRules(
                readings,
                model.form(),
                DccLimits.of(model, policies),
                inFlight(policies.value(Policy.IN_FLIGHT)),
                Set.of(),
                Set.of());
    }

    private static void add(Set<Reading> readings, Reading reading, boolean holds) {
        if (holds) {
            readings.add(reading);
        }
    }

    boolean year2019() {
        return readings.contains(Reading.YEAR_2019);
    }

    boolean othersOnly() {
        return readings.contains(Reading.OTHERS_ONLY);
    }

    boolean combined() {
        return readings.contains(Reading.COMBINED);
    }

    boolean gasForSwitches() {
        return readings.contains(Reading.GAS_FOR_SWITCHES);
    }

    boolean oneEntry() {
        return readings.contains(Reading.ONE_ENTRY);
    }

    boolean suspendsIhds() {
        return readings.contains(Reading.SUSPENDS_IHDS);
    }

    /** Whether SR 11.4 is for devices of that type. */
    boolean isDisplayUpdateFor(DeviceType type) {
        return switch (type) {
            case PPMID -> true;
            case IHD -> year2019();
            case HCALCS -> combined();
            case ESME, GSME, GPF, CHF, CAD -> false;
        };
    }

    /** Whether SR 11.1 is for devices of that type. */
    boolean isSentBySr111(DeviceType type) {
        return isActivatedBySr113(type)
                || (readings.contains(Reading.SR_11_1_FOR_DISPLAYS) && type.isDisplay() && isDisplayUpdateFor(type));
    }

    /** Whether SR 11.3 is for devices of that type. */
    boolean isActivatedBySr113(DeviceType type) {
        return switch (type) {
            case ESME, GSME -> true;
            case HCALCS -> !combined();
            case PPMID, IHD, GPF, CHF, CAD -> false;
        };
    }

    /** Whether SR 11.2 is for devices of that type. */
    boolean isReadFor(DeviceType type) {
        return switch (type) {
            case ESME, GSME, HCALCS -> true;
            case PPMID -> !year2019();
            case IHD, GPF, CHF, CAD -> false;
        };
    }

    /** Whether devices of that type are products of the Central Products List. */
    boolean isListed(DeviceType type) {
        return switch (type) {
            case ESME, GSME, HCALCS, PPMID, CHF -> true;
            case IHD -> year2019();
            case GPF, CAD -> false;
        };
    }

    DccRules waiving(RejectionReason reason) {
        var more = EnumSet.of(reason, waivedReasons.toArray(RejectionReason[]::new));
        return new DccRules(readings, form, limits, inFlight, more, waivedFaults);
    }

    DccRules waiving(RequestFault fault) {
        var more = EnumSet.of(fault, waivedFaults.toArray(RequestFault[]::new));
        return new DccRules(readings, form, limits, inFlight, waivedReasons, more);
    }

    DccRules with(DccLimits others) {
        return new DccRules(readings, form, others, inFlight, waivedReasons, waivedFaults);
    }

    DccRules with(InFlight other) {
        return new DccRules(readings, form, limits, other, waivedReasons, waivedFaults);
    }

    DccRules with(Reading reading, boolean holds) {
        var others = EnumSet.of(reading, readings.toArray(Reading[]::new));
        if (!holds) {
            others.remove(reading);
        }
        return new DccRules(others, form, limits, inFlight, waivedReasons, waivedFaults);
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

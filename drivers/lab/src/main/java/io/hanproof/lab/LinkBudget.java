package io.hanproof.lab;

import java.time.Duration;

/**
 * How long frames occupy the air of one hop, and how much of it a node may have. The figures are a model, not a
 * measurement: at 2.4 GHz an exchange of Image Block Request and a response of 40 octets takes 18 ms with APS security
 * and acknowledgements, at sub-GHz 50 ms.
 *
 * @param channelAccess what a transmitter waits before each frame, on average
 * @param octet time of one octet on the air
 * @param physicalOverhead octets before the MAC header: preamble, delimiter and length
 * @param turnaround from the end of a frame to its MAC acknowledgement
 * @param dutyCycle how much a node may transmit
 */
public record LinkBudget(
        Duration channelAccess, Duration octet, int physicalOverhead, Duration turnaround, DutyLimits dutyCycle) {
    private static final int MAC_ACKNOWLEDGEMENT = 5;
    private static final int MAC_OVERHEAD = 11; // header with short addresses, and the check sequence
    private static final int NWK_OVERHEAD =
            8 + 14 + 4; // header, security header with the extended nonce, integrity code
    private static final int APS_OVERHEAD = 8;
    private static final int APS_SECURITY = 5 + 4; // security header, integrity code

    /**
     * The share of a sliding hour that a node may transmit before it changes state, in millionths; at sub-GHz only.
     *
     * @param limited from here on a node is {@link DutyCycle#LIMITED}
     * @param critical from here on a hub may serve no image
     * @param suspended from here on a node transmits nothing
     */
    public record DutyLimits(int limited, int critical, int suspended) {
        static final int WHOLE = 1_000_000;

        public static final DutyLimits NONE = new DutyLimits(WHOLE, WHOLE, WHOLE);
        public static final DutyLimits SUB_GHZ = new DutyLimits(10_000, 18_000, 25_000);

        public DutyLimits {
            if (limited <= 0 || critical < limited || suspended < critical) {
                throw new IllegalArgumentException(
                        "duty cycle limits need limited <= critical <= suspended, found %d, %d, %d"
                                .formatted(limited, critical, suspended));
            }
        }
    }

    /** 250 kbit/s, no limit on the duty cycle. */
    public static LinkBudget band2400MHz() {
        return new LinkBudget(
                Duration.ofNanos(1_440_000), Duration.ofNanos(32_000), 6, Duration.ofNanos(192_000), DutyLimits.NONE);
    }

    /** 100 kbit/s; channel access includes listening before talking. */
    public static LinkBudget subGhz() {
        return new LinkBudget(
                Duration.ofNanos(4_500_000), Duration.ofNanos(80_000), 12, Duration.ZERO, DutyLimits.SUB_GHZ);
    }

    public LinkBudget with(DutyLimits limits) {
        return new LinkBudget(channelAccess, octet, physicalOverhead, turnaround, limits);
    }

    /** What a frame of that many ZCL octets takes on the air, without channel access and acknowledgements. */
    long frameNanos(int zclLength, boolean secured) {
        int overhead = physicalOverhead + MAC_OVERHEAD + NWK_OVERHEAD + APS_OVERHEAD + (secured ? APS_SECURITY : 0);
        return (overhead + zclLength) * octet.toNanos();
    }

    long macAcknowledgementNanos() {
        return turnaround.toNanos() + (physicalOverhead + MAC_ACKNOWLEDGEMENT) * octet.toNanos();
    }

    boolean limitsDuty() {
        return !dutyCycle.equals(DutyLimits.NONE);
    }
}

package io.hanproof.lab;

import java.util.Arrays;

/** How long one node has transmitted within the last hour, in slices of ten seconds. */
final class DutyMeter {
    private static final long HOUR = 3_600_000_000_000L;
    static final long SLICE = 10_000_000_000L;
    private static final int SLICES = (int) (HOUR / SLICE);

    private final LinkBudget.DutyLimits limits;
    private final long[] slices = new long[SLICES];
    private long slice = Long.MIN_VALUE;
    private long total;

    DutyMeter(LinkBudget.DutyLimits limits) {
        this.limits = limits;
    }

    void transmitted(long now, long airNanos) {
        roll(now);
        slices[index(slice)] += airNanos;
        total += airNanos;
    }

    DutyCycle state(long now) {
        roll(now);
        long millionths = total / (HOUR / LinkBudget.DutyLimits.WHOLE);
        if (millionths >= limits.suspended()) {
            return DutyCycle.SUSPENDED;
        }
        if (millionths >= limits.critical()) {
            return DutyCycle.CRITICAL;
        }
        return millionths >= limits.limited() ? DutyCycle.LIMITED : DutyCycle.NORMAL;
    }

    private void roll(long now) {
        long current = Math.floorDiv(now, SLICE);
        if (slice == Long.MIN_VALUE || current - slice >= SLICES) {
            Arrays.fill(slices, 0);
            total = 0;
            slice = current;
        }
        while (slice < current) {
            slice++;
            total -= slices[index(slice)];
            slices[index(slice)] = 0;
        }
    }

    private static int index(long slice) {
        return (int) Math.floorMod(slice, (long) SLICES);
    }
}

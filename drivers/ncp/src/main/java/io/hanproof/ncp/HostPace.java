package io.hanproof.ncp;

/**
 * How one host of a home lets time pass. Time passes while all that do so wait; a host that was spoken to since it last
 * arrived does not wait at all. One that is told of a beginning waits no longer, and holds time up until it lets time
 * pass again; what it ordered before it had acknowledged the beginning is void.
 */
final class HostPace {
    private boolean stepped;
    private boolean waiting;
    private boolean spoken;
    private long until;
    private long knowsFrom;

    /** It has said that it will let time pass. */
    void step() {
        stepped = true;
    }

    /** It is gone, or has begun anew: it neither lets time pass nor holds it up. */
    void leave() {
        stepped = false;
        waiting = false;
        spoken = false;
    }

    /** It is to be told that everything has begun anew, as the {@code frame}-th frame. */
    void begun(long frame) {
        waiting = false;
        spoken = false;
        knowsFrom = frame;
    }

    /**
     * It waits until then.
     *
     * @param acknowledged how many frames it has acknowledged: an order from before it knew of a beginning is void
     */
    void letPass(long untilNanos, long acknowledged) {
        stepped = true;
        if (acknowledged >= knowsFrom) {
            waiting = true;
            until = untilNanos;
        }
    }

    /** Something was said to it that it has not asked. */
    void spoken() {
        spoken = stepped;
    }

    boolean isStepped() {
        return stepped;
    }

    boolean isWaiting() {
        return stepped && waiting;
    }

    boolean hasWord() {
        return spoken;
    }

    long until() {
        return until;
    }

    /** Whether its waiting ends here. */
    boolean isDue(long now) {
        return isWaiting() && (spoken || until <= now);
    }

    void arrived() {
        waiting = false;
        spoken = false;
    }
}

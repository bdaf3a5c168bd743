package io.hanproof.hub;

/** How often a script is still to act. */
final class Countdown {
    private int left;

    Countdown(int times) {
        this.left = times;
    }

    boolean next() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}

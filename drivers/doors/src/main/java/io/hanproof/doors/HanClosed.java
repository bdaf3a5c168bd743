package io.hanproof.doors;

import io.hanproof.lab.BenchFault;

/** There is no HAN at the far end of the socket, or none any more: the run is over, or has not begun. */
public final class HanClosed extends BenchFault {
    private static final long serialVersionUID = 1L;

    HanClosed(String message) {
        super(message);
    }
}

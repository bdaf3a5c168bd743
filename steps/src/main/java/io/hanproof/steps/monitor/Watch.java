package io.hanproof.steps.monitor;

import io.hanproof.lab.Cursor;
import io.hanproof.lab.Entry;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import java.util.ArrayList;
import java.util.List;

/** One standing rule at work on one recording. */
abstract class Watch {
    /** More of the same say nothing more. */
    private static final int ENOUGH = 20;

    record Finding(int frame, String text) {}

    private final List<Finding> findings = new ArrayList<>();
    private long observed;

    /** A command of the OTA cluster. */
    void ota(OtaFrame frame) {}

    /** A version that a device said it runs, in a query or in an answer to a read. */
    void says(Eui64 device, long fileVersion, long nanos, int frame) {}

    /** Any frame. */
    void frame(Cursor frame) {}

    void power(Eui64 node, boolean on) {}

    void wan(WanMessage message, int number) {}

    /** A message crossed the DCC User Interface. */
    void user(Entry.User entry) {}

    /** An image came to the hub. */
    void delivered(Entry.RecordedDelivery delivery) {}

    /** The rule was put to the test, and held. */
    final void tested() {
        observed++;
    }

    /** The rule was put to the test; whether it was broken, and there is reason to say so once more. */
    final boolean broken(boolean broken) {
        observed++;
        return broken && findings.size() < ENOUGH;
    }

    final void found(int frame, String finding) {
        findings.add(new Finding(frame, finding));
    }

    final long observed() {
        return observed;
    }

    final List<Finding> findings() {
        return List.copyOf(findings);
    }
}

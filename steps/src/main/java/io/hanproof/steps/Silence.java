package io.hanproof.steps;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.Entry;
import io.hanproof.zcl.BasicAttribute;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ReadAttributes;
import java.time.Duration;

/**
 * Tells a target that says nothing from one that cannot be reached. Silence is no verdict: it is the target's fault only when
 * the target is sure to have had the question, and its link is found alive afterwards.
 */
final class Silence {
    /** Longer than a radio takes to give a frame up. */
    private static final Duration PROBE = Duration.ofSeconds(10);

    private final World world;

    Silence(World world) {
        this.world = world;
    }

    /**
     * No answer came.
     *
     * @param finding what the rule makes of that
     * @return the finding, to be thrown: the target had the question and can be reached
     * @throws BenchFault otherwise
     */
    AssertionError after(Sight<?> question, String finding) {
        if (delivery(question.number()) != Delivery.DELIVERED) {
            throw new BenchFault("%s; but frame %d was not acknowledged, so that the silence decides nothing"
                    .formatted(finding, question.number()));
        }
        return of(world.devices().nameOf(world.judgesHub() ? question.from() : question.to()), finding);
    }

    /** Nothing came that the target owed without being asked; {@code display} is one of its HAN, or itself. */
    AssertionError of(String display, String finding) {
        Sight<ReadAttributes> probe = probe(display);
        world.timeline()
                .advanceUntil(
                        () -> delivery(probe.number()) != Delivery.UNKNOWN,
                        world.timeline().instant().plus(PROBE));
        if (delivery(probe.number()) == Delivery.DELIVERED) {
            return new AssertionError(finding + "; its link is up (frame %d)".formatted(probe.number()));
        }
        throw new BenchFault(
                "%s; but the link probe of frame %d was not acknowledged: it is switched off or out of reach"
                        .formatted(finding, probe.number()));
    }

    /** Its answer does not matter, only that the link below it acknowledges. */
    private Sight<ReadAttributes> probe(String display) {
        return world.judgesHub()
                ? world.speech().displayReads(display, Cluster.BASIC, BasicAttribute.ZCL_VERSION.id())
                : world.speech().hubReads(display, BasicAttribute.ZCL_VERSION);
    }

    private Delivery delivery(int number) {
        return world.site().recording().entry(number) instanceof Entry.Frame frame
                ? frame.delivery()
                : Delivery.UNKNOWN;
    }
}

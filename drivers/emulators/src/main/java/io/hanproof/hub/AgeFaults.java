package io.hanproof.hub;

import static io.hanproof.hub.HubChanges.books;
import static io.hanproof.hub.HubChanges.drops;
import static io.hanproof.hub.HubMisbehaviours.fault;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Hubs that take the age of an image wrongly, under the readings by which it matters. */
final class AgeFaults {
    private static final String EXPIRY = "image-expiry";
    private static final String THIRTY_DAYS = "P30D";
    private static final String TWO_DAYS = "removed-after-two-days";

    private AgeFaults() {}

    static List<Misbehaviour<HubState, HubEvent, HubEffect>> all() {
        return List.of(
                fault(
                                "lets-no-image-grow-old",
                                "keeps an image however old it is",
                                "BUF-08",
                                seesAt(Duration.ofDays(-365)))
                        .under(EXPIRY, THIRTY_DAYS),
                fault(
                                "takes-images-for-older-than-they-are",
                                "lets an image be overwritten two days before it is old enough",
                                "BUF-08",
                                seesAt(Duration.ofDays(2)))
                        .under(EXPIRY, THIRTY_DAYS),
                fault(
                                "forgets-to-remove-an-image",
                                "does not remove an image that nobody has begun to fetch",
                                "BUF-16",
                                drops(effect -> effect instanceof HubEffect.Book(var timer, var at)
                                        && timer instanceof HubTimer.Removal))
                        .under(EXPIRY, TWO_DAYS),
                fault(
                                "removes-an-image-early",
                                "removes an image that nobody has begun to fetch after a day",
                                "BUF-16",
                                books(HubTimer.Removal.class, it -> it.minus(Duration.ofDays(1))))
                        .under(EXPIRY, TWO_DAYS),
                fault(
                                "removes-what-has-been-begun",
                                "removes an image after two days although a device has begun to fetch it",
                                "BUF-16",
                                removesRegardless())
                        .under(EXPIRY, TWO_DAYS));
    }

    /** Sees an arriving image at another time than it is: the images that are held are that much older. */
    private static Mutation<HubState, HubEvent, HubEffect> seesAt(Duration later) {
        return honest -> (event, state, now) -> {
            if (!(event instanceof HubEvent.ImageArrived)) {
                return honest.on(event, state, now);
            }
            var aged = new ArrayList<HeldImage>();
            state.images().forEach(it -> aged.add(it.arrivedAt(it.arrived().minus(later))));
            return honest.on(event, state.withImages(aged), now);
        };
    }

    private static Mutation<HubState, HubEvent, HubEffect> removesRegardless() {
        return honest -> (event, state, now) -> {
            var step = honest.on(event, state, now);
            return event instanceof HubEvent.Due(var timer) && timer instanceof HubTimer.Removal(int image)
                    ? new Step<>(step.state().without(it -> it.serial() == image), step.effects())
                    : step;
        };
    }
}

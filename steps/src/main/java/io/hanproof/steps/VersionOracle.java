package io.hanproof.steps;

import io.hanproof.lab.BenchFault;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds out what a display runs. CurrentFileVersion is an optional attribute, so a display that does not tell it is made to
 * say so in a query. A display that says nothing at all is no verdict: our link may be down.
 */
final class VersionOracle {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final World world;

    VersionOracle(World world) {
        this.world = world;
    }

    /** What the display said it runs, and where. */
    record Told(long version, Sight<?> shownBy) {}

    /** Whether the display answers a read at all. */
    boolean answers(String display) {
        return read(display).isPresent();
    }

    private Optional<Sight<ReadAttributesResponse>> read(String display) {
        int since = world.witness().next();
        var read = world.speech().hubReads(display, OtaAttribute.CURRENT_FILE_VERSION);
        return world.witness()
                .await(
                        ReadAttributesResponse.class,
                        since,
                        ANSWER,
                        it -> world.isFrom(it, display) && it.sequence() == read.sequence());
    }

    /** @throws BenchFault when the display answers neither way */
    Told ask(String display) {
        var answer = read(display);
        if (answer.isPresent()) {
            Optional<AttributeValue> told = answer.get().message().value(OtaAttribute.CURRENT_FILE_VERSION.id());
            if (told.isPresent() && told.get() instanceof AttributeValue.Number(var type, long version)) {
                return new Told(version, answer.get());
            }
        }
        return askByQuery(display);
    }

    private Told askByQuery(String display) {
        int since = world.witness().next();
        world.speech().hubNotifies(display);
        return world.witness()
                .await(QueryNextImageRequest.class, since, world.timing().query(), it -> world.isFrom(it, display))
                .map(it -> new Told(it.message().running().fileVersion(), it))
                .orElseThrow(() -> new BenchFault(
                        "the %s tells its firmware neither as CurrentFileVersion nor in a query: it is silent, or out of reach"
                                .formatted(display)));
    }

    static boolean isNumber(AttributeValue value, long expected) {
        return value instanceof AttributeValue.Number(var type, long number) && number == expected;
    }
}

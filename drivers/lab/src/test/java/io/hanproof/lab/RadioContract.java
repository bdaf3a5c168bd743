package io.hanproof.lab;

import static io.hanproof.lab.Hans.zcl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every radio keeps to. Two radios are on one HAN, each with endpoint 1; nobody has the address {@link #NOBODY}. A
 * real radio may change a broadcast's destination to its own address, so that the contract leaves it open.
 */
public abstract class RadioContract {
    static final Eui64 NOBODY = Eui64.parse("00DB1234567890FF");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    /** Two radios on one HAN, and the timeline that both deliver on. */
    public record Pair(Timeline timeline, Radio one, Radio other) {}

    private final List<ApsFrame> heardByOne = new ArrayList<>();
    private final List<ApsFrame> heardByOther = new ArrayList<>();
    private final List<Delivery> confirmed = new ArrayList<>();

    protected abstract Pair join();

    private Pair pair;

    @BeforeEach
    void joinAndListen() {
        pair = join();
        pair.one().listen(heardByOne::add);
        pair.other().listen(heardByOther::add);
        pair.one().confirm((frame, delivery) -> confirmed.add(delivery));
    }

    @AfterEach
    void close() {
        pair.one().close();
        pair.other().close();
    }

    @Test
    void aUnicastReachesItsDestinationAsItWasSent() {
        var frame = unicast(Hans.BLOCK_REQUEST);

        pair.one().send(frame);
        waitFor(() -> !heardByOther.isEmpty());

        assertThat(heardByOther).containsExactly(frame);
        assertThat(heardByOne).isEmpty();
    }

    @Test
    void nothingArrivesBeforeTheTimelineAdvances() {
        pair.one().send(unicast(zcl(1)));

        assertThat(heardByOther).isEmpty();
    }

    @Test
    void framesArriveInTheOrderOfSending() {
        for (int i = 0; i < 5; i++) {
            pair.one().send(unicast(zcl(i)));
        }
        waitFor(() -> heardByOther.size() == 5);

        assertThat(heardByOther).extracting(ApsFrame::zcl).containsExactly(zcl(0), zcl(1), zcl(2), zcl(3), zcl(4));
    }

    @Test
    void aBroadcastReachesTheOthersAndNotItsSender() {
        pair.one().send(Hans.broadcast(pair.one().address(), 255, zcl(1)));
        waitFor(() -> !heardByOther.isEmpty());

        assertThat(heardByOther).singleElement().satisfies(it -> {
            assertThat(it.source()).isEqualTo(pair.one().address());
            assertThat(it.zcl()).isEqualTo(zcl(1));
        });
        assertThat(heardByOne).isEmpty();
    }

    @Test
    void anAcknowledgedFrameIsConfirmedOnce() {
        pair.one().send(unicast(zcl(1)));
        waitFor(() -> !confirmed.isEmpty());
        pair.timeline().advance(A_WHILE);

        assertThat(confirmed).containsExactly(Delivery.DELIVERED);
    }

    @Test
    void aFrameToNobodyIsConfirmedAsLost() {
        pair.one().send(Hans.unicast(pair.one().address(), NOBODY, zcl(1)));
        waitFor(() -> !confirmed.isEmpty());

        assertThat(confirmed).containsExactly(Delivery.LOST);
    }

    @Test
    void anUnacknowledgedFrameIsNotConfirmed() {
        pair.one().send(Hans.unacknowledged(pair.one().address(), pair.other().address(), zcl(1)));
        waitFor(() -> !heardByOther.isEmpty());
        pair.timeline().advance(A_WHILE);

        assertThat(confirmed).isEmpty();
    }

    @Test
    void theLastListenerNamedIsTheOneThatHears() {
        var heard = new ArrayList<ApsFrame>();
        pair.other().listen(heard::add);

        pair.one().send(unicast(zcl(1)));
        waitFor(() -> !heard.isEmpty());

        assertThat(heard).hasSize(1);
        assertThat(heardByOther).isEmpty();
    }

    @Test
    void aClosedRadioCannotSend() {
        pair.one().close();
        pair.one().close();

        assertThatThrownBy(() -> pair.one().send(unicast(zcl(1)))).isInstanceOf(BenchFault.class);
    }

    private ApsFrame unicast(Octets zcl) {
        return Hans.unicast(pair.one().address(), pair.other().address(), zcl);
    }

    private void waitFor(BooleanSupplier condition) {
        Timeline timeline = pair.timeline();
        assertThat(timeline.advanceUntil(condition, timeline.instant().plus(PATIENCE)))
                .as("it happens within %s", PATIENCE)
                .isTrue();
    }
}

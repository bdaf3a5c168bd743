package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.launcher.ScenarioCost.Pending;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a recording shows of what it cost. */
class ScenarioCostTest {
    private static final long AN_HOUR = 3600;

    private final Air air = new Air();

    @Test
    void aWholeUpdateIsOneDownloadAndOneUpdate() {
        air.asks(0x10).downloads(0x20, 0).waits(Air.REBOOT).reads(0x20);

        var cost = air.cost(air.number());

        assertThat(cost.downloads()).isEqualTo(1);
        assertThat(cost.blocks()).isEqualTo(3);
        assertThat(cost.octets()).isEqualTo(120);
        assertThat(cost.fetching()).isEqualTo(Duration.ofSeconds(4));
        assertThat(cost.fetched()).containsExactly(0x20L);
        assertThat(cost.needs()).contains(0x10L);
        assertThat(cost.activated()).containsExactly(0x20L);
        assertThat(cost.due()).containsExactly(0x20L);
        assertThat(cost.pending()).isEmpty();
        assertThat(cost.switchings()).isZero();
    }

    @Test
    void whatPassesBeforeAnythingCrossesIsNoWait() {
        air.waits(Duration.ofHours(1)).asks(0x10).waits(Duration.ofMinutes(5)).asks(0x10);

        assertThat(air.cost().time()).isEqualTo(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(air.cost().begun()).isEqualTo(Duration.ofHours(3).plusSeconds(1));
    }

    @Test
    void aDownloadBeginsWithAnOfferAndTheFirstOctet() {
        air.asks(0x10).offers(0x20).asksForBlock(0x20, 0).asksForBlock(0x20, 0).servesBlock(0x20, 0);
        assertThat(air.cost().downloads()).isEqualTo(1);

        air.asks(0x10).offers(0x20).asksForBlock(0x20, 40);
        assertThat(air.cost().downloads()).as("one that goes on half-way").isEqualTo(1);

        air.asks(0x10).offers(0x30).asksForBlock(0x30, 0);
        assertThat(air.cost().downloads()).isEqualTo(2);
        assertThat(air.cost().fetched()).containsExactly(0x20L, 0x30L);
    }

    @Test
    void aLongPauseBetweenBlocksIsNotThePaceOfTheHan() {
        air.asks(0x10).offers(0x20).asksForBlock(0x20, 0).servesBlock(0x20, 0);
        air.waits(Duration.ofHours(2)).asksForBlock(0x20, 40).servesBlock(0x20, 40);

        assertThat(air.cost().fetching()).isEqualTo(Duration.ZERO);
    }

    @Test
    void anImageThatWaitsForItsTimeIsPending() {
        air.asks(0x10).downloads(0x20, AN_HOUR).reads(0x10);

        var told = air.now().minusSeconds(1);
        assertThat(air.cost().activated()).isEmpty();
        assertThat(air.cost().due()).isEmpty();
        assertThat(air.cost().pending()).contains(new Pending(0x20, Optional.of(told.plusSeconds(AN_HOUR))));
    }

    @Test
    void anImageThatWaitsForTheHubIsPendingWithoutATime() {
        air.asks(0x10).offers(0x20).fetches(0x20).ends(0x20).tellsToWait(0x20).reads(0x10);

        assertThat(air.cost().pending()).contains(new Pending(0x20, Optional.empty()));
        assertThat(air.cost().leavesDownload()).isTrue();
    }

    @Test
    void anActivationOfWhichNothingIsHeardAnyMoreCountsAsAnUpdate() {
        air.asks(0x10).downloads(0x20, 0);

        assertThat(air.cost().activated()).containsExactly(0x20L);
    }

    @Test
    void anOrderThatWasLostIsNone() {
        air.asks(0x10).offers(0x20).fetches(0x20).ends(0x20).tellsInVain(0x20, 0);

        assertThat(air.cost().activated()).isEmpty();
        assertThat(air.cost().downloaded()).isEmpty();
    }

    @Test
    void aPartThatIsOnlyStoredIsDueAndNotActivated() {
        air.asks(0x10).downloads(0x15, 0).reads(0x10).waits(Air.REBOOT).reads(0x10);

        assertThat(air.cost().activated()).isEmpty();
        assertThat(air.cost().due()).containsExactly(0x15L);
        assertThat(air.cost().pending()).isEmpty();
    }

    @Test
    void whatADeviceRanIsNotGuessedFromWhatItRunsAfterwards() {
        air.downloads(0x20, 0).waits(Air.REBOOT).reads(0x20);

        assertThat(air.cost().needs()).isEmpty();
        assertThat(air.cost().activated()).containsExactly(0x20L);
    }

    @Test
    void twoUpdatesAreCountedInTheirOrder() {
        air.asks(0x10).downloads(0x20, 0).waits(Air.REBOOT).asks(0x20);
        air.downloads(0x30, 0).waits(Air.REBOOT).reads(0x30);

        assertThat(air.cost().activated()).containsExactly(0x20L, 0x30L);
        assertThat(air.cost().needs()).contains(0x10L);
    }

    @Test
    void onlySwitchingADeviceCosts() {
        air.asks(0x10).switches(false).switches(true).switchesHub(false).switchesHub(true);

        assertThat(air.cost().switchings()).isEqualTo(2);
    }

    static Stream<Named<UnaryOperator<Air>>> whatLeavesADownload() {
        return Stream.of(
                Named.of("nothing", it -> it),
                Named.of("reading the version", it -> it.reads(0x10)),
                Named.of("a query that brings nothing", it -> it.asks(0x10).hasNone()),
                Named.of(
                        "the same order again",
                        it -> it.waits(Duration.ofMinutes(30)).ends(0x20).tellsToActivate(0x20, AN_HOUR - 1802)));
    }

    @ParameterizedTest
    @MethodSource("whatLeavesADownload")
    void aDownloadIsAsItWasAfter(UnaryOperator<Air> what) {
        var cost = what.apply(air.asks(0x10).downloads(0x20, AN_HOUR)).cost();

        assertThat(cost.leavesDownload()).isTrue();
        assertThat(cost.downloaded()).contains(Duration.ofHours(2).plusSeconds(10));
    }

    static Stream<Named<UnaryOperator<Air>>> whatChangesADownload() {
        return Stream.of(
                Named.of("its activation", it -> it.waits(Duration.ofHours(1)).reads(0x20)),
                Named.of(
                        "its activation time, whether it is obeyed or not",
                        it -> it.waits(Duration.ofHours(1)).reads(0x10)),
                Named.of("a block more", it -> it.asksForBlock(0x20, 40)),
                Named.of("another download", it -> it.asks(0x10).downloads(0x30, AN_HOUR)),
                Named.of("an order for now", it -> it.tellsToActivate(0x20, 0)),
                Named.of("an order for another time", it -> it.tellsToActivate(0x20, AN_HOUR)),
                Named.of("an order to wait", it -> it.tellsToWait(0x20)),
                Named.of("an order for another image", it -> it.tellsToActivate(0x30, AN_HOUR - 1)),
                Named.of("a restart", it -> it.switches(false).switches(true)),
                Named.of("an image that comes to the hub", Air::delivers));
    }

    @ParameterizedTest
    @MethodSource("whatChangesADownload")
    void aDownloadIsNoLongerAsItWasAfter(UnaryOperator<Air> what) {
        var started = air.asks(0x10).downloads(0x20, AN_HOUR).waits(Duration.ofSeconds(10));

        var cost = what.apply(started).cost();

        assertThat(cost.leavesDownload()).isFalse();
    }

    @Test
    void aVerdictOnFramesBeforeTheEndOfTheDownloadJudgesTheDownload() {
        air.asks(0x10).offers(0x20).fetches(0x20);
        int block = air.number();
        air.ends(0x20).tellsToActivate(0x20, AN_HOUR);
        int told = air.number();
        air.reads(0x10);
        int read = air.number();

        assertThat(air.cost(read).judgesLater()).isTrue();
        assertThat(air.cost(told, read).judgesLater()).isFalse();
        assertThat(air.cost(block, read).judgesLater()).isFalse();
        assertThat(air.cost().judgesLater()).as("nothing was observed").isFalse();
    }

    @Test
    void whatWasNotExecutedCostsNothing() {
        var nothing = new Air().result();

        var cost = ScenarioCost.of(nothing, Air.START, Air.REBOOT);

        assertThat(cost.time()).isEqualTo(Duration.ZERO);
        assertThat(List.of(cost.downloads(), cost.switchings())).containsOnly(0);
    }
}

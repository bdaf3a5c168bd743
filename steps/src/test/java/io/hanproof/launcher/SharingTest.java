package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may go on one download, and in which order. */
class SharingTest extends BenchPlanFixture {
    private void assertThatNobodyShares() {
        assertThat(names(plan("restore: downgrade\n")))
                .allSatisfy(it -> assertThat(it).hasSize(1));
    }

    @Test
    void whatFetchesNothingComesFirstAndWhatChangesTheDeviceLast() {
        atOnce("updates");
        scenario("fetches", started().offers(0x20).fetches(0x20), RUNNING, "When the PPMID fetches the image");
        query("asks");

        var plan = plan("restore: downgrade\n");

        assertThat(names(plan)).containsExactly(List.of("asks"), List.of("fetches"), List.of("updates"));
    }

    @Test
    void whatLeavesADownloadIsFollowedByWhatGoesByTheClockOnTheSameOne() {
        inTime("in-time");
        early("early");

        var plan = plan("restore: downgrade\n");

        assertThat(names(plan)).containsExactly(List.of("early", "in-time"));
        assertThat(plan.groups())
                .singleElement()
                .satisfies(it -> assertThat(it.shares()).isTrue());
        assertThat(plan.totals().downloads()).isEqualTo(1);
        assertThat(plan.totals().time()).isEqualTo(cost("in-time").time());
    }

    @Test
    void whatDeclaresAnotherDownloadHasOneOfItsOwn() {
        early("early");
        scenario(
                "other-time",
                started().downloads(0x20, AN_HOUR).waits(Duration.ofHours(1)).reads(0x20),
                RUNNING,
                "Given the PPMID has downloaded image 0x20, to activate at 04:00",
                "When the clock reaches 04:00");
        scenario(
                "other-hub",
                started().downloads(0x20, AN_HOUR).waits(Duration.ofHours(1)).reads(0x20),
                RUNNING,
                "Given the hub gives the activation time as UTC times",
                DOWNLOADED,
                "When the clock reaches 03:00");

        assertThatNobodyShares();
    }

    @Test
    void whatJudgesTheDownloadItselfHasOneOfItsOwn() {
        early("early");
        var air = started().downloads(0x20, AN_HOUR);
        int told = air.number();
        scenario(
                "judges-the-end-of-it",
                air.waits(Duration.ofHours(1)).reads(0x20),
                List.of(told, air.number()),
                RUNNING,
                DOWNLOADED,
                "When the clock reaches 03:00");

        assertThatNobodyShares();
    }

    @Test
    void whatCountsTimeFromWhereItBeginsHasADownloadOfItsOwn() {
        early("early");
        scenario(
                "an-hour-later",
                started().downloads(0x20, AN_HOUR).waits(Duration.ofHours(1)).reads(0x20),
                RUNNING,
                DOWNLOADED,
                "When 1 hour passes",
                "Then the PPMID is running firmware 0x20");

        assertThatNobodyShares();
    }

    @Test
    void whatLooksBeforeTheOtherEndsHasADownloadOfItsOwn() {
        early("early");
        var air = started().downloads(0x20, AN_HOUR).reads(0x10);
        scenario(
                "looks-at-once",
                air.waits(Duration.ofHours(1)).reads(0x20),
                List.of(air.number() - 1, air.number()),
                RUNNING,
                DOWNLOADED,
                "When the clock reaches 03:00");

        assertThatNobodyShares();
    }

    @Test
    void nothingFollowsWhatDoesNotLeaveTheDownloadAsItWas() {
        inTime("in-time");
        inTime("in-time-again");

        assertThat(names(plan("restore: downgrade\n"))).containsExactly(List.of("in-time"), List.of("in-time-again"));
    }

    @Test
    void aScenarioThatDeclaresTwoDownloadsSharesNone() {
        String first = "Given the PPMID has downloaded image 0x15, to activate now";
        scenario("one", started().downloads(0x20, AN_HOUR).reads(0x10), RUNNING, first, DOWNLOADED, "When x");
        scenario(
                "two",
                started().downloads(0x20, AN_HOUR).waits(Duration.ofHours(1)).reads(0x20),
                RUNNING,
                first,
                DOWNLOADED,
                "When the clock reaches 03:00");

        assertThatNobodyShares();
    }
}

package io.hanproof.ncp;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.BenchOrder;
import io.hanproof.lab.BenchReport;
import io.hanproof.lab.Timeline;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SteppedTimeTest {
    private static final long START = Timeline.toNanos(Instant.parse("2026-01-01T00:00:00Z"));
    private static final long SECOND = 1_000_000_000L;
    private static final BenchOrder.Begin BEGIN = new BenchOrder.Begin(7, START, Optional.empty(), Optional.empty());

    private final Home home = Homes.with(List.of(new Homes.Clock(Duration.ofSeconds(10))));
    private final MemoryLine line = new MemoryLine();
    private final EmulatedStick stick = home.stick(StickSettings.of(Homes.STICK, 8));

    SteppedTimeTest() {
        stick.plug(line);
    }

    @AfterEach
    void closeTheHome() {
        home.close();

        assertThat(home.failures()).isEmpty();
        assertThat(stick.errors()).isEmpty();
    }

    @Test
    void saysThatItIsABench() {
        var host = TestHost.coordinator(line, 8);

        Octets answer = host.custom(new BenchOrder.Hello());

        assertThat(answer).isEqualTo(Octets.hex("00 09 68616E70726F6F66 01"));
    }

    @Test
    void letsTimePassUpToWhereTheHostAllows() {
        var host = begun(TestHost.coordinator(line, 8));

        host.custom(new BenchOrder.LetPass(START + 3 * SECOND));

        var heard = host.untilArrived();
        assertThat(heard).hasSize(1);
        assertThat(TestHost.arrival(heard)).isEqualTo(START + 3 * SECOND);
    }

    @Test
    void stopsAtTheFirstWordToTheHost() {
        var host = begun(TestHost.coordinator(line, 8));

        host.custom(new BenchOrder.LetPass(START + 60 * SECOND));

        var heard = host.untilArrived();
        assertThat(heard).extracting(EzspFrame::id).containsExactly(0x45, 0x54);
        assertThat(TestHost.arrival(heard)).isBetween(START + 10 * SECOND, START + 10 * SECOND + SECOND / 100);
    }

    @Test
    void passesTheSameInstantsEveryTime() {
        var host = TestHost.coordinator(line, 8);

        var first = instants(begun(host));
        var second = instants(begun(host));

        assertThat(first).hasSize(5).isEqualTo(second);
    }

    private static List<Long> instants(TestHost host) {
        return Stream.generate(() -> {
                    host.custom(new BenchOrder.LetPass(START + 100 * SECOND));
                    return TestHost.arrival(host.untilArrived());
                })
                .limit(5)
                .toList();
    }

    @Test
    void standsStillUntilEveryHostWaits() {
        var other = secondHost();
        var host = begun(TestHost.coordinator(line, 8));
        other.custom(new BenchOrder.Hello());
        host.custom(new BenchOrder.LetPass(START + 5 * SECOND));
        host.custom(new BenchOrder.Hello());
        assertThat(host.exchange(0x05, Octets.NONE).id()).isEqualTo(0x05);

        other.custom(new BenchOrder.LetPass(START + 2 * SECOND));

        assertThat(TestHost.arrival(other.untilArrived())).isEqualTo(START + 2 * SECOND);
        other.custom(new BenchOrder.LetPass(START + 60 * SECOND));
        assertThat(TestHost.arrival(host.untilArrived())).isEqualTo(START + 5 * SECOND);
    }

    @Test
    void stopsForTheHostThatIsSpokenToAlone() {
        var host = TestHost.coordinator(line, 8);
        host.command(0x22, "FF");
        var other = secondHost().addEndpoint(1).secure();
        other.command(0x1F, "02" + TestHost.network(11));
        other.custom(new BenchOrder.Hello());
        begun(host);
        other.callback(0x54);
        other.custom(new BenchOrder.LetPass(START));
        other.untilArrived();
        host.unicast(TestHost.u16(other.command(0x27, ""), 0), 0x0109, 0x0019, 0, 1, "180100");

        host.custom(new BenchOrder.LetPass(START + 9 * SECOND));
        host.untilArrived();
        host.custom(new BenchOrder.LetPass(START + 9 * SECOND));
        other.custom(new BenchOrder.LetPass(START + 8 * SECOND));

        var heard = other.untilArrived();
        assertThat(heard).extracting(EzspFrame::id).containsExactly(0x45, 0x54);
        assertThat(TestHost.arrival(heard)).isBetween(START + SECOND / 1000, START + SECOND / 100);
        other.custom(new BenchOrder.LetPass(START + 60 * SECOND));
        assertThat(TestHost.arrival(host.untilArrived())).isEqualTo(START + 9 * SECOND);
    }

    @Test
    void holdsTimeUpForAHostThatIsToFollow() {
        var other = secondHost();
        other.custom(new BenchOrder.Hello());
        var host = begun(TestHost.coordinator(line, 8));
        host.custom(new BenchOrder.LetPass(START + SECOND));
        other.custom(new BenchOrder.LetPass(START + SECOND)); // it has not heard of the beginning
        other.callback(0x54);

        other.custom(new BenchOrder.LetPass(START + SECOND / 2));

        assertThat(TestHost.arrival(other.untilArrived())).isEqualTo(START + SECOND / 2);
    }

    @Test
    void tellsAnotherHostThatEverythingBeginsAnew() {
        var host = TestHost.coordinator(line, 8);
        var other = secondHost();
        other.custom(new BenchOrder.Hello());

        begun(host);

        Octets report = other.callback(0x54);
        assertThat(report).isEqualTo(Octets.hex("11").plus(new BenchReport.Begun(7, START).write()));
    }

    @Test
    void goesOnInWallTimeWhenTheHostHasGone() {
        var host = begun(TestHost.coordinator(line, 8));
        host.close();

        var next = TestHost.on(line).start(8);

        assertThat(home.isStepped()).isFalse();
        next.close();
    }

    private TestHost secondHost() {
        var secondLine = new MemoryLine();
        home.stick(StickSettings.of(Homes.SECOND_STICK, 8)).plug(secondLine);
        return TestHost.on(secondLine).start(8);
    }

    private static TestHost begun(TestHost host) {
        host.custom(BEGIN);
        host.custom(new BenchOrder.LetPass(START));
        host.untilArrived();
        return host;
    }
}

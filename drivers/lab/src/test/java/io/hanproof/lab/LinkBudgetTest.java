package io.hanproof.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hanproof.octets.Octets;
import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LinkBudgetTest {
    private static final Octets REQUEST = Octets.copyOf(new byte[17]);
    private static final Octets RESPONSE_OF_40 = Octets.copyOf(new byte[57]);
    private static final Octets RESPONSE_OF_63 = Octets.copyOf(new byte[80]);
    private static final int BLOCKS = 750_000 / 40;

    @Test
    void aSecuredAndAcknowledgedBlockOf40OctetsTakes18MillisecondsAt2400MHz() {
        assertThat(exchange(LinkBudget.band2400MHz(), RESPONSE_OF_40, true, true))
                .isCloseTo(millis(18), Percentage.withPercentage(1));
    }

    @Test
    void withoutApsSecurityAndAcknowledgementsItTakes9Point6() {
        assertThat(exchange(LinkBudget.band2400MHz(), RESPONSE_OF_40, false, false))
                .isCloseTo(millis(9.6), Percentage.withPercentage(1));
    }

    @Test
    void aBlockOf63OctetsWithoutApsSecurityTakes17Point6() {
        assertThat(exchange(LinkBudget.band2400MHz(), RESPONSE_OF_63, false, true))
                .isCloseTo(millis(17.6), Percentage.withPercentage(1));
    }

    @Test
    void anImageOf750000OctetsTakesAQuarterOfAnHourAtSubGhz() {
        long block = exchange(LinkBudget.subGhz(), RESPONSE_OF_40, true, true);

        assertThat(block * BLOCKS).isCloseTo(millis(15.8 * 60_000), Percentage.withPercentage(1));
    }

    @Test
    void theHubTransmits335SecondsOfIt() {
        var air = new Air(LinkBudget.subGhz());

        long perBlock =
                air.senderNanos(frame(RESPONSE_OF_40, true, true)) + air.receiverNanos(frame(REQUEST, true, true));

        assertThat(perBlock * BLOCKS).isCloseTo(millis(335_000), Percentage.withPercentage(1));
    }

    @Test
    void dutyCycleLimitsAreInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinkBudget.DutyLimits(20_000, 10_000, 30_000))
                .withMessage("duty cycle limits need limited <= critical <= suspended, found 20000, 10000, 30000");
    }

    private static long exchange(LinkBudget budget, Octets response, boolean secured, boolean acknowledged) {
        var air = new Air(budget);
        var request = frame(REQUEST, secured, acknowledged);
        long arrived = air.claim(0, request);
        var answer = frame(response, secured, acknowledged);
        return air.claim(arrived, answer) + air.acknowledgementNanos(answer);
    }

    private static ApsFrame frame(Octets zcl, boolean secured, boolean acknowledged) {
        return new ApsFrame(Hans.HUB, Hans.PPMID, Hans.SMART_ENERGY, Hans.OTA, 1, 1, secured, acknowledged, zcl);
    }

    private static long millis(double count) {
        return Duration.ofNanos((long) (count * 1_000_000)).toNanos();
    }
}

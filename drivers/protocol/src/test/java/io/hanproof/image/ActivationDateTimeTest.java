package io.hanproof.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.zcl.UtcTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ActivationDateTimeTest {
    @Test
    void countsSecondsFromTheYear2000() {
        var activation = ActivationDateTime.at(Instant.parse("2000-01-02T00:00:00Z"));

        assertThat(activation).isEqualTo(new ActivationDateTime(new UtcTime(86_400)));
        assertThat(activation.instant()).contains(Instant.parse("2000-01-02T00:00:00Z"));
    }

    @Test
    void hasNoInstantWhenItIsNow() {
        assertThat(ActivationDateTime.NOW.instant()).isEmpty();
    }

    @Test
    void isNeverBeforeTheInstantAskedFor() {
        var activation = ActivationDateTime.at(Instant.parse("2000-01-01T00:00:01.001Z"));

        assertThat(activation.instant()).contains(Instant.parse("2000-01-01T00:00:02Z"));
    }

    @Test
    void reachesFromTheSecondAfterNowToTheLastThatIsATime() {
        assertThat(ActivationDateTime.at(Instant.parse("2000-01-01T00:00:01Z")).utcTime())
                .isEqualTo(new UtcTime(1));
        assertThat(ActivationDateTime.at(Instant.parse("2136-02-07T06:28:14Z")).utcTime())
                .isEqualTo(new UtcTime(0xFFFF_FFFEL));
        assertThatThrownBy(() -> ActivationDateTime.at(Instant.parse("2000-01-01T00:00:00Z")))
                .hasMessage("activation date-time cannot tell 2000-01-01T00:00:00Z from now");
        assertThatThrownBy(() -> ActivationDateTime.at(Instant.parse("2136-02-07T06:28:15Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

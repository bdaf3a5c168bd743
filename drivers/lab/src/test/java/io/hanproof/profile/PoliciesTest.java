package io.hanproof.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    @Test
    void everyPolicyHasItsFirstReadingByDefault() {
        for (Policy policy : Policy.values()) {
            assertThat(Policies.DEFAULT.value(policy))
                    .isEqualTo(policy.readings().getFirst());
        }
    }

    @Test
    void aPolicyIsFoundByItsName() {
        assertThat(Policy.named("read-back-delay")).contains(Policy.READ_BACK_DELAY);
        assertThat(Policy.named("READ_BACK_DELAY")).isEmpty();
    }

    @Test
    void aChosenReadingReplacesTheDefaultAndIsListed() {
        var policies = Policies.DEFAULT.with(Policy.READ_BACK_DELAY, "PT15M").with(Policy.OFFER, "newer");

        assertThat(policies.duration(Policy.READ_BACK_DELAY)).isEqualTo(Duration.ofMinutes(15));
        assertThat(policies.is(Policy.OFFER, "newer")).isTrue();
        assertThat(policies.chosen().keySet()).containsExactly(Policy.READ_BACK_DELAY, Policy.OFFER);
        assertThat(Policies.DEFAULT.chosen()).isEmpty();
    }

    @Test
    void aReadingThatThePolicyLacksIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policies.DEFAULT.with(Policy.OFFER, "older"))
                .withMessage("policy offer needs one of any, newer, found older");
        assertThatIllegalArgumentException().isThrownBy(() -> Policies.DEFAULT.with(Policy.READ_BACK_DELAY, "PT-1M"));
    }
}

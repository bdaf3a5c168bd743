package io.hanproof.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.Misbehaviour;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HubMisbehavioursTest {
    private final List<Misbehaviour<HubState, HubEvent, HubEffect>> all = HubMisbehaviours.all();

    @Test
    void haveNamesOfTheirOwnInWordsJoinedByHyphens() {
        assertThat(all).extracting(Misbehaviour::name).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(it -> assertThat(it.name()).matches("[a-z]+(-[a-z0-9]+)+"));
    }

    @Test
    void sayWhatTheyDoInTheThirdPerson() {
        assertThat(all).allSatisfy(it -> assertThat(it.does()).matches("(does not|[a-z]+s) .*[^.]"));
    }

    @Test
    void nameTheRequirementsThatTheyBreak() {
        assertThat(all)
                .allSatisfy(it -> assertThat(it.breaks())
                        .isNotEmpty()
                        .allSatisfy(requirement -> assertThat(requirement).matches("[A-Z]{3}-\\d\\d")));
    }

    @Test
    void nameReadingsThatThereAre() {
        assertThat(all)
                .allSatisfy(it -> it.policies()
                        .forEach((policy, value) -> assertThat(Policies.DEFAULT.with(
                                        Policy.named(policy).orElseThrow(), value))
                                .isNotNull()));
    }
}

package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.profile.Profile;
import io.hanproof.profile.ProfileCatalogue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicabilityTest {
    private static final ProfileCatalogue PROFILES = ProfileCatalogue.shipped();
    private final Profile ppmid = PROFILES.read("ppmid-example");

    private static Conditions tagged(String... tags) {
        return Conditions.of(List.of(tags), Set.of());
    }

    private Applicability under(Baseline baseline, Policies policies) {
        return new Applicability(ppmid, baseline, policies);
    }

    @Test
    void aScenarioWithoutConditionsAppliesEverywhere() {
        assertThat(under(Baseline.BASELINE_2019, Policies.DEFAULT).against(tagged("@target:device", "@must")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@policy:overwrite=working-group | holds under overwrite=working-group; this run follows annex-a",
                "@baseline:2020 | holds under baseline 2020; this run follows 2019",
                "@needs:clockless | needs clockless; profile ppmid-example declares own-clock",
                "@needs:sub-ghz | needs sub-ghz; profile ppmid-example does not declare sub-ghz",
                "@device:IHD | is about a IHD; profile ppmid-example is for a PPMID",
            })
    void whatDoesNotHoldIsTheReason(String tag, String reason) {
        assertThat(under(Baseline.BASELINE_2019, Policies.DEFAULT).against(tagged("@target:device", tag)))
                .contains(reason);
    }

    @Test
    void ofOnePolicyAnyValueWillDoAndOfSeveralPoliciesAll() {
        Policies working = Policies.DEFAULT.with(Policy.OVERWRITE, "working-group");
        Conditions either = tagged("@target:hub", "@policy:overwrite=pia", "@policy:overwrite=working-group");
        Conditions both = tagged("@target:hub", "@policy:overwrite=working-group", "@policy:offer=newer");

        assertThat(under(Baseline.BASELINE_2019, working).against(either)).isEmpty();
        assertThat(under(Baseline.BASELINE_2019, working).against(both))
                .contains("holds under offer=newer; this run follows any");
    }

    @Test
    void everyReasonIsTold() {
        assertThat(under(Baseline.BASELINE_2019, Policies.DEFAULT)
                        .against(tagged("@target:device", "@baseline:2020", "@policy:offer=newer")))
                .contains("holds under baseline 2020; this run follows 2019; "
                        + "holds under offer=newer; this run follows any");
    }

    @Test
    void theLaterBaselineLeavesIhdsOut() {
        Profile ihd = PROFILES.read("ihd-example");

        assertThat(new Applicability(ihd, Baseline.BASELINE_2020, Policies.DEFAULT).against(tagged("@target:device")))
                .contains("profile ihd-example is an IHD, which baseline 2020 leaves out");
    }

    @Test
    void aHubIsJudgedWithTheDevicesOfItsProfile() {
        Profile hub = PROFILES.read("hub-example");

        assertThat(new Applicability(hub, Baseline.BASELINE_2019, Policies.DEFAULT)
                        .against(tagged("@target:hub", "@device:IHD")))
                .isEmpty();
    }
}

package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunSetupTest {
    private final RunOptions options = new RunOptions();

    private static Misbehaviours.Known misbehaviour(Target actor) {
        return Misbehaviours.all().stream()
                .filter(it -> it.actor() == actor)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> profiles(RunSetup setup) {
        return setup.products().stream().map(it -> it.profile().name()).toList();
    }

    @Test
    void withoutAWordAllShippedProfilesAreTestedUnderTheDefaultReadings() {
        RunSetup setup = RunSetup.of(options);

        assertThat(profiles(setup)).contains("hub-example", "ihd-example", "ppmid-example");
        assertThat(setup.readings().baseline()).isEqualTo(Baseline.BASELINE_2019);
        assertThat(setup.readings().notes()).isEmpty();
        assertThat(setup.plan().parts()).noneMatch(it -> it.items().isEmpty());
    }

    @Test
    void aProfileThatHasNothingToDoIsLeftOutUnlessItIsNamed() {
        options.requirements = List.of("OTA-07");

        assertThat(profiles(RunSetup.of(options))).containsExactly("hub-example");

        options.profiles = List.of("hub-example", "ppmid-example");
        assertThatThrownBy(() -> RunSetup.of(options))
                .isInstanceOf(UsageFault.class)
                .hasMessage("nothing is planned for profile ppmid-example, a device (PPMID): "
                        + "what is selected judges a hub");
    }

    @Test
    void aMisbehaviourChoosesTheProfilesOfItsActor() {
        options.misbehaviour = Optional.of(misbehaviour(Target.HUB).name());
        assertThat(profiles(RunSetup.of(options))).containsExactly("hub-example");

        options.misbehaviour = Optional.of(misbehaviour(Target.DEVICE).name());
        assertThat(profiles(RunSetup.of(options))).contains("ppmid-example").doesNotContain("hub-example");

        options.profiles = List.of("ppmid-example", "hub-example");
        assertThatThrownBy(() -> RunSetup.of(options))
                .isInstanceOf(UsageFault.class)
                .hasMessageContaining(" is a device's, and there is only ");
    }

    @Test
    void aMisbehaviourBringsItsReadingsUnlessTheyAreGiven() {
        Misbehaviours.Known known = Misbehaviours.all().stream()
                .filter(it -> !it.misbehaviour().policies().isEmpty())
                .findFirst()
                .orElseThrow();
        Map.Entry<String, String> reading =
                known.misbehaviour().policies().entrySet().iterator().next();
        Policy policy = Policy.named(reading.getKey()).orElseThrow();
        options.misbehaviour = Optional.of(known.name());

        RunSetup setup = RunSetup.of(options);
        options.policies = List.of(policy.text() + "=" + policy.defaultValue());
        RunSetup given = RunSetup.of(options);

        assertThat(setup.plan().parts()).allMatch(it -> it.policies().is(policy, reading.getValue()));
        assertThat(setup.readings().notes()).anyMatch(it -> it.startsWith(policy.text() + "=" + reading.getValue()));
        assertThat(given.plan().parts()).allMatch(it -> it.policies().is(policy, policy.defaultValue()));
        assertThat(given.readings().notes()).noneMatch(it -> it.startsWith(policy.text()));
    }

    @Test
    void aNamedProfileMaySetTheBaseline() {
        options.profiles = List.of("ihd-example");

        RunSetup setup = RunSetup.of(options);

        assertThat(setup.readings().baseline()).isEqualTo(Baseline.BASELINE_2019);
        assertThat(setup.readings().notes()).containsExactly("baseline 2019, because a profile sets it");
    }

    @Test
    void tagsMayBeCombinedAndMustAllBeThere() {
        options.tags = Optional.of("@target:hub and not (@contested or @baseline:2019)");

        assertThat(RunSetup.of(options).plan().items())
                .isNotEmpty()
                .noneMatch(it -> it.scenario().tags().contains("@contested"));

        options.tags = Optional.of("@target:hub and not @contestet");
        assertThatThrownBy(() -> RunSetup.of(options)).hasMessage("unknown tag @contestet: did you mean @contested?");
    }

    @Test
    void theDccIsOnNoHanSoThatNoBenchReachesIt() {
        var options = new RunOptions();
        options.target = "dongle:/dev/ttyUSB0";
        options.profiles = List.of("dcc-example");

        assertThatThrownBy(() -> RunSetup.of(options))
                .isInstanceOf(UsageFault.class)
                .hasMessageContaining("profile dcc-example is a DCC, which runs on emulators only");
    }
}

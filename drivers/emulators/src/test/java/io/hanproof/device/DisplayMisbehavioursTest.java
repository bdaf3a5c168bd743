package io.hanproof.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.image.Form;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.profile.Profile;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DisplayMisbehavioursTest {

    static Stream<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> misbehaviours() {
        var monitored = seenByMonitors().map(Misbehaviour::name).toList();
        return DisplayMisbehaviours.all().stream()
                .filter(it -> !it.name().equals("insists-on-pages"))
                .filter(it -> !monitored.contains(it.name()));
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void breaksItsRequirementAndNoOther(Misbehaviour<DisplayState, DisplayEvent, DisplayEffect> wrong) {
        boolean clockless = wrong.breaks().contains("DEV-09");

        var broken = broken(wrong.change(), policies(wrong), clockless ? TestProfile.CLOCKLESS : TestProfile.ALL);

        assertThat(broken).as(wrong.name()).isNotEmpty().isSubsetOf(wrong.breaks());
    }

    @ParameterizedTest
    @MethodSource("seenByMonitors")
    void updatesAndBreaksNoSentenceWhereOnlyAMonitorSeesIt(
            Misbehaviour<DisplayState, DisplayEvent, DisplayEffect> wrong) {
        assertThat(broken(wrong.change(), Policies.DEFAULT, TestProfile.ALL)).isEmpty();
    }

    static Stream<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> seenByMonitors() {
        return SeenByMonitors.all().stream();
    }

    @ParameterizedTest
    @MethodSource("capabilities")
    void anHonestDisplayBreaksNothing(Profile.Capabilities capabilities) {
        assertThat(broken(DisplayScripts.NONE, Policies.DEFAULT, capabilities)).isEmpty();
        assertThat(broken(DisplayScripts.NONE, Policies.DEFAULT.with(Policy.SPLIT_IMAGE, "together"), capabilities))
                .isEmpty();
    }

    static Stream<Profile.Capabilities> capabilities() {
        return Stream.of(TestProfile.ALL, TestProfile.CLOCKLESS);
    }

    private static Policies policies(Misbehaviour<DisplayState, DisplayEvent, DisplayEffect> wrong) {
        var policies = Policies.DEFAULT;
        for (var each : wrong.policies().entrySet()) {
            policies = policies.with(Policy.named(each.getKey()).orElseThrow(), each.getValue());
        }
        return policies;
    }

    private static Set<String> broken(
            Mutation<DisplayState, DisplayEvent, DisplayEffect> change,
            Policies policies,
            Profile.Capabilities capabilities) {
        var broken = new TreeSet<String>();
        boolean together = policies.is(Policy.SPLIT_IMAGE, "together");
        for (var scenario : DeviceScenarios.all(together, !capabilities.ownClock())) {
            boolean contested =
                    scenario.requirement().equals("DEV-03") && !policies.is(Policy.HARDWARE_VERSION, "mandatory");
            if (!contested
                    && fails(scenario, new UpdateBench(TestProfile.of(Form.GB, capabilities), policies, change))) {
                broken.add(scenario.requirement());
            }
        }
        return broken;
    }

    private static boolean fails(DeviceScenarios.Scenario scenario, UpdateBench bench) {
        try {
            scenario.steps().accept(new DeviceSteps(bench));
            return false;
        } catch (AssertionError e) {
            if (System.getProperty("show") != null) {
                System.out.println("   " + scenario.requirement() + " " + scenario.name() + ": " + e.getMessage());
            }
            return true;
        } catch (IllegalStateException unreached) {
            return false;
        }
    }
}

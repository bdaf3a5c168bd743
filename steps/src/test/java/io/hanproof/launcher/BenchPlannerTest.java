package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.evidence.Verdict;
import io.hanproof.launcher.BenchPlan.Group;
import io.hanproof.launcher.Rehearsal.Rehearsed;
import io.hanproof.matrix.Requirements;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.profile.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bench executes with the firmware there is, and what it costs. */
class BenchPlannerTest extends BenchPlanFixture {
    @Test
    void withoutAWayBackOneUpdateIsAllThereIs() {
        atOnce("first");
        atOnce("second");
        inTime("in-time");
        early("early");

        var plan = plan("");

        assertThat(names(plan)).containsExactly(List.of("early", "in-time"));
        assertThat(reasons(plan))
                .containsOnly(
                        "it needs firmware 0x10, and in-time leaves firmware 0x20 on the device: the profile says "
                                + "restore: none");
        assertThat(plan.refused()).hasSize(2);
    }

    @Test
    void aDowngradeIsAnUpdateToo() {
        atOnce("first");
        atOnce("second");
        atOnce("third");

        var plan = plan("restore: downgrade\n");

        assertThat(plan.totals().updates()).isEqualTo(5);
        assertThat(plan.totals().updatesBack()).isEqualTo(2);
        assertThat(plan.totals().downloads()).isEqualTo(5);
        assertThat(plan.groups()).extracting(it -> it.back().isPresent()).containsExactly(false, true, true);
        // three octets of four seconds at 40 octets each, for an image ten times as long, and the restart
        assertThat(plan.groups().get(1).back().orElseThrow().time()).isEqualTo(Duration.ofSeconds(40 + 180));
    }

    @Test
    void aCommandLeadsBackWithoutAnUpdate() {
        atOnce("first");
        atOnce("second");

        var plan = plan("restore: { command: [ flash ] }\n");

        assertThat(plan.totals().updates()).isEqualTo(2);
        assertThat(plan.groups().get(1).back()).hasValueSatisfying(it -> {
            assertThat(it.firmware()).isEqualTo("0x10");
            assertThat(it.update()).isFalse();
        });
    }

    @Test
    void aDowngradeNeedsAnImageOfWhatWasInstalled() {
        atOnce("first");
        atOnce("second");
        var profile = profile("restore: downgrade\n");
        var bare = profile.withFirmware(profile.firmware().stream()
                .map(it -> it.role() == Profile.Role.INSTALLED
                        ? new Profile.Firmware(it.name(), it.fileVersion(), it.role(), Optional.empty(), it.size())
                        : it)
                .toList());

        assertThat(reasons(plan(bare, 0x10, Optional.empty())))
                .containsExactly(
                        "it needs firmware 0x10, and first leaves firmware 0x20 on the device: restore: downgrade "
                                + "needs an image of it, and profile acme binds none");
    }

    @Test
    void aDowngradeNeedsAReadingUnderWhichItIsOffered() {
        atOnce("first");
        atOnce("second");
        policies = policies.with(Policy.OFFER, "newer");

        assertThat(reasons(plan("restore: downgrade\n")))
                .containsExactly("it needs firmware 0x10, and first leaves firmware 0x20 on the device: under policy "
                        + "offer=newer no older firmware is offered");
    }

    @Test
    void moreUpdatesThanAllowedAreNotPlanned() {
        atOnce("first");
        atOnce("second");
        query("asks");

        var plan = plan("restore: downgrade\nbench: { updates: 2 }\n");

        assertThat(names(plan)).containsExactly(List.of("asks"), List.of("first"));
        assertThat(reasons(plan))
                .containsExactly(
                        "it needs 2 more of the 2 updates that bench.updates allows, and 1 are planned before it");
    }

    @Test
    void whatIsFetchedNeedsARealImage() {
        scenario("fetches-0x30", started().downloads(0x30, 0), RUNNING, "When the PPMID downloads image 0x30");
        scenario("hears-of-0x30", started().offers(0x30), RUNNING, "When the PPMID is notified of image 0x30");

        var plan = plan("restore: downgrade\n");

        assertThat(names(plan)).containsExactly(List.of("hears-of-0x30"));
        assertThat(reasons(plan))
                .containsExactly(
                        "profile acme binds no image to firmware 0x30, and hanproof's own are no real device's");
    }

    @Test
    void aStoredPartHasToGoBeforeAnythingElse() {
        scenario("stores", started().downloads(0x15, 0).waits(Air.REBOOT).reads(0x10), RUNNING, "When it is stored");
        inTime("in-time");

        var back = plan("restore: downgrade\n");
        var none = plan("");

        assertThat(names(back)).containsExactly(List.of("stores"), List.of("in-time"));
        assertThat(back.groups().get(1).back()).isPresent();
        assertThat(back.totals().updates()).isEqualTo(2);
        assertThat(reasons(none))
                .containsExactly(
                        "it needs firmware 0x10, and stores leaves part of an upgrade on the device: the profile "
                                + "says restore: none");
    }

    @Test
    void anActivationThatComesDueMeanwhileIsReckonedWith() {
        early("early");
        scenario(
                "waits-long",
                new Air().asks(0x10).waits(Duration.ofHours(2)).asks(0x10),
                RUNNING,
                "Given an early thing",
                "When 2 hours pass");
        scenario("asks-later", new Air().waits(Duration.ofHours(5)).asks(0x10), RUNNING, "When the PPMID asks");
        // all that fetches nothing comes first: nothing is due then
        assertThat(plan("").refused()).isEmpty();

        var supply = new FirmwareSupply(profile(""), policies, 0.1);
        supply.begin(0x10);
        var early = cost("early");
        supply.use(candidate("early", early), Optional.empty(), early.begun());
        var longer = cost("waits-long");
        assertThat(supply.way(longer, false)).isInstanceOf(FirmwareSupply.Way.Open.class);
        supply.use(candidate("waits-long", longer), Optional.empty(), longer.begun());

        assertThat(supply.way(cost("asks-later"), false))
                .isEqualTo(
                        new FirmwareSupply.Way.Closed("it needs firmware 0x10, and an activation came due meanwhile: "
                                + "the profile says restore: none"));
    }

    private Candidate candidate(String name, ScenarioCost cost) {
        var scenario = scenarios.stream()
                .filter(it -> it.id().equals(name))
                .findFirst()
                .orElseThrow();
        var planned = Plan.planned(scenario, "acme", Requirements.shipped(), 1);
        return new Candidate(new Plan.Item(scenario, planned, Optional.empty()), cost, 0, true);
    }

    @Test
    void aDeviceThatRunsSomethingElseIsLedBackFirst() {
        query("asks");

        var plan = plan(profile("restore: downgrade\n"), 0x20, Optional.empty());
        var stuck = plan(profile(""), 0x20, Optional.empty());

        assertThat(plan.groups())
                .singleElement()
                .satisfies(it -> assertThat(it.back()).isPresent());
        assertThat(reasons(stuck))
                .containsExactly("it needs firmware 0x10, and the device runs firmware 0x20 now: the profile says "
                        + "restore: none");
    }

    @Test
    void whatEmulatorsCannotDecideNeedsNoBench() {
        query("asks");
        rehearsed.put("asks", new Rehearsed(started().cost(), Verdict.INCONCLUSIVE, "the download took until 03:10"));

        assertThat(reasons(plan("")))
                .containsExactly("emulators in its place could not decide it either: the download took until 03:10");
    }

    @Test
    void whatTakesTooLongIsLeftOut() {
        early("early");

        var plan = plan(profile(""), 0x10, Optional.of(Duration.ofMinutes(30)));

        assertThat(reasons(plan)).containsExactly("it takes 50 min 10 s here, and none may take longer than 30 min");
    }

    @Test
    void theLinesSayWhatEachCostsAndWhatAllDo() {
        early("early");
        inTime("in-time");
        atOnce("first");
        atOnce("second");
        scenario("fetches-0x30", started().downloads(0x30, 0), RUNNING, "When the PPMID downloads image 0x30");
        scenario("is-off", started().switches(false).switches(true), RUNNING, "When it is switched off");

        assertThat(plan("restore: { command: [ flash ] }\n").lines())
                .containsExactly(
                        "is-off\tacme\truns, 2 s, switched 2 times",
                        "early\tacme\truns, 50 min 10 s, 1 download (120 octets)",
                        "in-time\tacme\truns, 10 min, on the download before, 1 update",
                        "first\tacme\truns, 6 min 10 s, first back to firmware 0x10, 1 download (120 octets), 1 update",
                        "second\tacme\truns, 6 min 10 s, first back to firmware 0x10, 1 download (120 octets), 1 "
                                + "update",
                        "fetches-0x30\tacme\tcannot run here: profile acme binds no image to firmware 0x30, and "
                                + "hanproof's own are no real device's",
                        "on this bench: 5 scenarios, 1 h 13 min, 3 downloads, 3 updates, switched 2 times; 1 cannot "
                                + "run");
    }

    @Test
    void whatIsRehearsedIsAsLongAsTheRealThing() {
        var staged = Rehearsal.stage(profile(""));

        assertThat(staged.firmware("0x20").image()).isEmpty();
        assertThat(staged.firmware("0x20").size()).isEqualTo(1200);
        assertThat(staged.part("0x15").size()).isEqualTo(1200);
        assertThat(staged.firmware("0x30").size()).isEqualTo(Profile.Firmware.USUAL_SIZE);
    }

    @Test
    void aScenarioThatWasNotRehearsedIsAnErrorOfOurOwn() {
        query("asks");
        rehearsed.clear();

        assertThatThrownBy(() -> plan("")).isInstanceOf(OwnFault.class).hasMessage("scenario asks was not rehearsed");
    }

    @ParameterizedTest
    @CsvSource({"1, 1 download", "2, 2 downloads"})
    void manyAreCountedAsMany(int downloads, String text) {
        for (int i = 0; i < downloads; i++) {
            atOnce("number-" + i);
        }

        assertThat(plan("restore: { command: [ flash ] }\n").lines().getLast()).contains(text + ",");
    }

    @Test
    void aHubIsTestedWithDevicesOfOurOwnAndNeedsNoSupply() {
        scenario("offers", started().downloads(0x30, 0), RUNNING, "When the PPMID downloads image 0x30");
        var device = profile("");
        var models = Map.of(DeviceKind.PPMID, device.model(DeviceKind.PPMID));
        var hub = new Profile(
                "hub",
                "",
                DeviceKind.HUB,
                models,
                device.firmware(),
                device.split(),
                Map.of(),
                device.capabilities(),
                device.timing(),
                device.store(),
                device.form(),
                Optional.empty(),
                Policies.DEFAULT);
        var item = new Plan.Item(
                scenarios.getFirst(),
                Plan.planned(scenarios.getFirst(), "hub", Requirements.shipped(), 1),
                Optional.empty());
        var part = new Plan.Part(hub, Baseline.BASELINE_2019, policies, List.of(item));

        var plan = new BenchPlanner(part, new Rehearsal(rehearsed), Optional.empty()).plan(0x10);

        assertThat(plan.groups()).hasSize(1).extracting(Group::back).containsOnly(Optional.empty());
        assertThat(plan.refused()).isEmpty();
    }
}

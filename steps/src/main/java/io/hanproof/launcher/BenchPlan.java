package io.hanproof.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In which order a bench executes the scenarios of one profile, what each costs there, and what cannot be executed with
 * the firmware that there is.
 *
 * @param groups in order of execution
 * @param refused found before anything is flashed; each becomes INCONCLUSIVE with its reason
 */
record BenchPlan(List<Group> groups, List<Refusal> refused) {

    /**
     * Scenarios that go one after another on one download; most are alone. The world of each is handed to the next.
     *
     * @param back how the device gets back to the firmware that the first needs, where it runs another by then
     */
    record Group(Optional<WayBack> back, List<Step> steps) {
        Group {
            steps = List.copyOf(steps);
        }

        boolean shares() {
            return steps.size() > 1;
        }

        Duration time() {
            return steps.stream().map(Step::time).reduce(back.map(WayBack::time).orElse(Duration.ZERO), Duration::plus);
        }
    }

    /**
     * One scenario of a group.
     *
     * @param shared whether it begins on the download of the one before it
     * @param time what it takes here
     * @param updates that the device goes through in it
     */
    record Step(Plan.Item item, ScenarioCost cost, boolean shared, Duration time, int updates) {
        int downloads() {
            return cost.downloads() - (shared ? 1 : 0);
        }
    }

    /**
     * The way back to a firmware.
     *
     * @param firmware as the profile calls it
     * @param update whether it is an update like any other, rather than a command of the user's
     */
    record WayBack(String firmware, boolean update, Duration time) {}

    /** A scenario that cannot be executed with what there is, and why. */
    record Refusal(Plan.Item item, String reason) {}

    /** What all of it costs. */
    record Totals(
            int scenarios, Duration time, int downloads, int updates, int updatesBack, int switchings, int refused) {}

    BenchPlan {
        groups = List.copyOf(groups);
        refused = List.copyOf(refused);
    }

    /** Those to be executed, in their order. */
    List<Step> steps() {
        return groups.stream().flatMap(it -> it.steps().stream()).toList();
    }

    Totals totals() {
        List<Step> steps = steps();
        int back = (int) groups.stream()
                .flatMap(it -> it.back().stream())
                .filter(WayBack::update)
                .count();
        return new Totals(
                steps.size(),
                groups.stream().map(Group::time).reduce(Duration.ZERO, Duration::plus),
                back + steps.stream().mapToInt(Step::downloads).sum(),
                back + steps.stream().mapToInt(Step::updates).sum(),
                back,
                steps.stream().mapToInt(it -> it.cost().switchings()).sum(),
                refused.size());
    }

    /** A line for each scenario, its columns separated by tabs, in order of execution; then one for all of them. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        for (Group group : groups) {
            for (Step step : group.steps()) {
                boolean first = step.equals(group.steps().getFirst());
                lines.add(line(step.item(), text(step, first ? group.back() : Optional.empty())));
            }
        }
        refused.forEach(it -> lines.add(line(it.item(), "cannot run here: " + it.reason())));
        lines.add(text(totals()));
        return List.copyOf(lines);
    }

    private static String line(Plan.Item item, String fate) {
        return "%s\t%s\t%s".formatted(item.planned().id(), item.planned().profile(), fate);
    }

    private static String text(Step step, Optional<WayBack> back) {
        var parts = new ArrayList<String>();
        parts.add(Span.of(step.time().plus(back.map(WayBack::time).orElse(Duration.ZERO))));
        back.ifPresent(it -> parts.add("first back to firmware " + it.firmware()));
        if (step.shared()) {
            parts.add("on the download before");
        }
        if (step.downloads() > 0) {
            parts.add("%s (%d octets)"
                    .formatted(count(step.downloads(), "download"), step.cost().octets()));
        }
        if (step.updates() > 0) {
            parts.add(count(step.updates(), "update"));
        }
        if (step.cost().switchings() > 0) {
            parts.add("switched " + count(step.cost().switchings(), "time"));
        }
        return "runs, " + String.join(", ", parts);
    }

    private static String text(Totals all) {
        return "on this bench: %s, %s, %s, %s%s, switched %s; %d cannot run"
                .formatted(
                        count(all.scenarios(), "scenario"),
                        Span.of(all.time()),
                        count(all.downloads(), "download"),
                        count(all.updates(), "update"),
                        all.updatesBack() > 0 ? " (%d of them back)".formatted(all.updatesBack()) : "",
                        count(all.switchings(), "time"),
                        all.refused());
    }

    private static String count(int number, String what) {
        return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }
}

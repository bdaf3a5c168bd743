package io.hanproof.launcher;

import io.hanproof.evidence.Verdict;
import io.hanproof.launcher.BenchPlan.Group;
import io.hanproof.launcher.BenchPlan.Refusal;
import io.hanproof.launcher.BenchPlan.Step;
import io.hanproof.launcher.BenchPlan.WayBack;
import io.hanproof.launcher.FirmwareSupply.Way;
import io.hanproof.launcher.Rehearsal.Rehearsed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a bench plan: cheap scenarios first, those that change the device last, none beyond the supply of firmware. */
final class BenchPlanner {
    private final Plan.Part part;
    private final Rehearsal rehearsal;
    private final FirmwareSupply supply;
    private final Optional<Duration> longest;
    private final boolean ofDevice;

    /** @param longest how long one scenario may take; however long it does unless given */
    BenchPlanner(Plan.Part part, Rehearsal rehearsal, Optional<Duration> longest) {
        this.part = part;
        this.rehearsal = rehearsal;
        this.longest = longest;
        this.ofDevice = Target.of(part.profile().device()) == Target.DEVICE;
        this.supply = new FirmwareSupply(part.profile(), part.policies(), pace());
    }

    /** @param running what the device under test runs now */
    BenchPlan plan(long running) {
        var refused = new ArrayList<Refusal>();
        var possible = new ArrayList<Candidate>();
        for (Plan.Item item : part.executed()) {
            Rehearsed rehearsed = rehearsal.of(item);
            Optional<String> against = against(rehearsed);
            against.ifPresent(it -> refused.add(new Refusal(item, it)));
            if (against.isEmpty()) {
                possible.add(new Candidate(item, rehearsed.cost(), supply.updates(rehearsed.cost()), ofDevice));
            }
        }
        var groups = new ArrayList<Group>();
        supply.begin(running);
        for (List<Candidate> chain : Sharing.chains(possible)) {
            group(chain, refused).ifPresent(groups::add);
        }
        return new BenchPlan(groups, refused);
    }

    private Optional<String> against(Rehearsed rehearsed) {
        if (rehearsed.verdict() == Verdict.INCONCLUSIVE) {
            return Optional.of("emulators in its place could not decide it either: " + rehearsed.reason());
        }
        Optional<String> missing = ofDevice ? supply.missing(rehearsed.cost()) : Optional.empty();
        return missing.or(() -> longest.filter(it -> rehearsed.cost().time().compareTo(it) > 0)
                .map(it -> "it takes %s here, and none may take longer than %s"
                        .formatted(Span.of(rehearsed.cost().time()), Span.of(it))));
    }

    /** The members that can be executed, with the way back that the first of them needs. */
    private Optional<Group> group(List<Candidate> chain, List<Refusal> refused) {
        var steps = new ArrayList<Step>();
        Optional<WayBack> back = Optional.empty();
        for (Candidate it : chain) {
            boolean shared = !steps.isEmpty();
            Duration from = shared ? steps.getLast().cost().ended() : it.cost().begun();
            Way way = ofDevice ? supply.way(it.cost(), shared) : new Way.Open(Optional.empty());
            switch (way) {
                case Way.Closed(var reason) -> refused.add(new Refusal(it.item(), reason));
                case Way.Open(var detour) -> {
                    back = shared ? back : detour;
                    steps.add(new Step(
                            it.item(), it.cost(), shared, it.cost().ended().minus(from), it.updates()));
                    if (ofDevice) {
                        supply.use(it, detour, from);
                    }
                }
            }
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Group(back, steps));
    }

    /** Seconds that the HAN takes for an octet where nothing holds it up. */
    private double pace() {
        return part.executed().stream()
                .map(it -> rehearsal.of(it).cost())
                .filter(it -> it.octets() > 0)
                .mapToDouble(it -> it.fetching().toMillis() / 1000.0 / it.octets())
                .min()
                .orElse(0);
    }
}

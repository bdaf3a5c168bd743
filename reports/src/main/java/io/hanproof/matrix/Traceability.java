package io.hanproof.matrix;

import io.hanproof.evidence.PlannedScenario;
import io.hanproof.lab.Misbehaviour;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which requirement is tested by what, and what does not fit together. */
public final class Traceability {
    private static final String NONE = "none such in the catalogue";

    private final List<Row> rows;
    private final List<String> errors;

    private Traceability(List<Row> rows, List<String> errors) {
        this.rows = List.copyOf(rows);
        this.errors = List.copyOf(errors);
    }

    /**
     * What tests one requirement.
     *
     * @param scenarios their ids
     * @param monitors ids of the standing rules that watch over it
     * @param misbehaviours names of those that break it
     */
    public record Row(
            Requirement requirement, List<String> scenarios, List<String> monitors, List<String> misbehaviours) {
        /** Whether runs test it. */
        public boolean isTested() {
            return !scenarios.isEmpty() || !monitors.isEmpty();
        }

        /** Whether no run tests it, but a command does. */
        public boolean isTestedByCommand() {
            return !isTested() && requirement.command().isPresent();
        }
    }

    /**
     * Puts everything together.
     *
     * @param scenarios of the whole catalogue, for as many profiles as there are
     * @param monitors requirements by the id of the standing rule
     */
    public static Traceability of(
            Requirements requirements,
            Collection<PlannedScenario> scenarios,
            Map<String, List<String>> monitors,
            Collection<? extends Misbehaviour<?, ?, ?>> misbehaviours) {
        var scenarioIds = new Index("scenario");
        scenarios.forEach(it -> it.requirements().forEach(id -> scenarioIds.put(id, it.id())));
        var monitorIds = new Index("standing rule");
        monitors.forEach((monitor, ids) -> ids.forEach(id -> monitorIds.put(id, monitor)));
        var names = new Index("misbehaviour");
        misbehaviours.forEach(it -> it.breaks().forEach(id -> names.put(id, it.name())));

        List<Row> rows = requirements.all().stream()
                .map(it -> new Row(it, scenarioIds.get(it.id()), monitorIds.get(it.id()), names.get(it.id())))
                .toList();
        var errors = new ArrayList<String>();
        List.of(scenarioIds, monitorIds, names).forEach(it -> it.addUnknown(requirements, errors));
        rows.forEach(it -> addError(it, errors));
        return new Traceability(rows, errors);
    }

    private static void addError(Row row, List<String> errors) {
        Requirement it = row.requirement();
        if (!row.isTested() && it.command().isEmpty() && it.untested().isEmpty()) {
            errors.add("requirement %s needs a scenario, a command or a reason why it is untested, found none"
                    .formatted(it.id()));
        }
        if (it.command().isPresent() && it.untested().isPresent()) {
            errors.add("requirement %s says that it is untested (%s), yet names %s"
                    .formatted(it.id(), it.untested().get(), it.command().get()));
        }
        if (row.isTested() && it.untested().isPresent()) {
            String by = row.scenarios().isEmpty()
                    ? row.monitors().getFirst()
                    : row.scenarios().getFirst();
            errors.add("requirement %s says that it is untested (%s), yet %s tests it"
                    .formatted(it.id(), it.untested().get(), by));
        }
    }

    /** One for each requirement, in the order of the catalogue. */
    public List<Row> rows() {
        return rows;
    }

    /** What does not fit together, a sentence each; empty when all does. */
    public List<String> errors() {
        return errors;
    }

    public long tested() {
        return count(Row::isTested);
    }

    /** Those that no run tests, but a command. */
    public long testedByCommand() {
        return count(Row::isTestedByCommand);
    }

    /** Those that nothing tests yet. */
    public long planned() {
        return count(it -> !it.isTested() && it.requirement().isPlanned());
    }

    /** Those that nothing is going to test, with a reason. */
    public long untestable() {
        return count(it -> !it.isTested()
                && it.requirement().untested().isPresent()
                && !it.requirement().isPlanned());
    }

    private long count(Predicate<Row> condition) {
        return rows.stream().filter(condition).count();
    }

    /** What names a requirement, by requirement. */
    private static final class Index {
        private final String kind;
        private final Map<String, Set<String>> byRequirement = new HashMap<>();

        Index(String kind) {
            this.kind = kind;
        }

        void put(String requirement, String name) {
            byRequirement.computeIfAbsent(requirement, it -> new TreeSet<>()).add(name);
        }

        List<String> get(String requirement) {
            return List.copyOf(byRequirement.getOrDefault(requirement, Set.of()));
        }

        void addUnknown(Requirements known, List<String> errors) {
            byRequirement.keySet().stream()
                    .filter(it -> known.find(it).isEmpty())
                    .sorted()
                    .forEach(it -> errors.add("%s %s names requirement %s, %s; nearest: %s"
                            .formatted(kind, get(it).getFirst(), it, NONE, String.join(", ", known.nearest(it)))));
        }
    }
}

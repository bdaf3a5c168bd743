package io.hanproof.launcher;

import io.hanproof.evidence.PlannedScenario;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.matrix.Requirement;
import io.hanproof.matrix.Requirements;
import io.hanproof.matrix.Traceability;
import io.hanproof.profile.Baseline;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hanproof requirements}: which requirement is tested by what, or why it is not. */
@Command(
        name = "requirements",
        description =
                "Lists the requirements: which scenarios, monitors, misbehaviours and command each has, or why it is"
                        + " untested.")
final class RequirementsCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Option(names = "--json", description = "One JSON object on a line for each.")
    boolean json;

    RequirementsCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Traceability traceability = traceability();
        traceability.rows().forEach(json ? it -> out.println(Json.line(object -> fields(object, it))) : this::print);
        if (!json) {
            out.printf(
                    "%d requirements: %d tested, %d tested by command, %d planned, %d untestable%n",
                    traceability.rows().size(),
                    traceability.tested(),
                    traceability.testedByCommand(),
                    traceability.planned(),
                    traceability.untestable());
        }
        if (!traceability.errors().isEmpty()) {
            throw new OwnFault("its catalogues do not fit together: " + FeatureFault.message(traceability.errors()));
        }
        return ExitCode.PASSED;
    }

    private static Traceability traceability() {
        var requirements = Requirements.shipped();
        Catalogue catalogue = Catalogue.shipped(requirements.ids());
        List<? extends Misbehaviour<?, ?, ?>> misbehaviours = Misbehaviours.all().stream()
                .map(Misbehaviours.Known::misbehaviour)
                .toList();
        List<PlannedScenario> scenarios = catalogue.scenarios().stream()
                .map(it -> Plan.planned(it, "", requirements, 0))
                .toList();
        return Traceability.of(requirements, scenarios, RecordedRules.requirements(), misbehaviours);
    }

    private void print(Traceability.Row row) {
        Requirement it = row.requirement();
        out.printf("%s  %s (%s)%n", it.id(), it.text(), it.source());
        row.scenarios().forEach(scenario -> out.printf("  scenario     %s%n", scenario));
        row.monitors().forEach(monitor -> out.printf("  monitor      %s%n", monitor));
        row.misbehaviours().forEach(name -> out.printf("  misbehaviour %s%n", name));
        it.command().ifPresent(command -> out.printf("  command      %s%n", command));
        it.untested().ifPresent(why -> out.printf("  untested     %s%n", why));
    }

    private static void fields(Json object, Traceability.Row row) throws IOException {
        Requirement it = row.requirement();
        object.text("id", it.id())
                .text("section", it.section())
                .text("actor", it.actor())
                .text("text", it.text())
                .text("source", it.source())
                .text("kind", word(it.kind()))
                .text("baseline", it.baseline().map(Baseline::year).orElse("both"))
                .text("status", word(it.status()))
                .texts("scenarios", row.scenarios())
                .texts("monitors", row.monitors())
                .texts("misbehaviours", row.misbehaviours())
                .text("command", it.command())
                .text("untested", it.untested());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

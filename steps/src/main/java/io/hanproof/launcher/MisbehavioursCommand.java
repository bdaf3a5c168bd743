package io.hanproof.launcher;

import io.hanproof.lab.Misbehaviour;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hanproof misbehaviours}: every wrong device, hub and DCC that a run must catch. */
@Command(
        name = "misbehaviours",
        description = "Lists every wrong behaviour that hanproof can put into an emulated target, and what it breaks.")
final class MisbehavioursCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Option(names = "--json", description = "One JSON object on a line for each.")
    boolean json;

    MisbehavioursCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        List<Misbehaviours.Known> all = Misbehaviours.all();
        all.forEach(json ? it -> out.println(Json.line(object -> fields(object, it))) : this::print);
        return ExitCode.PASSED;
    }

    private void print(Misbehaviours.Known known) {
        Misbehaviour<?, ?, ?> it = known.misbehaviour();
        out.printf("%s%n", it.name());
        out.printf("  %s: %s%n", known.actor().text(), it.does());
        out.printf("  breaks %s%s%n", String.join(", ", sorted(it)), conditions(it));
    }

    private static String conditions(Misbehaviour<?, ?, ?> it) {
        var text = new StringBuilder();
        it.baseline().forEach(year -> text.append(", under baseline ").append(year));
        it.policies()
                .forEach((name, value) ->
                        text.append(", under ").append(name).append('=').append(value));
        return text.toString();
    }

    private static void fields(Json object, Misbehaviours.Known known) throws IOException {
        Misbehaviour<?, ?, ?> it = known.misbehaviour();
        object.text("name", it.name())
                .text("actor", known.actor().text())
                .text("does", it.does())
                .texts("breaks", sorted(it))
                .object("policies", policies -> {
                    for (var policy : it.policies().entrySet()) {
                        policies.text(policy.getKey(), policy.getValue());
                    }
                })
                .texts("baseline", it.baseline());
    }

    private static List<String> sorted(Misbehaviour<?, ?, ?> it) {
        return it.breaks().stream().sorted().toList();
    }
}

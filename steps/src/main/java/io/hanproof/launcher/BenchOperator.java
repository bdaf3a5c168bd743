package io.hanproof.launcher;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Operator;
import java.util.List;
import java.util.Optional;

/** Whoever is there: a command of the profile's, else a file with answers, else the person at the terminal. */
final class BenchOperator implements Operator {
    private final CommandOperator commands;
    private final List<Operator> others;

    BenchOperator(CommandOperator commands, Optional<AnswersOperator> answers, Optional<TerminalOperator> person) {
        this.commands = commands;
        this.others = answers.<List<Operator>>map(List::of)
                .or(() -> person.map(List::of))
                .orElse(List.of());
    }

    @Override
    public void ask(Act act) {
        whoDoes(act).ask(act);
    }

    @Override
    public boolean confirm(Question question) {
        return whoDoes(question).confirm(question);
    }

    private Operator whoDoes(Request request) {
        if (commands.does(request)) {
            return commands;
        }
        return others.stream()
                .findFirst()
                .orElseThrow(() -> new BenchFault(
                        "nobody to ask: no command for %s in the profile, no --answers file and no terminal (%s)"
                                .formatted(request.kind().text(), request.text())));
    }
}

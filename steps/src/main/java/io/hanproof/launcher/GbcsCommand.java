package io.hanproof.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hanproof gbcs}: what can be done with GBCS messages outside a run. */
@Command(name = "gbcs", description = "Shows and checks GBCS messages.")
final class GbcsCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    private GbcsCommand() {}

    static CommandLine commandLine(Session session) {
        return new CommandLine(new GbcsCommand()).addSubcommand(new GbcsShowCommand(session));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is needed: show");
    }
}

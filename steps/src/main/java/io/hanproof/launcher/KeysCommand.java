package io.hanproof.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hanproof keys}: what GBCS messages are signed with. */
@Command(name = "keys", description = "Makes and shows test keys and certificates for GBCS messages.")
final class KeysCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    private KeysCommand() {}

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new KeysCommand())
                .addSubcommand(new KeysMakeCommand(terminal))
                .addSubcommand(new KeysShowCommand(terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is needed: make or show");
    }
}

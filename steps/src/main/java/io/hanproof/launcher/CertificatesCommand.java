package io.hanproof.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hanproof certificates}: what key establishment on a bench needs. */
@Command(name = "certificates", description = "Makes certificates to establish link keys with, for tests.")
final class CertificatesCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    private CertificatesCommand() {}

    static CommandLine commandLine(Session session) {
        return new CommandLine(new CertificatesCommand()).addSubcommand(new CertificatesMakeCommand(session));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is needed: make");
    }
}

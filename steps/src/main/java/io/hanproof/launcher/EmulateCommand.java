package io.hanproof.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hanproof emulate}: our emulators as processes of their own, behind the doors that others use. */
@Command(
        name = "emulate",
        description = "Runs an emulated device, hub or ZigBee stick as a process of its own, until it is stopped.")
final class EmulateCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    private EmulateCommand() {}

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new EmulateCommand())
                .addSubcommand(new EmulateDeviceCommand(terminal))
                .addSubcommand(new EmulateHubCommand(terminal))
                .addSubcommand(new EmulateNcpCommand(terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is needed: device, hub or ncp");
    }
}

package io.hanproof.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hanproof image}: what can be done with OTA image files outside a run. */
@Command(name = "image", description = "Shows, hashes, makes, splits and checks OTA image files.")
final class ImageCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    private ImageCommand() {}

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new ImageCommand())
                .addSubcommand(new ImageShowCommand(terminal))
                .addSubcommand(new ImageHashCommand(terminal))
                .addSubcommand(new ImageMakeCommand(terminal))
                .addSubcommand(new ImageSplitCommand(terminal))
                .addSubcommand(new ImageCheckCommand(terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is needed: show, hash, make, split or check");
    }
}

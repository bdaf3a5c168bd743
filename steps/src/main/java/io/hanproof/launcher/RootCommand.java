package io.hanproof.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hanproof} without a word after it. */
@Command(
        name = "hanproof",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Conformance tests for firmware distribution over the smart metering home area network.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all that was executed passed",
            "1:a scenario or a monitor says FAIL",
            "2:nothing failed, something could not be decided, or the bench was not ready",
            "3:what was given is wrong: usage, profile, image, features",
            "4:an error of hanproof's own, never a verdict"
        })
final class RootCommand implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is needed: run, ports, doctor, emulate, certificates, gbcs, keys, image, profile,"
                        + " misbehaviours or requirements");
    }

    /** Says which hanproof this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {ToolVersion.read().text()};
        }
    }
}

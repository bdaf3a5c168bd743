package io.hanproof.launcher;

import io.hanproof.profile.Baseline;
import io.hanproof.profile.Profile;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hanproof profile}: the profiles there are, and whether one in a file may be used. */
@Command(name = "profile", description = "Lists the shipped profiles, or checks one of your own.")
final class ProfileCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    private ProfileCommand() {}

    static CommandLine commandLine(PrintWriter out) {
        return new CommandLine(new ProfileCommand())
                .addSubcommand(new ListShipped(out))
                .addSubcommand(new Check(out));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is needed: check or list");
    }

    private static void print(Profile it, PrintWriter out) {
        String baseline = it.baseline()
                .map(Baseline::year)
                .map(year -> ", baseline " + year)
                .orElse("");
        out.printf("%-24s %s%s, sha256 %s%n", it.name(), it.device(), baseline, it.sha256());
    }

    /** Lists those that come with hanproof. */
    @Command(name = "list", description = "Lists the shipped profiles.")
    static final class ListShipped implements Callable<Integer> {
        private final PrintWriter out;

        ListShipped(PrintWriter out) {
            this.out = out;
        }

        @Override
        public Integer call() {
            new Products().shipped().forEach(it -> print(it.profile(), out));
            return ExitCode.PASSED;
        }
    }

    /** Reads one, and says everything that is wrong with it. */
    @Command(name = "check", description = "Checks a profile and says everything that is wrong with it.")
    static final class Check implements Callable<Integer> {
        private final PrintWriter out;

        @Parameters(paramLabel = "FILE", description = "A profile's file, or a shipped profile's name.")
        String file = "";

        Check(PrintWriter out) {
            this.out = out;
        }

        @Override
        public Integer call() {
            print(new Products().named(List.of(file)).getFirst().profile(), out);
            return ExitCode.PASSED;
        }
    }
}

package io.hanproof.launcher;

import io.hanproof.allure.AllureReport;
import io.hanproof.cpl.CplError;
import io.hanproof.dongle.Ports;
import io.hanproof.evidence.UnusableOutFolder;
import io.hanproof.lab.BenchFault;
import io.hanproof.profile.ProfileError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
public final class Main {
    private static final int HELP_WIDTH = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How long a run that is interrupted may take to write what it knows. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final Session session;

    Main(Session session) {
        this.session = session;
    }

    public static void main(String[] args) {
        var terminal = Terminal.ofProcess(System.getProperty("hanproof.terminals", ""), System.getenv());
        var interruption = new Interruption();
        var farewell = new Farewell(interruption, terminal.err(), GRACE, Runtime.getRuntime()::halt).listen();
        var session = new Session(
                terminal,
                System.in,
                interruption,
                InstantSource.system(),
                new SecureRandom(),
                Glue.SHIPPED,
                RecordedRules::judge,
                PATIENCE,
                AllureReport::write,
                Path.of(System.getProperty("java.io.tmpdir")));
        int exitCode = new Main(session).run(args);
        terminal.out().flush();
        terminal.err().flush();
        farewell.written(exitCode);
        System.exit(exitCode);
    }

    /** @return one of {@link ExitCode} */
    int run(String... args) {
        try {
            return commandLine(args).execute(args);
        } catch (Throwable fault) { // an Error that nobody catches would end Java with the code of a FAIL
            return failed(fault);
        }
    }

    private CommandLine commandLine(String... args) {
        var root = new CommandLine(new RootCommand());
        Map<String, Supplier<Object>> commands = commands();
        commands.forEach((name, command) -> {
            // what is not asked for need not be made; without a known name all are, for help and suggestions
            if (args.length == 0 || !commands.containsKey(args[0]) || name.equals(args[0])) {
                root.addSubcommand(name, command.get());
            }
        });
        root.getSubcommands().values().forEach(Main::addHelp);
        return root.setOut(session.terminal().out())
                .setErr(session.terminal().err())
                .setColorScheme(Help.defaultColorScheme(session.terminal().colour() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setExpandAtFiles(false) // a tag begins with @, too
                .setAllowOptionsAsOptionParameters(false)
                .setParameterExceptionHandler(this::misused)
                .setExecutionExceptionHandler((fault, command, parsed) -> failed(fault));
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build());
        command.getSubcommands().values().forEach(Main::addHelp);
    }

    private Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("run", () -> new RunCommand(session));
        commands.put("ports", () -> new PortsCommand(session.terminal().out(), Ports::found));
        commands.put("doctor", () -> new DoctorCommand(session));
        commands.put("emulate", () -> EmulateCommand.commandLine(session.terminal()));
        commands.put("certificates", () -> CertificatesCommand.commandLine(session));
        commands.put("gbcs", () -> GbcsCommand.commandLine(session));
        commands.put("keys", () -> KeysCommand.commandLine(session.terminal()));
        commands.put("image", () -> ImageCommand.commandLine(session.terminal()));
        commands.put(
                "profile", () -> ProfileCommand.commandLine(session.terminal().out()));
        commands.put(
                "misbehaviours",
                () -> new MisbehavioursCommand(session.terminal().out()));
        commands.put(
                "requirements", () -> new RequirementsCommand(session.terminal().out()));
        return commands;
    }

    private int misused(ParameterException fault, String[] args) {
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        String message = fault instanceof UnmatchedArgumentException unknown
                ? unknown(unknown.getUnmatched().getFirst(), command)
                : String.valueOf(fault.getMessage());
        PrintWriter err = session.terminal().err();
        err.printf("hanproof: %s%n", message);
        err.printf("try ./%s --help%n", command.qualifiedName());
        return ExitCode.USAGE;
    }

    private static String unknown(String word, CommandSpec command) {
        boolean option = word.startsWith("-");
        Set<String> names =
                option ? command.optionsMap().keySet() : command.subcommands().keySet();
        if (names.isEmpty()) {
            return "%s takes no %s".formatted(command.name(), word);
        }
        return Suggestion.message(option ? "option" : "command", word.split("=", 2)[0], names);
    }

    private int failed(Throwable fault) {
        PrintWriter err = session.terminal().err();
        return switch (fault) {
            case UsageFault usage -> misused(usage);
            case UnusableOutFolder usage -> misused(usage);
            case ProfileError usage -> misused(usage);
            case CplError usage -> misused(usage);
            case BenchFault bench -> {
                err.printf("hanproof: the bench is not ready: %s%n", bench.getMessage());
                yield ExitCode.INCONCLUSIVE;
            }
            default -> {
                String message = fault instanceof OwnFault ? fault.getMessage() : fault.toString();
                err.printf("hanproof: an error of its own, no verdict: %s%n", message);
                traceFile(fault).ifPresent(it -> err.printf("hanproof: where it happened is in %s%n", it));
                yield ExitCode.OWN_ERROR;
            }
        };
    }

    private int misused(RuntimeException fault) {
        session.terminal().err().printf("hanproof: %s%n", fault.getMessage());
        return ExitCode.USAGE;
    }

    /** For whoever mends it: a stack trace helps nobody else. */
    private Optional<Path> traceFile(Throwable fault) {
        try {
            Path file = Files.createTempFile(Files.createDirectories(session.traces()), "hanproof-error-", ".txt");
            try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
                fault.printStackTrace(out);
            }
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

package io.hanproof.launcher;

import io.hanproof.dongle.Ports;
import io.hanproof.dongle.Stick;
import io.hanproof.dongle.StickAddress;
import io.hanproof.dongle.StickFacts;
import io.hanproof.lab.BenchFault;
import io.hanproof.launcher.BenchFinding.Level;
import io.hanproof.profile.Profile;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hanproof doctor}: whether this bench is fit for a run, one finding a line. */
@Command(
        name = "doctor",
        description =
                "Says whether this bench is fit for a run: Java and the serial ports; with --port what the stick says"
                        + " of itself; with --profile, too, whether the device is what its profile declares."
                        + " Exits with 0 when nothing is wrong, 2 when something is.")
final class DoctorCommand implements Callable<Integer> {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Session session;
    private final Map<Level, Integer> counts = new EnumMap<>(Level.class);

    @Option(
            names = "--port",
            paramLabel = "PORT[,..]",
            description =
                    "The stick to ask, as after dongle: in --against. It is put on the network of the profile, or on"
                            + " hanproof's usual one when there is no profile, and leaves any other.")
    Optional<String> port = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            description = "The product behind the stick: its network, and what to hold the device against.")
    Optional<String> profile = Optional.empty();

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Optional<StickAddress> address = port.map(it -> StickNetwork.address("--port", it));
        Optional<Profile> product =
                profile.map(it -> new Products().named(List.of(it)).getFirst().profile());
        if (product.isPresent() && address.isEmpty()) {
            throw new UsageFault("--profile is compared with what a stick hears: it needs --port");
        }
        tell(MachineCheck.java(Runtime.version(), System.getProperty("java.vendor", "vendor unknown")));
        var machine = new MachineCheck(Ports.found(), PortAccess::of);
        if (address.isPresent()) {
            stick(address.get(), product, machine);
        } else {
            machine.allPorts().forEach(this::tell);
        }
        return conclude();
    }

    private void stick(StickAddress address, Optional<Profile> product, MachineCheck machine) {
        Optional<BenchFinding> access = machine.port(address.port());
        access.ifPresent(this::tell);
        if (access.filter(it -> it.level() == Level.WRONG).isPresent()) {
            notMade(product);
            return;
        }
        try {
            StickNetwork network = network(product);
            try (Stick stick = network.open(address, this::progress)) {
                examine(stick, network, product);
            }
        } catch (BenchFault e) {
            tell(BenchFinding.wrong(String.valueOf(e.getMessage())));
            notMade(product);
        }
    }

    private StickNetwork network(Optional<Profile> product) {
        return product.map(it -> StickNetwork.of(it, System.getenv(), session.chance()))
                .orElseGet(() -> StickNetwork.usual(session.chance()));
    }

    private void notMade(Optional<Profile> product) {
        tell(BenchFinding.unknown("firmware, key establishment and channels of the stick: it could not be asked"));
        product.ifPresent(it -> notCompared(it, "the stick could not be asked"));
    }

    private void notCompared(Profile declared, String why) {
        tell(BenchFinding.unknown(
                "whether the %s is what profile %s declares: %s".formatted(declared.device(), declared.name(), why)));
    }

    private void examine(Stick stick, StickNetwork network, Optional<Profile> product) {
        progress("listening on all channels");
        StickFacts facts = stick.facts();
        demandStick(stick);
        StickFindings.of(facts, network.settings().channel()).forEach(this::tell);
        product.ifPresent(it -> device(stick, it));
    }

    private void device(Stick stick, Profile declared) {
        if (!declared.device().isDevice()) {
            notCompared(declared, "only devices are asked");
            return;
        }
        try {
            NodeView node = new DeviceInterview(stick, declared, ANSWER, this::progress).hold();
            demandStick(stick);
            NodeDescription.of(node).forEach(this::tell);
            ProfileComparison.of(declared, node).forEach(this::tell);
        } catch (BenchFault e) {
            tell(BenchFinding.wrong(String.valueOf(e.getMessage())));
            notCompared(declared, "it could not be asked");
        }
    }

    /** What was not answered because the stick is gone says nothing about it, nor about the device. */
    private static void demandStick(Stick stick) {
        stick.lost().ifPresent(it -> {
            throw new BenchFault(it);
        });
    }

    private void progress(String words) {
        session.terminal().err().println(words);
        session.terminal().err().flush();
    }

    /** At once: the next one may take a minute. */
    private void tell(BenchFinding finding) {
        counts.merge(finding.level(), 1, Integer::sum);
        Terminal terminal = session.terminal();
        String word = "%-8s".formatted(finding.level().word());
        String coloured = switch (finding.level()) {
            case OK -> terminal.green(word);
            case ADVICE, UNKNOWN -> terminal.yellow(word);
            case WRONG -> terminal.red(word);
        };
        terminal.out().println(coloured + finding.sentence());
        terminal.out().flush();
    }

    private int conclude() {
        int wrong = counts.getOrDefault(Level.WRONG, 0);
        session.terminal()
                .out()
                .printf(
                        "%s: %d ok, %d advice, %d unknown, %d wrong%n",
                        wrong == 0 ? "nothing is wrong" : "this bench is not fit for a run",
                        counts.getOrDefault(Level.OK, 0),
                        counts.getOrDefault(Level.ADVICE, 0),
                        counts.getOrDefault(Level.UNKNOWN, 0),
                        wrong);
        return wrong == 0 ? ExitCode.PASSED : ExitCode.INCONCLUSIVE;
    }
}

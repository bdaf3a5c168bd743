package io.hanproof.launcher;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Recorder;
import io.hanproof.ncp.Home;
import io.hanproof.ncp.Line;
import io.hanproof.ncp.NcpFault;
import io.hanproof.ncp.PtyLine;
import io.hanproof.ncp.StickSettings;
import io.hanproof.ncp.TcpLine;
import io.hanproof.ncp.Tenant;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.DeviceKind;
import io.hanproof.venue.Cast;
import io.hanproof.venue.DisplayTenant;
import io.hanproof.venue.EnrollingTenant;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Emulates ZigBee sticks with a device behind them. */
@Command(
        name = "ncp",
        description = "Emulates a ZigBee stick, and behind it the device of the profile; with a hub's profile, nothing."
                + " Several sticks are on one HAN.")
final class EmulateNcpCommand implements Callable<Integer> {
    private static final int BETWEEN_STICKS = 0x100;

    private final Terminal terminal;

    @Mixin
    EmulateOptions options = new EmulateOptions();

    @Option(
            names = "--pty",
            paramLabel = "LINK",
            description = "Be a serial port that this link leads to. May be given several times.")
    List<Path> links = new ArrayList<>();

    @Option(
            names = "--tcp",
            paramLabel = "[HOST:]PORT",
            description = "Be a stick on the network; port 0 is any free one. May be given several times.")
    List<String> sockets = new ArrayList<>();

    @Option(names = "--ezsp", paramLabel = "N", description = "The EZSP version it speaks, 8 to 13. Default: 8.")
    int version = StickSettings.OLDEST_EZSP;

    @Option(
            names = "--fault",
            paramLabel = "NAME=N[,..]",
            description = "What is wrong with it: one of ${COMPLETION-CANDIDATES}.",
            completionCandidates = FaultNames.class)
    List<String> faults = new ArrayList<>();

    @Option(
            names = "--certificates",
            paramLabel = "FILE",
            description = "The device's certificate and private key: it then comes without a link key, and asks for key"
                    + " establishment.")
    Optional<Path> certificates = Optional.empty();

    /** For the help text. */
    static final class FaultNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        FaultNames() {
            super(NcpFault.NAMES);
        }
    }

    EmulateNcpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (links.isEmpty() && sockets.isEmpty()) {
            throw new UsageFault("--pty LINK or --tcp PORT is needed: where shall the stick be found?");
        }
        Cast cast = options.any();
        boolean hub = cast.profile().device() == DeviceKind.HUB;
        List<Tenant> tenants = hub ? List.of() : List.of(tenant(new DisplayTenant(cast, StickSettings.USUAL_ADDRESS)));
        var budget = cast.profile().capabilities().subGhz() && !hub ? LinkBudget.subGhz() : LinkBudget.band2400MHz();
        var home = new Home(budget, new Recorder(), options.seed, tenants);
        Runtime.getRuntime().addShutdownHook(new Thread(home::close));
        plug(home);
        Thread.currentThread().join();
        return ExitCode.PASSED;
    }

    private Tenant tenant(DisplayTenant display) {
        return certificates
                .<Tenant>map(it -> new EnrollingTenant(display, StickSettings.USUAL_ADDRESS, CertificateFile.read(it)))
                .orElse(display);
    }

    private void plug(Home home) {
        PrintWriter out = terminal.out();
        long address = StickSettings.USUAL_ADDRESS.value();
        for (Line line : lines()) {
            var stick = home.stick(settings(new Eui64(address)));
            stick.plug(line);
            out.printf("stick %s at %s, EZSP %d%n", stick.address(), line.name(), version);
            address += BETWEEN_STICKS;
        }
        out.flush();
    }

    private StickSettings settings(Eui64 address) {
        try {
            return StickSettings.of(address, version)
                    .withFaults(faults.stream().map(NcpFault::parse).toList());
        } catch (IllegalArgumentException e) {
            throw new UsageFault("--ezsp: " + e.getMessage(), e);
        } catch (BenchFault e) {
            throw new UsageFault("--" + e.getMessage(), e);
        }
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        links.forEach(it -> lines.add(new PtyLine(it)));
        sockets.forEach(it -> lines.add(tcp(it)));
        return lines;
    }

    private static Line tcp(String text) {
        int colon = text.lastIndexOf(':');
        int port = Against.port("--tcp", text.substring(colon + 1));
        try {
            return new TcpLine(
                    colon < 0 ? InetAddress.getLoopbackAddress() : InetAddress.getByName(text.substring(0, colon)),
                    port);
        } catch (UnknownHostException e) {
            throw new UsageFault("--tcp: there is no host " + text.substring(0, colon), e);
        }
    }
}

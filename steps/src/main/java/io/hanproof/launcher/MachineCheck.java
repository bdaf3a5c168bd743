package io.hanproof.launcher;

import io.hanproof.dongle.FoundPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be said of a bench before any stick is opened: Java, the serial ports, and who may use them. */
final class MachineCheck {
    private static final int OLDEST_JAVA = 21;

    private final List<FoundPort> ports;
    private final Function<String, PortAccess> access;

    /** @param access whether a port with that path may be used */
    MachineCheck(List<FoundPort> ports, Function<String, PortAccess> access) {
        this.ports = List.copyOf(ports);
        this.access = access;
    }

    static BenchFinding java(Runtime.Version version, String vendor) {
        String words = "Java %s (%s)".formatted(version, vendor);
        return version.feature() < OLDEST_JAVA
                ? BenchFinding.wrong("%s: hanproof needs %d or newer".formatted(words, OLDEST_JAVA))
                : BenchFinding.ok(words);
    }

    /** One finding for each port there is. */
    List<BenchFinding> allPorts() {
        if (ports.isEmpty()) {
            return List.of(BenchFinding.advice(
                    "no serial port found: plug a stick in; one on the network is named, as --port tcp://HOST:PORT"));
        }
        var findings = new ArrayList<BenchFinding>();
        for (FoundPort it : ports) {
            findings.add(one(it));
        }
        if (ports.stream().noneMatch(it -> it.family().isPresent())) {
            findings.add(BenchFinding.advice(
                    "no port has a stick that is known by its USB ids: name the port of yours with --port"));
        }
        return List.copyOf(findings);
    }

    /** A port that nobody may use is wrong only where a stick seems to be in it. */
    private BenchFinding one(FoundPort port) {
        boolean stick = port.family().isPresent();
        Optional<PortAccess> found = accessTo(port.port());
        if (found.isEmpty() || found.get().usable()) {
            return BenchFinding.ok(PortsCommand.line(port) + (found.isEmpty() ? "" : ", may be read and written"));
        }
        String remedy = PortAccess.remedy(port.port(), found.get().group(), Optional.of(port));
        return stick ? BenchFinding.wrong(remedy) : BenchFinding.advice(remedy);
    }

    /** Whether the port of that name may be used; nothing to say of one that is not there, or is on the network. */
    Optional<BenchFinding> port(String name) {
        return accessTo(name)
                .map(it -> it.usable()
                        ? BenchFinding.ok(name + " may be read and written")
                        : BenchFinding.wrong(PortAccess.remedy(name, it.group(), stickIn(name))));
    }

    /** Windows names ports without a path, and has no such permissions. */
    private Optional<PortAccess> accessTo(String name) {
        return name.startsWith("/") && Files.exists(Path.of(name)) ? Optional.of(access.apply(name)) : Optional.empty();
    }

    private Optional<FoundPort> stickIn(String name) {
        return ports.stream().filter(it -> isSame(it.port(), name)).findFirst();
    }

    /** A port may be named by a link, as those below {@code /dev/serial/by-id} are. */
    private static boolean isSame(String port, String name) {
        try {
            return port.equals(name)
                    || Path.of(port).toRealPath().equals(Path.of(name).toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}

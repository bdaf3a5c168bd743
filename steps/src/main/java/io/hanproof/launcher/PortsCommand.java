package io.hanproof.launcher;

import io.hanproof.dongle.FoundPort;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code hanproof ports}: the serial ports there are, and what seems to be plugged into them. */
@Command(
        name = "ports",
        description =
                "Lists the serial ports of this machine, with what seems to be plugged into each. Pseudo-terminals"
                        + " and sticks on the network are not found: name them.")
final class PortsCommand implements Callable<Integer> {
    private final PrintWriter out;
    private final Supplier<List<FoundPort>> ports;

    PortsCommand(PrintWriter out, Supplier<List<FoundPort>> ports) {
        this.out = out;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        List<FoundPort> found = ports.get();
        if (found.isEmpty()) {
            out.println("no serial port found: plug a stick in, or name one on the network as tcp://HOST:PORT");
        }
        found.forEach(it -> out.println(line(it)));
        if (found.stream().anyMatch(it -> it.family().isPresent())) {
            out.println("a family is guessed by USB ids; 'hanproof doctor --port PORT' asks the stick itself");
        }
        return ExitCode.PASSED;
    }

    /** The port, then what is known of it. */
    static String line(FoundPort it) {
        var text = new StringBuilder("%-16s %s".formatted(it.port(), it.description()));
        it.serialNumber().ifPresent(number -> text.append(", serial ").append(number));
        it.vendor()
                .ifPresent(vendor -> text.append(
                        ", USB %04X:%04X".formatted(vendor, it.product().orElse(0))));
        it.family()
                .ifPresent(
                        family -> text.append(", family=").append(family.name().toLowerCase(Locale.ROOT)));
        return text.toString();
    }
}

package io.hanproof.ncp;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.function.Consumer;

/** The co-processor: takes EZSP commands one by one, and answers each before anything that follows from it. */
final class Ncp {
    private static final int VERSION = 0x00;
    private static final int INVALID_COMMAND = 0x58;
    private static final int MESH_STACK = 2;
    private static final int[] STACK_VERSIONS = {0x67A0, 0x7000, 0x7100, 0x7200, 0x7300, 0x7440};

    private final StickSettings settings;
    private final CommandTable commands;
    private final Stack stack;
    private final Consumer<Octets> toHost;
    private final Consumer<String> departures;
    private final ArrayDeque<Runnable> afterwards = new ArrayDeque<>();
    private boolean versionAgreed;
    private boolean extended;
    private boolean answering;
    private int sequence;

    /**
     * @param toHost takes whole EZSP frames
     * @param departures is told what the host did that the protocol does not allow
     */
    Ncp(
            StickSettings settings,
            Nvram nvram,
            Neighbourhood neighbourhood,
            BenchCommands.Bench bench,
            Consumer<Octets> toHost,
            Consumer<String> departures) {
        this.settings = settings;
        this.toHost = toHost;
        this.departures = departures;
        this.stack = new Stack(settings.address(), nvram, neighbourhood, this);
        this.commands = new CommandTable(settings.ezspVersion());
        commands.put(VERSION, "version", this::version);
        new SetupCommands(this, nvram, stack).addTo(commands);
        new NetworkCommands(this, nvram, stack, neighbourhood).addTo(commands);
        new KeyCommands(nvram, stack).addTo(commands);
        new CbkeCommands().addTo(commands);
        new MessageCommands(this, stack, neighbourhood, settings.faults()).addTo(commands);
        new BenchCommands(this, bench).addTo(commands);
    }

    Stack stack() {
        return stack;
    }

    /** Forgets all that is not in non-volatile memory. */
    void reset() {
        versionAgreed = false;
        extended = false;
        afterwards.clear();
        stack.reset();
    }

    void heard(Octets octets) {
        switch (EzspFrame.read(octets)) {
            case Decoded.Value<EzspFrame>(var frame) -> heard(frame);
            case Decoded.Malformed<EzspFrame> it -> departure(it.message());
        }
    }

    private void heard(EzspFrame frame) {
        extended = frame.extended();
        sequence = frame.sequence();
        answering = true;
        var found = commands.find(frame.id());
        if (frame.id() != VERSION && !versionAgreed) {
            invalid(frame, EzspStatus.VERSION_NOT_SET);
        } else if (found.isEmpty()) {
            boolean back = CommandTable.isCallback(frame.id());
            invalid(frame, back ? EzspStatus.WRONG_DIRECTION : EzspStatus.INVALID_FRAME_ID);
        } else {
            carryOut(frame, found.get());
        }
        answering = false;
        for (var next = afterwards.poll(); next != null; next = afterwards.poll()) {
            next.run();
        }
    }

    private void carryOut(EzspFrame frame, CommandTable.Command command) {
        var in = new OctetReader(frame.parameters());
        var out = new OctetWriter();
        try {
            command.handler().handle(in, out);
        } catch (MalformedOctets e) {
            departure("%s (0x%04X) is too short: %s".formatted(command.name(), frame.id(), message(e)));
            respond(INVALID_COMMAND, new OctetWriter().u8(EzspStatus.INVALID_VALUE.code()));
            return;
        }
        if (in.left() > 0) {
            departure("%s (0x%04X) is too long: needs %d octets, found %d"
                    .formatted(
                            command.name(),
                            frame.id(),
                            in.at(),
                            frame.parameters().length()));
        }
        respond(frame.id(), out);
    }

    private static String message(MalformedOctets e) {
        return e.asValue() instanceof Decoded.Malformed<Object> it ? it.message() : "";
    }

    private void invalid(EzspFrame frame, EzspStatus reason) {
        departure("frame 0x%04X: %s in EZSP %d"
                .formatted(
                        frame.id(),
                        reason.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        settings.reportedVersion()));
        respond(INVALID_COMMAND, new OctetWriter().u8(reason.code()));
    }

    private void respond(int id, OctetWriter parameters) {
        toHost.accept(new EzspFrame(extended, sequence, EzspFrame.RESPONSE, id, parameters.toOctets()).write());
    }

    private void version(OctetReader in, OctetWriter out) {
        int desired = in.u8("desiredProtocolVersion");
        int reported = settings.reportedVersion();
        versionAgreed = desired == reported;
        out.u8(reported).u8(MESH_STACK).u16(stackVersion());
    }

    /** Of EmberZNet, as getValue tells it in full. */
    int stackVersion() {
        int index = Math.min(settings.ezspVersion() - StickSettings.OLDEST_EZSP, STACK_VERSIONS.length - 1);
        return STACK_VERSIONS[index];
    }

    int ezspVersion() {
        return settings.ezspVersion();
    }

    /** The host departed from the protocol. */
    void departure(String how) {
        departures.accept(how);
    }

    /** Does that once the present command has its response; at once when there is none. */
    void afterwards(Runnable what) {
        if (answering) {
            afterwards.add(what);
        } else {
            what.run();
        }
    }

    /** Tells the host something that it has not asked. */
    void callback(int id, OctetWriter parameters) {
        if (versionAgreed) {
            Octets octets = parameters.toOctets();
            afterwards(() -> toHost.accept(new EzspFrame(extended, sequence, EzspFrame.CALLBACK, id, octets).write()));
        }
    }
}

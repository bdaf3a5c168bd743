package io.hanproof.ncp;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The commands that a stick of one EZSP version knows. */
final class CommandTable {
    /** Frames that only a stick sends. */
    private static final Set<Integer> CALLBACKS = Set.of(
            0x0D, 0x19, 0x1B, 0x1C, 0x23, 0x24, 0x31, 0x32, 0x3F, 0x44, 0x45, 0x46, 0x48, 0x54, 0x58, 0x59, 0x62, 0x6E,
            0x7C, 0x7D, 0x80, 0x9B, 0x9E, 0xA0, 0xC4, 0xE9, 0xEB, 0xF2);

    private final int version;
    private final Map<Integer, Command> commands = new HashMap<>();

    /** What a command does: reads its parameters, and writes those of its response. */
    interface Handler {
        void handle(OctetReader in, OctetWriter out);
    }

    record Command(String name, Handler handler) {}

    CommandTable(int version) {
        this.version = version;
    }

    CommandTable put(int id, String name, Handler handler) {
        commands.put(id, new Command(name, handler));
        return this;
    }

    CommandTable since(int first, int id, String name, Handler handler) {
        return version >= first ? put(id, name, handler) : this;
    }

    CommandTable until(int last, int id, String name, Handler handler) {
        return version <= last ? put(id, name, handler) : this;
    }

    Optional<Command> find(int id) {
        return Optional.ofNullable(commands.get(id));
    }

    static boolean isCallback(int id) {
        return CALLBACKS.contains(id);
    }
}

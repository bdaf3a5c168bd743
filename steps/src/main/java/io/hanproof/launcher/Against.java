package io.hanproof.launcher;

import java.util.List;

/** What the scenarios of a run are held against, as {@code --against} names it. */
sealed interface Against {
    List<String> FORMS = List.of("emulator", "dongle:PORT[,family=ember,baud=115200]", "socket:HOST:PORT");

    /** Our own emulators. */
    record Emulator() implements Against {
        @Override
        public List<String> times() {
            return List.of("virtual", "wall");
        }

        @Override
        public String toString() {
            return "emulator";
        }
    }

    /** A product on the air, reached through a ZigBee stick. */
    record Dongle(String address) implements Against {
        @Override
        public List<String> times() {
            return List.of("wall", "stepped");
        }

        @Override
        public String toString() {
            return "dongle:" + address;
        }
    }

    /** Somebody's emulator, or an adapter, that comes to us. */
    record Socket(String host, int port) implements Against {
        @Override
        public List<String> times() {
            return List.of("virtual", "wall");
        }

        @Override
        public String toString() {
            return "socket:%s:%d".formatted(host, port);
        }
    }

    /** How time can pass there; the first is how it does unless something else is asked for. */
    List<String> times();

    default boolean isOurs() {
        return this instanceof Emulator;
    }

    /** @throws UsageFault when it has none of the forms */
    static Against parse(String text) {
        if (text.equals("emulator")) {
            return new Emulator();
        }
        if (text.startsWith("dongle:") && text.length() > "dongle:".length()) {
            return new Dongle(text.substring("dongle:".length()));
        }
        if (text.startsWith("socket:")) {
            return socket(text, text.substring("socket:".length()));
        }
        throw new UsageFault("--against needs %s, found %s".formatted(String.join(" or ", FORMS), text));
    }

    private static Socket socket(String text, String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new UsageFault("--against socket needs HOST:PORT, found " + text);
        }
        return new Socket(address.substring(0, colon), port("--against " + text, address.substring(colon + 1)));
    }

    /** @throws UsageFault when it is no TCP port; 0 lets the machine choose one */
    static int port(String option, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 0xFFFF) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw new UsageFault("%s needs a port from 0 to 65535, found %s".formatted(option, text));
    }
}

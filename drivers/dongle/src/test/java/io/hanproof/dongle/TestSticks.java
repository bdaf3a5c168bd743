package io.hanproof.dongle;

import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Recorder;
import io.hanproof.ncp.EmulatedStick;
import io.hanproof.ncp.Home;
import io.hanproof.ncp.MemoryLine;
import io.hanproof.ncp.NcpFault;
import io.hanproof.ncp.PtyLine;
import io.hanproof.ncp.StickSettings;
import io.hanproof.ncp.TcpLine;
import io.hanproof.ncp.Tenant;
import io.hanproof.octets.Eui64;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Emulated sticks in an emulated home, and what a host opens them with. */
final class TestSticks implements AutoCloseable {
    static final Eui64 HUB = DisplayTenant.HUB;
    static final Eui64 ROUTER = Eui64.parse("00A1B2C3D4E5000A");
    static final int EZSP = Integer.getInteger("hanproof.test.ezsp", 8);
    static final SharedKey KEY = SharedKey.parse("000102030405060708090A0B0C0D0E0F");

    final Home home;

    private TestSticks(List<Tenant> tenants) {
        home = new Home(LinkBudget.band2400MHz(), new Recorder(), 1, tenants);
    }

    static TestSticks with(Tenant... tenants) {
        return new TestSticks(List.of(tenants));
    }

    static NetworkSettings network(StickEndpoint... endpoints) {
        return new NetworkSettings(15, 0x1A2B, 0xDDDD_0001_0002_0003L, KEY, SharedKey.wellKnown(), List.of(endpoints));
    }

    EmulatedStick make(Eui64 address, NcpFault... faults) {
        return home.stick(StickSettings.of(address, EZSP).withFaults(List.of(faults)));
    }

    static Line inMemory(EmulatedStick stick) {
        var line = new MemoryLine();
        stick.plug(line);
        return new MemoryHostLine(line);
    }

    static StickAddress onTcp(EmulatedStick stick) {
        var line = TcpLine.onLoopback();
        stick.plug(line);
        return StickAddress.parse(line.name());
    }

    /** A serial port as far as the host can tell. */
    static StickAddress onPty(EmulatedStick stick) {
        try {
            var directory = Files.createTempDirectory("hanproof-stick");
            directory.toFile().deleteOnExit();
            var line = new PtyLine(directory.resolve("tty"));
            stick.plug(line);
            return StickAddress.parse(line.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stick open(Line line, StickRole role, NetworkSettings settings) {
        return Stick.open(line, StickFamily.EMBER, role, settings, words -> {});
    }

    @Override
    public void close() {
        home.close();
    }
}

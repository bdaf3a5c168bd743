package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.dongle.FoundPort;
import io.hanproof.dongle.StickFamily;
import io.hanproof.launcher.BenchFinding.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCheckTest {
    private static final PortAccess MINE = new PortAccess(true, Optional.of("dialout"));
    private static final PortAccess NOT_MINE = new PortAccess(false, Optional.of("uucp"));

    @TempDir
    Path temp;

    private String port = "";

    @BeforeEach
    void plug() throws IOException {
        port = Files.createFile(temp.resolve("ttyUSB0")).toRealPath().toString();
    }

    private FoundPort stick() {
        return new FoundPort(
                port,
                "CP2102N",
                Optional.of("0001ABCD"),
                Optional.of(0x10C4),
                Optional.of(0xEA60),
                Optional.of(StickFamily.EMBER));
    }

    private FoundPort otherPort() {
        return new FoundPort(port, "modem", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void anOldJavaIsWrong() {
        assertThat(MachineCheck.java(Runtime.Version.parse("17.0.9"), "Somebody"))
                .isEqualTo(BenchFinding.wrong("Java 17.0.9 (Somebody): hanproof needs 21 or newer"));
        assertThat(MachineCheck.java(Runtime.Version.parse("21"), "Somebody").level())
                .isEqualTo(Level.OK);
    }

    @Test
    void aStickThatNobodyMayUseComesWithItsGroupAndItsRule() {
        var check = new MachineCheck(List.of(stick()), it -> NOT_MINE);

        List<BenchFinding> findings = check.allPorts();

        assertThat(findings)
                .containsExactly(BenchFinding.wrong(port
                        + " may not be read and written by this user: sudo usermod -aG uucp $USER, then log in"
                        + " again; or put this line in /etc/udev/rules.d/70-hanproof.rules: SUBSYSTEM==\"tty\","
                        + " ATTRS{idVendor}==\"10c4\", ATTRS{idProduct}==\"ea60\", MODE=\"0666\" - then: sudo"
                        + " udevadm control --reload && sudo udevadm trigger"));
    }

    @Test
    void aPortOfRootsAloneIsGivenToTheUsualGroup() {
        var check = new MachineCheck(List.of(), it -> new PortAccess(false, Optional.of("root")));

        assertThat(check.port(port))
                .contains(BenchFinding.wrong(port
                        + " may not be read and written by this user: sudo usermod -aG dialout"
                        + " $USER, then log in again"));
    }

    @Test
    void aPortWithoutAStickIsNobodysLoss() {
        var check = new MachineCheck(List.of(otherPort()), it -> NOT_MINE);

        assertThat(check.allPorts()).extracting(BenchFinding::level).containsExactly(Level.ADVICE, Level.ADVICE);
    }

    @Test
    void aPortThatMayBeUsedIsShownAsPortsShowsIt() {
        var check = new MachineCheck(List.of(stick()), it -> MINE);

        assertThat(check.allPorts())
                .containsExactly(BenchFinding.ok(PortsCommand.line(stick()) + ", may be read and written"));
    }

    @Test
    void aMachineWithoutPortsMayHaveAStickOnTheNetwork() {
        var check = new MachineCheck(List.of(), it -> MINE);

        assertThat(check.allPorts())
                .singleElement()
                .satisfies(it -> assertThat(it.level()).isEqualTo(Level.ADVICE))
                .satisfies(it -> assertThat(it.sentence()).contains("tcp://HOST:PORT"));
    }

    @Test
    void aStickIsKnownByALinkToItsPort() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("by-id"), Path.of(port));
        var check = new MachineCheck(List.of(stick()), it -> NOT_MINE);

        assertThat(check.port(link.toString()))
                .hasValueSatisfying(it -> assertThat(it.sentence()).contains("ATTRS{idVendor}==\"10c4\""));
    }

    @Test
    void ofAPortThatIsNotThereOrOnTheNetworkThereIsNothingToSay() {
        var check = new MachineCheck(List.of(), it -> NOT_MINE);

        assertThat(check.port("/dev/ttyNOWHERE")).isEmpty();
        assertThat(check.port("tcp://127.0.0.1:6638")).isEmpty();
        assertThat(check.port("COM3")).isEmpty();
    }
}

package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.BenchOrder;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.ncp.EndpointDescription;
import io.hanproof.ncp.Home;
import io.hanproof.ncp.Line;
import io.hanproof.ncp.NcpFault;
import io.hanproof.ncp.PtyLine;
import io.hanproof.ncp.StickSettings;
import io.hanproof.ncp.TcpLine;
import io.hanproof.ncp.Tenant;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.venue.Cast;
import io.hanproof.venue.DisplayTenant;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The doctor at an emulated stick with an emulated device behind it: everything but the air is as at a real bench. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DoctorCommandTest {
    private static final String PROFILE = "ppmid-example";

    @TempDir
    Path temp;

    private static Tenant device() {
        var cast = new Cast(
                new Products().shipped(PROFILE).profile(), Policies.DEFAULT, Baseline.BASELINE_2019, Optional.empty());
        return new DisplayTenant(cast, StickSettings.USUAL_ADDRESS);
    }

    /** One that waits until joining is permitted. */
    private record Newcomer(Tenant tenant) implements Tenant {
        @Override
        public Eui64 address() {
            return tenant.address();
        }

        @Override
        public List<EndpointDescription> endpoints() {
            return tenant.endpoints();
        }

        @Override
        public void settle(SimulatedHan han, BenchOrder.Begin begin, Runnable announce) {
            tenant.settle(han, begin, announce);
        }

        @Override
        public boolean joined() {
            return false;
        }
    }

    private static Home home(Tenant... tenants) {
        return new Home(LinkBudget.band2400MHz(), new Recorder(), 1, List.of(tenants));
    }

    private static String plugged(Home home, Line line, NcpFault... faults) {
        home.stick(StickSettings.of(StickSettings.USUAL_ADDRESS, StickSettings.OLDEST_EZSP)
                        .withFaults(List.of(faults)))
                .plug(line);
        return line.name();
    }

    private String profile(String capabilities, String rest) throws IOException {
        Path file = temp.resolve("mine.yaml");
        Files.writeString(file, """
                profile: mine
                device: PPMID
                identity: { manufacturer: "0xFFF0", model: "0xAABC", hardware: "1.1" }
                firmware:
                  - { name: "0x10", version: "0x11", is: installed }
                  - { name: "0x20", version: "0x20" }
                capabilities: { %s }
                %s
                """.formatted(capabilities, rest));
        return file.toString();
    }

    @Test
    void aBenchThatIsAsItsProfileSaysIsFit() {
        try (var home = home(device())) {
            String port = plugged(home, TcpLine.onLoopback());

            Launched doctor = Launched.with("doctor", "--port", port, "--profile", PROFILE);

            assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(ExitCode.PASSED);
            assertThat(doctor.out().lines())
                    .noneMatch(it -> it.startsWith("wrong"))
                    .contains(
                            "ok      00A1B2C3D4E50001 is a router, manufacturer code 0x1002 in its node descriptor",
                            "ok      OTA client on endpoint 1 of profile 0x0109",
                            "ok      ManufacturerID 0xFFFE, as declared",
                            "ok      runs 0x00000010, the installed firmware of profile ppmid-example",
                            "ok      Basic cluster: ManufacturerName \"hanproof\", ModelIdentifier \"PPMID\","
                                    + " ZCLVersion 3, HWVersion 1, PowerSource 1")
                    .last()
                    .asString()
                    .startsWith("nothing is wrong: ");
        }
    }

    @Test
    void aStickInASerialPortIsAskedWithoutAProfileToo() {
        try (var home = home()) {
            String port = plugged(home, new PtyLine(temp.resolve("stick")));

            Launched doctor = Launched.with("doctor", "--port", port);

            assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(ExitCode.PASSED);
            assertThat(doctor.out().lines())
                    .anyMatch(it -> it.startsWith("ok      Java "))
                    .contains("ok      " + port + " may be read and written")
                    .anyMatch(it -> it.startsWith("ok      stick 00A1B2C3D4E50000 of family ember, EZSP 8, firmware: "))
                    .anyMatch(it ->
                            it.startsWith("ok      network on channel 20; strongest signal on each in dBm: 11: "));
        }
    }

    @Test
    void whatTheProfileGetsWrongIsSaid() throws IOException {
        String mine = profile("own-clock: false, current-file-version: false", "");
        try (var home = home(device())) {
            String port = plugged(home, TcpLine.onLoopback());

            Launched doctor = Launched.with("doctor", "--port", port, "--profile", mine);

            assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(ExitCode.INCONCLUSIVE);
            assertThat(doctor.out().lines())
                    .contains(
                            "wrong   ManufacturerID is 0xFFFE, profile mine says 0xFFF0",
                            "wrong   runs 0x00000010, which profile mine does not name; installed is 0x00000011",
                            "advice  current-file-version is not declared, and the device tells"
                                    + " CurrentFileVersion: declared, more scenarios apply",
                            "unknown resume is not declared: only scenarios show whether that is so")
                    .anyMatch(it ->
                            it.startsWith("advice  own-clock is not declared, and an endpoint uses the Time cluster"))
                    .last()
                    .asString()
                    .startsWith("this bench is not fit for a run: ");
        }
    }

    @Test
    void aDeviceThatIsNewIsLetIn() {
        try (var home = home(new Newcomer(device()))) {
            String port = plugged(home, TcpLine.onLoopback());

            Launched doctor = Launched.with("doctor", "--port", port, "--profile", PROFILE);

            assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(ExitCode.PASSED);
            assertThat(doctor.err())
                    .contains("joining is permitted for 1 min: put the PPMID in joining mode")
                    .contains("asking 00A1B2C3D4E50001 what it is");
        }
    }

    @Test
    void aDeviceThatNeverComesLeavesItsProfileUncompared() throws IOException {
        String mine = profile(
                "own-clock: true",
                "network: { channel: 15, pan: \"0x1A2B\", extended-pan: \"DDDD000100020003\","
                        + " device: \"00A1B2C3D4E50F01\", join: PT1S }");
        try (var home = home(device())) {
            String port = plugged(home, TcpLine.onLoopback());

            Launched doctor = Launched.with("doctor", "--port", port, "--profile", mine);

            assertThat(doctor.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
            assertThat(doctor.out().lines())
                    .anyMatch(it -> it.startsWith("ok      network on channel 15;"))
                    .anyMatch(it ->
                            it.startsWith("wrong   no PPMID with address 00A1B2C3D4E50F01 was heard on the stick's"
                                    + " network within 1 s"))
                    .contains("unknown whether the PPMID is what profile mine declares: it could not be asked");
        }
    }

    @Test
    void aHubIsJoinedAndNotFormedOver() {
        try (var home = home()) {
            String port = plugged(home, TcpLine.onLoopback());

            Launched doctor = Launched.with("doctor", "--port", port, "--profile", "hub-example");

            assertThat(doctor.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
            assertThat(doctor.out()).contains("found no network to join", "unknown whether the HUB is what profile");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 66, 76})
    void aStickThatIsPulledOutIsSaidToBeGone(int commands) {
        try (var home = home(device())) {
            String port = plugged(home, TcpLine.onLoopback(), new NcpFault.Unplugs(commands, Duration.ofMinutes(1)));

            Launched doctor = Launched.with("doctor", "--port", port, "--profile", PROFILE);

            assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(ExitCode.INCONCLUSIVE);
            assertThat(doctor.out().lines())
                    .anyMatch(it -> it.startsWith("wrong") && it.contains("is gone"))
                    .anyMatch(
                            it -> it.startsWith("unknown whether the PPMID is what profile ppmid-example declares: "));
        }
    }

    @Test
    void aStickWithNewerFirmwareIsRefusedInPlainWords() throws InterruptedException {
        Path link = temp.resolve("stick");
        try (var bench = StickBench.plugged(link, PROFILE, "--fault", "reports-version=14");
                var doctor = Forked.hanproof("doctor", "--port", link.toString(), "--profile", PROFILE)) {
            int exitCode = doctor.exitCode();

            assertThat(exitCode).as(bench.stick().text()).isEqualTo(ExitCode.INCONCLUSIVE);
            assertThat(doctor.awaitLine("wrong "))
                    .contains("speaks EZSP 14, hanproof knows 4 to 13: give the stick firmware with EZSP 8 to 12");
            assertThat(doctor.awaitLine("unknown firmware")).endsWith("it could not be asked");
        }
    }

    @Test
    void aPortThatIsNotThereIsNamed() {
        Launched doctor =
                Launched.with("doctor", "--port", temp.resolve("nothing").toString());

        assertThat(doctor.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(doctor.out()).contains("wrong   port " + temp.resolve("nothing") + " does not exist");
    }

    @Test
    void aLineThatSaysNothingIsNoStick() throws IOException {
        try (var silent = new ServerSocket(0)) {
            Launched doctor = Launched.with("doctor", "--port", "tcp://127.0.0.1:" + silent.getLocalPort());

            assertThat(doctor.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
            assertThat(doctor.out()).contains("does not answer a reset: wrong baud rate or flow control");
        }
    }

    @Test
    void withoutAPortTheMachineIsLookedAt() {
        Launched doctor = Launched.with("doctor");

        assertThat(doctor.exitCode()).isIn(ExitCode.PASSED, ExitCode.INCONCLUSIVE);
        assertThat(doctor.out().lines())
                .hasSizeGreaterThan(2)
                .first()
                .asString()
                .startsWith("ok      Java ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--profile ppmid-example | --profile is compared with what a stick hears: it needs --port",
                "--port /dev/ttyUSB0,baud=fast | --port: baud needs a number from 1 to 4000000, found fast",
                "--port /dev/ttyUSB0 --profile nowhere.yaml | --profile: there is no file nowhere.yaml",
                "--prot /dev/ttyUSB0 | unknown option --prot: did you mean --port?",
            })
    void whatIsAskedWronglyIsAUsageError(String args, String message) {
        Launched doctor = Launched.with(("doctor " + args).split(" "));

        assertThat(doctor.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(doctor.err()).startsWith("hanproof: " + message);
    }
}

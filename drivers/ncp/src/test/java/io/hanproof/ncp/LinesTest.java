package io.hanproof.ncp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.jna.Platform;
import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class LinesTest {
    private final Home home = Homes.empty();
    private final EmulatedStick stick = home.stick(StickSettings.of(Homes.STICK, 8));

    @TempDir
    private Path folder;

    @AfterEach
    void closeTheHome() {
        home.close();

        assertThat(home.failures()).isEmpty();
        assertThat(stick.errors()).isEmpty();
    }

    @Test
    void servesOneHostAfterAnotherOverTcp() throws IOException {
        var line = TcpLine.onLoopback();
        stick.plug(line);

        try (var first = overTcp(line)) {
            assertThat(first.start(8).command(0x18, "")).isEqualTo(Octets.hex("00"));
        }

        try (var second = overTcp(line)) {
            assertThat(second.reset()).isEqualTo(new AshFrame.ResetAck(2, 0x0B));
        }
    }

    @Test
    void isNotThereOverTcpWhilePulledOut() throws IOException {
        var line = TcpLine.onLoopback();
        stick.plug(line);
        var host = overTcp(line).start(8).form();
        host.callback(0x19);

        stick.unplug();

        assertThatThrownBy(host::frame).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> overTcp(line)).isInstanceOf(ConnectException.class);
        stick.replug();
        var again = overTcp(line).start(8);
        assertThat(again.command(0x17, "0000")).isEqualTo(Octets.hex("00"));
        again.close();
    }

    @Test
    void servesOneHostAfterAnotherOverAPseudoTerminal() throws IOException {
        assumeFalse(Platform.isWindows(), "Windows has no pseudo-terminals of this kind");
        var line = new PtyLine(folder.resolve("stick"));
        stick.plug(line);

        try (var first = overPty(line)) {
            assertThat(first.start(8).command(0x81, "06 7E 7D 11 13 18 1A"))
                    .isEqualTo(Octets.hex("06 7E 7D 11 13 18 1A"));
        }

        try (var second = overPty(line)) {
            assertThat(second.reset()).isEqualTo(new AshFrame.ResetAck(2, 0x0B));
        }
    }

    @Test
    void takesItsLinkAlongWhenPulledOut() throws IOException {
        assumeFalse(Platform.isWindows(), "Windows has no pseudo-terminals of this kind");
        var link = folder.resolve("stick");
        var line = new PtyLine(link);
        stick.plug(line);
        var host = overPty(line).start(8).form();
        host.callback(0x19);

        stick.unplug();

        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThatThrownBy(host::frame).isInstanceOf(UncheckedIOException.class);
        stick.replug();
        try (var again = overPty(line)) {
            assertThat(again.start(8).command(0x17, "0000")).isEqualTo(Octets.hex("00"));
        }
        host.close();
    }

    @Test
    void leavesAloneWhatIsNotItsOwn() throws IOException {
        assumeFalse(Platform.isWindows(), "Windows has no pseudo-terminals of this kind");
        var taken = Files.createFile(folder.resolve("taken"));

        assertThatThrownBy(() -> stick.plug(new PtyLine(taken)))
                .isInstanceOf(BenchFault.class)
                .hasMessageContaining("link needs a name that is free");
        assertThat(taken).exists();
    }

    @Test
    void takesTheNameOfAStickThatDiedOver() throws IOException {
        assumeFalse(Platform.isWindows(), "Windows has no pseudo-terminals of this kind");
        var link = Files.createSymbolicLink(folder.resolve("stick"), Path.of("/dev/pts/no-such-terminal"));

        stick.plug(new PtyLine(link));

        assertThat(Files.exists(link)).isTrue();
    }

    private static TestHost overTcp(TcpLine line) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), line.port());
        return new TestHost(socket.getInputStream(), socket.getOutputStream(), socket);
    }

    private static TestHost overPty(PtyLine line) throws IOException {
        var file = new RandomAccessFile(line.name(), "rw");
        return new TestHost(
                Channels.newInputStream(file.getChannel()), Channels.newOutputStream(file.getChannel()), file);
    }
}

package io.hanproof.dongle;

import io.hanproof.lab.BenchFault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;

/** A stick behind a network socket: a serial server, or one that somebody emulates. */
final class TcpLine implements Line {
    private static final int CONNECT_MILLIS = 5_000;

    private final StickAddress address;
    private final Socket socket = new Socket();

    TcpLine(StickAddress address) {
        this.address = address;
    }

    @Override
    public String name() {
        return address.words();
    }

    @Override
    public void open() {
        try {
            socket.connect(new InetSocketAddress(address.host(), address.tcpPort()), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(READ_MILLIS);
        } catch (UnknownHostException e) {
            throw new BenchFault("host %s of %s has no address".formatted(address.host(), address.port()), e);
        } catch (SocketTimeoutException e) {
            throw new BenchFault(
                    "%s does not take a connection within %d s".formatted(address.port(), CONNECT_MILLIS / 1000), e);
        } catch (IOException | RuntimeException e) {
            throw new BenchFault("%s takes no connection: %s".formatted(address.port(), e.getMessage()), e);
        }
    }

    @Override
    public int read(byte[] into) {
        try {
            return socket.getInputStream().read(into);
        } catch (SocketTimeoutException e) {
            return 0;
        } catch (IOException e) {
            return GONE;
        }
    }

    @Override
    public boolean write(byte[] octets) {
        try {
            socket.getOutputStream().write(octets);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }

    @Override
    public Optional<String> serialNumber() {
        return Optional.empty();
    }

    @Override
    public Line again() {
        return new TcpLine(address);
    }
}

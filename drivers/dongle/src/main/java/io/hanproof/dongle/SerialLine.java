package io.hanproof.dongle;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.hanproof.lab.BenchFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stick in a serial port of this machine. */
final class SerialLine implements Line {
    private static final int DATA_BITS = 8;
    static final String NONE_KNOWN = "Unknown"; // what jSerialComm says for a port without a serial number

    private final StickAddress address;
    private final Optional<String> wanted;
    private @Nullable SerialPort port;

    SerialLine(StickAddress address) {
        this(address, Optional.empty());
    }

    /** @param wanted USB serial number of the stick, which counts before the port's name */
    private SerialLine(StickAddress address, Optional<String> wanted) {
        this.address = address;
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return address.words();
    }

    @Override
    public void open() {
        var found = find();
        found.setComPortParameters(address.baud(), DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        found.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
        found.setFlowControl(flowControl());
        if (!found.openPort()) {
            throw refused(found);
        }
        found.flushIOBuffers(); // what somebody else left unread says nothing to us
        port = found;
    }

    private SerialPort find() {
        var same = wanted.flatMap(number -> Arrays.stream(SerialPort.getCommPorts())
                .filter(it -> it.getSerialNumber().equals(number))
                .findFirst());
        if (same.isPresent()) {
            return same.get();
        }
        if (wanted.isPresent()) {
            throw new BenchFault("no port has the stick with USB serial number %s".formatted(wanted.get()));
        }
        // of a path that does not exist jSerialComm takes the last part, and looks for that in /dev
        if (address.port().contains("/") && !Files.exists(Path.of(address.port()))) {
            throw new BenchFault(missing());
        }
        try {
            return SerialPort.getCommPort(address.port());
        } catch (SerialPortInvalidPortException e) {
            throw new BenchFault(missing(), e);
        }
    }

    private String missing() {
        return "port %s does not exist: is the stick plugged in? This machine has %s"
                .formatted(address.port(), Ports.names());
    }

    private BenchFault refused(SerialPort found) {
        return new BenchFault(SerialFaults.refused(
                found.getSystemPortPath(),
                Files.exists(Path.of(found.getSystemPortPath())),
                mayUse(Path.of(found.getSystemPortPath())),
                found.getLastErrorCode()));
    }

    private static boolean mayUse(Path device) {
        return Files.isReadable(device) && Files.isWritable(device);
    }

    private int flowControl() {
        return switch (address.flow()) {
            case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
            case RTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
            case XON -> SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
        };
    }

    @Override
    public int read(byte[] into) {
        var open = port;
        return open == null ? GONE : Math.max(GONE, open.readBytes(into, into.length));
    }

    @Override
    public boolean write(byte[] octets) {
        var open = port;
        return open != null && open.writeBytes(octets, octets.length) == octets.length;
    }

    @Override
    public void close() {
        var open = port;
        if (open != null) {
            open.closePort();
        }
    }

    @Override
    public Optional<String> serialNumber() {
        var open = port;
        return wanted.or(() -> Optional.ofNullable(open)
                .map(SerialPort::getSerialNumber)
                .filter(it -> !it.isBlank() && !it.equals(NONE_KNOWN)));
    }

    @Override
    public Line again() {
        return new SerialLine(address, serialNumber());
    }
}

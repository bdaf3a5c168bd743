package io.hanproof.dongle;

import io.hanproof.lab.BenchFault;
import io.hanproof.ncp.MemoryLine;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The host's end of an emulated stick's line within this process. */
final class MemoryHostLine implements Line {
    private final MemoryLine stick;
    private MemoryLine.@Nullable HostEnd end;

    MemoryHostLine(MemoryLine stick) {
        this.stick = stick;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void open() {
        try {
            end = stick.connect();
        } catch (IOException e) {
            throw new BenchFault(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public int read(byte[] into) {
        var open = end;
        try {
            return open == null ? GONE : open.input().read(into);
        } catch (InterruptedIOException e) {
            return 0;
        } catch (IOException e) {
            return GONE;
        }
    }

    @Override
    public boolean write(byte[] octets) {
        var open = end;
        try {
            if (open != null) {
                open.output().write(octets);
            }
            return open != null;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        var open = end;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public Optional<String> serialNumber() {
        return Optional.empty();
    }

    @Override
    public Line again() {
        return new MemoryHostLine(stick);
    }
}

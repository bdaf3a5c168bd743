package io.hanproof.bulk;

import io.hanproof.duis.DccAlert;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.UserMessage;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.FrameTap;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a line for each device that the DCC tells a user of: rejected or alert, the user, the device, and the reason or kind. */
public final class BulkReport implements FrameTap, AutoCloseable {
    private final BufferedWriter out;

    public BulkReport(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
    }

    @Override
    public int sent(long nanos, ApsFrame frame) {
        return 0;
    }

    @Override
    public void outcome(int number, long nanos, Delivery delivery) {}

    @Override
    public void power(long nanos, Eui64 node, boolean on) {}

    @Override
    public int wan(long nanos, WanMessage message) {
        return 0;
    }

    @Override
    public int user(long nanos, Eui64 user, boolean toDcc, UserMessage message) {
        switch (message) {
            case ServiceResponse response -> {
                if (response.answer() instanceof ServiceResponse.Accepted(var rejected)) {
                    rejected.forEach(it ->
                            line("rejected", user, it.device(), it.reason().name()));
                } else {
                    throw new IllegalStateException("the DCC answered " + response);
                }
            }
            case DccAlert.UpdateRequested it -> lines(user, it.devices(), "UpdateRequested");
            case DccAlert.FirmwareUpgradeRequested it -> lines(user, it.devices(), "FirmwareUpgradeRequested");
            case DccAlert.FirmwareTransfer it -> lines(user, List.of(it.device()), "FirmwareTransfer");
            case DccAlert.FirmwareRead it -> lines(user, List.of(it.device()), "FirmwareRead");
            case UserMessage other -> {
                if (!toDcc) {
                    throw new IllegalStateException("the DCC said " + other);
                }
            }
        }
        return 0;
    }

    private void lines(Eui64 user, List<Eui64> devices, String kind) {
        devices.forEach(it -> line("alert", user, it, kind));
    }

    private void line(String what, Eui64 user, Eui64 device, String why) {
        try {
            out.append(what).append('\t').append(user.toString()).append('\t');
            out.append(device.toString()).append('\t').append(why).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

package io.hanproof.zcl.ota;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.util.Optional;

/**
 * Asks the server whether it holds an image for this client.
 *
 * @param hardware absent when field control bit 0 is clear
 */
public record QueryNextImageRequest(ImageId running, Optional<HardwareVersion> hardware)
        implements OtaCommand.ToServer {
    public static final int ID = 0x01;
    private static final int HARDWARE_PRESENT = 0b1;

    static QueryNextImageRequest read(OctetReader in) {
        int control = in.u8("field control");
        var running = ImageId.read(in);
        var hardware = (control & HARDWARE_PRESENT) == 0
                ? Optional.<HardwareVersion>empty()
                : Optional.of(HardwareVersion.of(in.u16("hardware version")));
        return new QueryNextImageRequest(running, hardware);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        running.write(out.u8(hardware.isPresent() ? HARDWARE_PRESENT : 0));
        hardware.ifPresent(it -> out.u16(it.u16()));
        return out;
    }
}

package io.hanproof.zdo;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;

/**
 * What a node is.
 *
 * @param kind 0 coordinator, 1 router, 2 end device
 * @param capability as {@link ZdoCommand.DeviceAnnounce} has it
 */
public record NodeDescriptor(int kind, int capability, int manufacturer, int largestBuffer, int largestIncoming) {
    private static final int KIND = 0b111;
    private static final int BAND_2400_MHZ = 0x40;

    static NodeDescriptor read(OctetReader in) {
        int kind = in.u8("logical type") & KIND;
        in.u8("frequency band");
        int capability = in.u8("MAC capability flags");
        int manufacturer = in.u16("manufacturer code");
        int largestBuffer = in.u8("maximum buffer size");
        int largestIncoming = in.u16("maximum incoming transfer size");
        in.u16("server mask");
        in.u16("maximum outgoing transfer size");
        in.u8("descriptor capability");
        return new NodeDescriptor(kind, capability, manufacturer, largestBuffer, largestIncoming);
    }

    void write(OctetWriter out) {
        out.u8(kind)
                .u8(BAND_2400_MHZ)
                .u8(capability)
                .u16(manufacturer)
                .u8(largestBuffer)
                .u16(largestIncoming)
                .u16(0)
                .u16(largestIncoming)
                .u8(0);
    }
}

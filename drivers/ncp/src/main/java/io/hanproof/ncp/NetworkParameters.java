package io.hanproof.ncp;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;

/** EZSP's EmberNetworkParameters: which network a stick is on. */
record NetworkParameters(
        long extendedPanId,
        int panId,
        int power,
        int channel,
        int joinMethod,
        int managerId,
        int updateId,
        long channels) {
    static final NetworkParameters NONE = new NetworkParameters(0, 0xFFFF, 0, 0, 0, 0, 0, 0);

    private static final int FIRST_CHANNEL = 11;
    private static final int LAST_CHANNEL = 26;

    static NetworkParameters read(OctetReader in) {
        return new NetworkParameters(
                in.u64("extendedPanId"),
                in.u16("panId"),
                in.u8("radioTxPower"),
                in.u8("radioChannel"),
                in.u8("joinMethod"),
                in.u16("nwkManagerId"),
                in.u8("nwkUpdateId"),
                in.u32("channels"));
    }

    OctetWriter write(OctetWriter out) {
        return out.u64(extendedPanId)
                .u16(panId)
                .u8(power)
                .u8(channel)
                .u8(joinMethod)
                .u16(managerId)
                .u8(updateId)
                .u32(channels);
    }

    static boolean isChannel(int number) {
        return number >= FIRST_CHANNEL && number <= LAST_CHANNEL;
    }

    /** Whether somebody who asks for that network asks for this one. */
    boolean isMeantBy(NetworkParameters wanted) {
        return channel == wanted.channel && (panId == wanted.panId || extendedPanId == wanted.extendedPanId);
    }

    NetworkParameters onChannel(int number) {
        return new NetworkParameters(
                extendedPanId, panId, power, number, joinMethod, managerId, updateId, 1L << number);
    }

    NetworkParameters withPower(int dBm) {
        return new NetworkParameters(extendedPanId, panId, dBm, channel, joinMethod, managerId, updateId, channels);
    }
}

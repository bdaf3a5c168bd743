package io.hanproof.ncp;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/** What a stick tells its host unasked. */
final class Callbacks {
    /** What has become of a node, as the trust centre sees it. */
    enum Update {
        SECURED_REJOIN(0, 3),
        UNSECURED_JOIN(1, 0),
        LEFT(2, 3);

        private final int status;
        private final int decision;

        Update(int status, int decision) {
            this.status = status;
            this.decision = decision;
        }
    }

    private static final int STACK_STATUS = 0x19;
    private static final int NETWORK_FOUND = 0x1B;
    private static final int SCAN_COMPLETE = 0x1C;
    private static final int TRUST_CENTER_JOIN = 0x24;
    private static final int MESSAGE_SENT = 0x3F;
    private static final int INCOMING_MESSAGE = 0x45;
    private static final int ENERGY_SCAN_RESULT = 0x48;
    private static final int CUSTOM_FRAME = 0x54;
    private static final int UNICAST = 0;
    private static final int BROADCAST = 4;
    private static final int LQI = 0xFF;
    private static final int RSSI = -40;
    private static final int NO_INDEX = 0xFF;
    private static final int PRO = 2;

    private final Ncp ncp;

    Callbacks(Ncp ncp) {
        this.ncp = ncp;
    }

    void stackStatus(EmberStatus status) {
        ncp.callback(STACK_STATUS, new OctetWriter().u8(status.code()));
    }

    void messageSent(Stack.Outgoing message, EmberStatus status) {
        var out = new OctetWriter().u8(message.type()).u16(message.destination());
        ncp.callback(
                MESSAGE_SENT,
                message.header().write(out).u8(message.tag()).u8(status.code()).u8(0));
    }

    void incoming(boolean broadcast, ApsHeader header, int sender, Octets contents) {
        var out = new OctetWriter(20 + contents.length()).u8(broadcast ? BROADCAST : UNICAST);
        ncp.callback(
                INCOMING_MESSAGE,
                header.write(out)
                        .u8(LQI)
                        .u8(RSSI)
                        .u16(sender)
                        .u8(NO_INDEX)
                        .u8(NO_INDEX)
                        .u8(contents.length())
                        .octets(contents));
    }

    void trustCenterJoin(int shortAddress, Eui64 node, Update update) {
        ncp.callback(
                TRUST_CENTER_JOIN,
                new OctetWriter()
                        .u16(shortAddress)
                        .u64(node.value())
                        .u8(update.status)
                        .u8(update.decision)
                        .u16(ShortAddresses.COORDINATOR));
    }

    void energy(int channel, int dBm) {
        ncp.callback(ENERGY_SCAN_RESULT, new OctetWriter().u8(channel).u8(dBm));
    }

    void network(NetworkParameters found, boolean joinable) {
        ncp.callback(
                NETWORK_FOUND,
                new OctetWriter()
                        .u8(found.channel())
                        .u16(found.panId())
                        .u64(found.extendedPanId())
                        .u8(joinable ? 1 : 0)
                        .u8(PRO)
                        .u8(found.updateId())
                        .u8(LQI)
                        .u8(RSSI));
    }

    void scanComplete() {
        ncp.callback(SCAN_COMPLETE, new OctetWriter().u8(0).u8(EmberStatus.SUCCESS.code()));
    }

    void custom(Octets payload) {
        ncp.callback(CUSTOM_FRAME, new OctetWriter().u8(payload.length()).octets(payload));
    }
}

package io.hanproof.dongle;

import com.zsmartsystems.zigbee.dongle.cc2531.ZigBeeDongleTiCc2531;
import com.zsmartsystems.zigbee.dongle.conbee.ZigBeeDongleConBee;
import com.zsmartsystems.zigbee.dongle.telegesis.ZigBeeDongleTelegesis;
import com.zsmartsystems.zigbee.dongle.xbee.ZigBeeDongleXBee;
import com.zsmartsystems.zigbee.transport.ZigBeePort;
import com.zsmartsystems.zigbee.transport.ZigBeeTransportTransmit;
import java.util.ArrayList;
import java.util.List;

/** The library's other drivers, and what they cannot do. */
final class PlainDongles {
    private static final String ONE_WAY = "this stick's driver does not tell how a frame that arrives was addressed,"
            + " secured and acknowledged: what a requirement says of that cannot be judged";
    private static final String UNSECURED = "this stick's driver sends without APS security whatever it is asked for:"
            + " a product that insists on security will not answer";

    private PlainDongles() {}

    static ZigBeeTransportTransmit make(StickFamily family, ZigBeePort port) {
        return switch (family) {
            case EMBER -> throw new IllegalArgumentException("an EmberZNet stick has a transport of its own");
            case CC2531 -> new ZigBeeDongleTiCc2531(port);
            case CONBEE -> new ZigBeeDongleConBee(port);
            case XBEE -> new ZigBeeDongleXBee(port);
            case TELEGESIS -> new ZigBeeDongleTelegesis(port);
        };
    }

    static List<String> limits(StickFamily family) {
        var limits = new ArrayList<>(List.of(ONE_WAY));
        switch (family) {
            case EMBER -> limits.clear();
            case CC2531 -> {
                limits.add(UNSECURED);
                limits.add("a CC2531 sends from one endpoint for each profile, not from the one asked for");
            }
            case CONBEE -> {
                limits.add(UNSECURED);
                limits.add("a ConBee keeps the network that its own software has given it,"
                        + " whatever channel and keys are asked for");
            }
            case XBEE ->
                limits.add("an XBee does not acknowledge on the APS layer: a delivery is known to the next hop only");
            case TELEGESIS -> limits.add("a Telegesis stick tells of deliveries only to the next hop");
        }
        return List.copyOf(limits);
    }
}

package io.hanproof.dongle;

import java.util.List;

/**
 * One endpoint that a stick shows to others.
 *
 * @param number 1 to 240
 * @param profile application profile, 0x0109 for Smart Energy
 * @param device device identifier in that profile
 * @param servers clusters that it serves
 * @param clients clusters that it uses
 */
public record StickEndpoint(int number, int profile, int device, List<Integer> servers, List<Integer> clients) {
    private static final int SMART_ENERGY = 0x0109;
    private static final int ENERGY_SERVICE_INTERFACE = 0x0500;
    private static final int IN_HOME_DISPLAY = 0x0502;
    private static final int HUB_ENDPOINT = 0x7B;
    private static final int DEVICE_ENDPOINT = 1;
    private static final int BASIC = 0x0000;
    private static final int TIME = 0x000A;
    private static final int OTA = 0x0019;
    private static final int KEY_ESTABLISHMENT = 0x0800;
    private static final int MOST = 240;

    public StickEndpoint {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("an endpoint needs a number from 1 to 240, found " + number);
        }
        servers = List.copyOf(servers);
        clients = List.copyOf(clients);
    }

    /** A hub's: serves images and the time, on an endpoint that is not 1. */
    public static StickEndpoint hub() {
        return new StickEndpoint(
                HUB_ENDPOINT,
                SMART_ENERGY,
                ENERGY_SERVICE_INTERFACE,
                List.of(BASIC, TIME, OTA, KEY_ESTABLISHMENT),
                List.of(BASIC, KEY_ESTABLISHMENT));
    }

    /** A display's: fetches images and reads the time, on endpoint 1. */
    public static StickEndpoint display() {
        return new StickEndpoint(
                DEVICE_ENDPOINT,
                SMART_ENERGY,
                IN_HOME_DISPLAY,
                List.of(BASIC, KEY_ESTABLISHMENT),
                List.of(TIME, OTA, KEY_ESTABLISHMENT));
    }
}

package io.hanproof.dcc;

import io.hanproof.octets.Eui64;

/**
 * What the DCC knows of a hub.
 *
 * @param updatesHanDevices whether its own firmware can take images for displays and load switches
 * @param knownToCsp whether the Communication Service Provider recognises its identifier
 * @param reachable whether what the CSP sends arrives
 */
public record CommunicationsHub(Eui64 id, boolean updatesHanDevices, boolean knownToCsp, boolean reachable) {
    public static CommunicationsHub of(Eui64 id) {
        return new CommunicationsHub(id, true, true, true);
    }

    public CommunicationsHub notUpdatingHanDevices() {
        return new CommunicationsHub(id, false, knownToCsp, reachable);
    }

    public CommunicationsHub unknownToCsp() {
        return new CommunicationsHub(id, updatesHanDevices, false, reachable);
    }

    public CommunicationsHub reachable(boolean now) {
        return new CommunicationsHub(id, updatesHanDevices, knownToCsp, now);
    }
}

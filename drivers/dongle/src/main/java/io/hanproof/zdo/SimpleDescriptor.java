package io.hanproof.zdo;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What one endpoint of a node is.
 *
 * @param servers clusters that it serves
 * @param clients clusters that it uses
 */
public record SimpleDescriptor(
        int endpoint, int profile, int device, int version, List<Integer> servers, List<Integer> clients) {
    private static final int VERSION = 0b1111;

    public SimpleDescriptor {
        servers = List.copyOf(servers);
        clients = List.copyOf(clients);
    }

    static SimpleDescriptor read(OctetReader in) {
        int endpoint = in.u8("endpoint");
        int profile = in.u16("profile");
        int device = in.u16("device identifier");
        int version = in.u8("device version") & VERSION;
        return new SimpleDescriptor(
                endpoint, profile, device, version, clusters(in, "input cluster"), clusters(in, "output cluster"));
    }

    void write(OctetWriter out) {
        out.u8(endpoint).u16(profile).u16(device).u8(version);
        clusters(out, servers);
        clusters(out, clients);
    }

    int length() {
        return 8 + 2 * (servers.size() + clients.size());
    }

    static List<Integer> clusters(OctetReader in, String what) {
        int count = in.u8(what + " count");
        var clusters = new ArrayList<Integer>(count);
        for (int i = 0; i < count; i++) {
            clusters.add(in.u16(what));
        }
        return List.copyOf(clusters);
    }

    static void clusters(OctetWriter out, List<Integer> clusters) {
        out.u8(clusters.size());
        clusters.forEach(out::u16);
    }
}

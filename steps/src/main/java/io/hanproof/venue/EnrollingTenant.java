package io.hanproof.venue;

import io.hanproof.cbke.DeviceCertificate;
import io.hanproof.cbke.Enrolee;
import io.hanproof.cbke.KeyEstablishment;
import io.hanproof.cbke.KeyEstablishmentCommand;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.BenchOrder;
import io.hanproof.lab.Seed;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.ncp.EndpointDescription;
import io.hanproof.ncp.Tenant;
import io.hanproof.octets.Eui64;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A device behind an emulated stick that comes without a link key: it establishes one with the hub over the air, and is the
 * usual display from then on.
 */
public final class EnrollingTenant implements Tenant {
    private static final int HUB_ENDPOINT = 0x7B;

    private final DisplayTenant display;
    private final Eui64 hub;
    private final DeviceCertificate own;
    private volatile boolean enrolled;

    /**
     * @param display what it is once it has a link key
     * @param hub the stick that serves it
     * @throws BenchFault when the certificate is somebody else's
     */
    public EnrollingTenant(DisplayTenant display, Eui64 hub, DeviceCertificate own) {
        if (!own.subject().equals(display.address())) {
            throw new BenchFault("--certificates needs the certificate of the device %s, found one of %s"
                    .formatted(display.address(), own.subject()));
        }
        this.display = display;
        this.hub = hub;
        this.own = own;
    }

    @Override
    public Eui64 address() {
        return display.address();
    }

    @Override
    public List<EndpointDescription> endpoints() {
        return display.endpoints().stream()
                .map(it -> new EndpointDescription(
                        it.number(),
                        it.profile(),
                        it.device(),
                        it.version(),
                        withKeyEstablishment(it.inClusters()),
                        withKeyEstablishment(it.outClusters())))
                .toList();
    }

    private static List<Integer> withKeyEstablishment(List<Integer> clusters) {
        var all = new ArrayList<>(clusters);
        all.add(KeyEstablishmentCommand.CLUSTER);
        return List.copyOf(all);
    }

    @Override
    public boolean enrolled() {
        return enrolled;
    }

    @Override
    public void settle(SimulatedHan han, BenchOrder.Begin begin, Runnable announce) {
        enrolled = false;
        var radio = han.join(address(), Set.of(Cast.DEVICE_ENDPOINT));
        var machine = new KeyEstablishment(
                own,
                hub,
                Seed.derive(begin.seed(), "key establishment", address().toString()));
        var place = new Enrolee.Place(Cast.DEVICE_ENDPOINT, hub, HUB_ENDPOINT);
        new Enrolee(radio, han.timeline(), place, machine, linkKey -> {
                    enrolled = true;
                    radio.close(); // the display joins in its place
                    display.settle(han, begin, announce);
                })
                .begin();
    }
}

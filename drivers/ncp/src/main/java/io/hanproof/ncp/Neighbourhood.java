package io.hanproof.ncp;

import io.hanproof.lab.BenchOrder;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.octets.Eui64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is on the network, who joins and leaves it, and who is told of that. */
final class Neighbourhood {
    private static final int FOR_EVER = 255;

    private final List<Tenant> tenants;
    private final List<Stack> sticks = new ArrayList<>();
    private final Set<Eui64> settled = new LinkedHashSet<>();
    private final ShortAddresses addresses = new ShortAddresses();
    private final ZdoTraffic zdo = new ZdoTraffic(this);
    private SimulatedHan han;
    private BenchOrder.Begin beginning;
    private int permissions;

    Neighbourhood(List<Tenant> tenants, SimulatedHan han, BenchOrder.Begin beginning) {
        this.tenants = List.copyOf(tenants);
        this.han = han;
        this.beginning = beginning;
        settle();
    }

    void add(Stack stick) {
        sticks.add(stick);
    }

    /** Everybody moves to another HAN, where devices are as from the factory. */
    void move(SimulatedHan to, BenchOrder.Begin begin) {
        han = to;
        beginning = begin;
        permissions++;
        settled.clear();
        sticksUp().forEach(Stack::tuneIn);
        settle();
    }

    private void settle() {
        tenants.stream().filter(Tenant::joined).forEach(this::settle);
    }

    private void settle(Tenant tenant) {
        settled.add(tenant.address());
        tenant.settle(han, beginning, () -> announce(tenant.address(), Callbacks.Update.SECURED_REJOIN));
    }

    SimulatedHan han() {
        return han;
    }

    ShortAddresses addresses() {
        return addresses;
    }

    ZdoTraffic zdo() {
        return zdo;
    }

    /** Mains of all devices on or off. */
    void power(boolean on) {
        for (Eui64 each : settled) {
            boolean change = han.isPowered(each) != on;
            han.power(each, on);
            if (on && change) {
                announce(each, Callbacks.Update.SECURED_REJOIN);
            }
        }
    }

    Optional<Stack> coordinator() {
        return sticksUp().stream().filter(Stack::isCoordinator).findFirst();
    }

    private List<Stack> sticksUp() {
        return sticks.stream().filter(Stack::isUp).toList();
    }

    /** The stick with that address, if there is one that is up. */
    Optional<Stack> stick(Eui64 address) {
        return sticksUp().stream().filter(it -> it.address().equals(address)).findFirst();
    }

    /** All nodes on the network, sticks first. */
    List<Neighbour> all() {
        var all = new ArrayList<Neighbour>();
        sticksUp().forEach(it -> all.add(it.asNeighbour()));
        for (Tenant each : tenants) {
            Eui64 address = each.address();
            if (settled.contains(address)) {
                all.add(new Neighbour(address, addresses.of(address), false, han.isPowered(address), each.endpoints()));
            }
        }
        return all;
    }

    Optional<Neighbour> find(Eui64 address) {
        return all().stream().filter(it -> it.address().equals(address)).findFirst();
    }

    Optional<Neighbour> find(int shortAddress) {
        return all().stream().filter(it -> it.shortAddress() == shortAddress).findFirst();
    }

    /** Sticks of one network share the trust centre's key. */
    boolean sharesKey(Stack stick, Eui64 other) {
        for (Tenant each : tenants) {
            if (each.address().equals(other)) {
                return each.enrolled() || stick.nvram().keys().find(other) != KeyTable.NOT_FOUND;
            }
        }
        return true;
    }

    /** A stick has come up: it hears of all others, and they of it. */
    void cameUp(Stack stick) {
        tellOfOthers(stick);
        announce(stick.address(), Callbacks.Update.SECURED_REJOIN);
    }

    /** Every stick hears of all others. */
    void tellAll() {
        sticksUp().forEach(this::tellOfOthers);
    }

    private void tellOfOthers(Stack stick) {
        for (Neighbour each : all()) {
            if (!each.address().equals(stick.address())) {
                tell(stick, each, Callbacks.Update.SECURED_REJOIN);
            }
        }
    }

    private void announce(Eui64 node, Callbacks.Update update) {
        find(node)
                .ifPresent(it -> sticksUp().stream()
                        .filter(to -> !to.address().equals(node))
                        .forEach(to -> tell(to, it, update)));
    }

    private void tell(Stack to, Neighbour node, Callbacks.Update update) {
        if (to.isCoordinator()) {
            to.callbacks().trustCenterJoin(node.shortAddress(), node.address(), update);
        }
        zdo.announce(node, to);
    }

    /** The network that a stick may join as a router, if there is one that lets it. */
    Optional<Nvram.Membership> admit(NetworkParameters wanted, Security keys) {
        return coordinator()
                .filter(Stack::permits)
                .flatMap(it -> it.nvram().membership())
                .filter(it -> it.network().isMeantBy(wanted))
                .filter(it -> it.security().linkKey().equals(keys.linkKey()))
                .map(it -> new Nvram.Membership(
                        Nvram.ROUTER,
                        it.network(),
                        keys.withNetworkKey(
                                it.security().networkKey(), it.security().networkKeySequence())));
    }

    /** Lets new nodes join through that stick for so many seconds, or no more. */
    void permit(Stack stick, int seconds) {
        int permission = ++permissions;
        stick.permit(seconds > 0);
        if (seconds == 0) {
            return;
        }
        tenants.stream().filter(it -> !settled.contains(it.address())).forEach(it -> {
            settle(it);
            announce(it.address(), Callbacks.Update.UNSECURED_JOIN);
        });
        if (seconds < FOR_EVER) {
            han.timeline().in(Duration.ofSeconds(seconds), () -> {
                if (permission == permissions) {
                    stick.permit(false);
                }
            });
        }
    }

    /** A node is told to leave the network. */
    void dismiss(Eui64 node) {
        stick(node).ifPresent(Stack::leave);
        if (settled.contains(node)) {
            int number = addresses.of(node);
            han.power(node, false);
            settled.remove(node);
            coordinator().ifPresent(it -> it.callbacks().trustCenterJoin(number, node, Callbacks.Update.LEFT));
        }
    }
}

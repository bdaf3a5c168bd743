package io.hanproof.steps;

import io.hanproof.lab.BenchFault;
import io.hanproof.zcl.BasicAttribute;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ZclCommand;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.OtaCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a scenario makes the hub and the devices say. */
final class Speech {
    private final World world;
    private @Nullable Sight<?> said;

    Speech(World world) {
        this.world = world;
    }

    /** Lets a display send a command, and remembers it as what was said last. */
    <C extends OtaCommand> Sight<C> say(String display, C command) {
        int from = world.witness().next();
        world.devices().display(display).say(world.hub().address(), command);
        return remember(sent(from, command));
    }

    /** Lets a display read attributes of a server of the hub. */
    Sight<ReadAttributes> displayReads(String display, Cluster cluster, int attribute) {
        int from = world.witness().next();
        var command = new ReadAttributes(List.of(attribute));
        world.devices()
                .display(display)
                .say(
                        world.hub().address(),
                        cluster,
                        command.frame(Direction.TO_SERVER, world.site().sequence()));
        return remember(sent(from, command));
    }

    /** Lets the hub read an attribute of a display's OTA client. */
    Sight<ReadAttributes> hubReads(String display, OtaAttribute attribute) {
        return hubReads(display, Cluster.OTA, Direction.TO_CLIENT, attribute.id());
    }

    /** Lets the hub read an attribute of a server of a display. */
    Sight<ReadAttributes> hubReads(String display, BasicAttribute attribute) {
        return hubReads(display, Cluster.BASIC, Direction.TO_SERVER, attribute.id());
    }

    private Sight<ReadAttributes> hubReads(String display, Cluster cluster, Direction direction, int attribute) {
        int from = world.witness().next();
        var command = new ReadAttributes(List.of(attribute));
        world.hub()
                .ours()
                .say(
                        world.devices().address(display),
                        cluster.id(),
                        command.frame(direction, world.site().sequence()));
        return sent(from, command);
    }

    void hubNotifies(String display) {
        world.hub().ours().notify(world.devices().address(display));
    }

    @SuppressWarnings("unchecked") // the type was looked at
    <C> Sight<C> lastSaid(Class<C> type) {
        var last = said;
        if (last == null || !type.isInstance(last.message())) {
            throw new BenchFault("no display has said a " + type.getSimpleName() + " in this scenario");
        }
        return (Sight<C>) last;
    }

    private <C extends ZclCommand> Sight<C> remember(Sight<C> sight) {
        said = sight;
        return sight;
    }

    @SuppressWarnings("unchecked") // equal commands are of one type
    private <C extends ZclCommand> Sight<C> sent(int from, C command) {
        return (Sight<C>) world.witness()
                .first(ZclCommand.class, from, it -> it.message().equals(command))
                .map(it -> (Sight<?>) it)
                .orElseThrow(() -> new BenchFault("what was to be said did not reach the air: " + command));
    }
}

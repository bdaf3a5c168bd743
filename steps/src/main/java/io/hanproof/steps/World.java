package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.image.OtaImage;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.Entry;
import io.hanproof.lab.Timeline;
import io.hanproof.profile.Policy;
import io.hanproof.profile.Profile;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ZclCommand;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.OtaCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One scenario's world: a HAN of its own, what crosses it, and what the checks found. Public because PicoContainer makes it. */
public final class World {
    private final RunContext run = WorldFactory.context();
    private final Ledger ledger = new Ledger();
    private @Nullable Site site;
    private @Nullable Witness witness;
    private @Nullable Supply supply;
    private @Nullable UpdateBench bench;
    private int since;
    private @Nullable Sight<?> said;

    /** Sets the scenario up; nothing has crossed the HAN yet. */
    void open(long seed) {
        var opened = new Site(run, seed);
        site = opened;
        witness = new Witness(opened.recording(), opened.timeline());
        supply = new Supply(this);
        bench = new UpdateBench(this);
    }

    RunContext run() {
        return run;
    }

    Site site() {
        return Objects.requireNonNull(site);
    }

    Witness witness() {
        return Objects.requireNonNull(witness);
    }

    Supply supply() {
        return Objects.requireNonNull(supply);
    }

    UpdateBench bench() {
        return Objects.requireNonNull(bench);
    }

    Ledger ledger() {
        return ledger;
    }

    VersionOracle versionOracle() {
        return new VersionOracle(this);
    }

    Timeline timeline() {
        return site().timeline();
    }

    /** A sentence that acts begins here: what a later sentence judges is what comes from now on. */
    Timeline begin() {
        since = witness().next();
        return timeline();
    }

    /** Number of the first frame that the latest acting sentence can have caused. */
    int since() {
        return since;
    }

    /** Clock times are of the day on which the scenario began. */
    Instant today(LocalTime clock) {
        return site().start()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .atTime(clock)
                .toInstant(ZoneOffset.UTC);
    }

    Profile.Timing timing() {
        return run.profile().timing();
    }

    Profile.Model model() {
        return site().firmwares().model(site().kind(Site.FIRST));
    }

    Duration readBackDelay() {
        return run.policies().duration(Policy.READ_BACK_DELAY);
    }

    long version(String firmware) {
        return site().firmwares().version(firmware);
    }

    OtaImage image(String firmware) {
        return supply().delivered(firmware);
    }

    /** Whether hanproof plays the devices, and the hub is what is judged. */
    boolean judgesHub() {
        return site().judgesHub();
    }

    boolean isFromHub(Sight<?> sight) {
        return sight.from().equals(Site.HUB);
    }

    boolean isFrom(Sight<?> sight, String display) {
        return sight.from().equals(site().address(display));
    }

    boolean isTo(Sight<?> sight, String display) {
        return sight.to().equals(site().address(display));
    }

    /** Whether it is the other side's answer to that request. */
    boolean answers(Sight<?> answer, Sight<?> request) {
        return answer.from().equals(request.to())
                && answer.to().equals(request.from())
                && answer.sequence() == request.sequence();
    }

    /** Lets a display send a command, and remembers it as what was said last. */
    <C extends OtaCommand> Sight<C> say(String display, C command) {
        int from = witness().next();
        site().display(display).say(Site.HUB, command);
        return remember(sent(from, command));
    }

    /** Lets a display read attributes of a server of the hub. */
    Sight<ReadAttributes> displayReads(String display, Cluster cluster, int attribute) {
        int from = witness().next();
        var command = new ReadAttributes(List.of(attribute));
        site().display(display).say(Site.HUB, cluster, command.frame(Direction.TO_SERVER, site().sequence()));
        return remember(sent(from, command));
    }

    /** Lets the hub read an attribute of a display's OTA client. */
    Sight<ReadAttributes> hubReads(String display, OtaAttribute attribute) {
        int from = witness().next();
        var command = new ReadAttributes(List.of(attribute.id()));
        site().hub()
                .say(site().address(display), Cluster.OTA.id(), command.frame(Direction.TO_CLIENT, site().sequence()));
        return sent(from, command);
    }

    void hubNotifies(String display) {
        site().hub().notify(site().address(display));
    }

    @SuppressWarnings("unchecked") // the type was looked at
    <C> Sight<C> lastSaid(Class<C> type) {
        var last = said;
        if (last == null || !type.isInstance(last.message())) {
            throw new BenchFault("no display has said a " + type.getSimpleName() + " in this scenario");
        }
        return (Sight<C>) last;
    }

    /** No answer came: the target's fault only when it was sure to have heard the question. */
    <C> Sight<C> silence(String expected, Sight<?> request) {
        if (site().recording().entry(request.number()) instanceof Entry.Frame frame
                && frame.delivery() == Delivery.DELIVERED) {
            fail("expected %s to frame %d, saw none although it was acknowledged"
                    .formatted(expected, request.number()));
        }
        throw new BenchFault("no %s, and frame %d was not acknowledged".formatted(expected, request.number()));
    }

    private <C extends ZclCommand> Sight<C> remember(Sight<C> sight) {
        said = sight;
        return sight;
    }

    @SuppressWarnings("unchecked") // equal commands are of one type
    private <C extends ZclCommand> Sight<C> sent(int from, C command) {
        return (Sight<C>) witness()
                .first(ZclCommand.class, from, it -> it.message().equals(command))
                .map(it -> (Sight<?>) it)
                .orElseThrow(() -> new BenchFault("what was to be said did not reach the air: " + command));
    }
}

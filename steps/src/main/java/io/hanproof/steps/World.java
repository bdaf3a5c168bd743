package io.hanproof.steps;

import io.hanproof.evidence.PlannedScenario;
import io.hanproof.image.OtaImage;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Timeline;
import io.hanproof.profile.Policy;
import io.hanproof.profile.Profile;
import io.hanproof.zcl.BasicAttribute;
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
import java.util.Optional;
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

    /** Takes the scenario down; says what it left behind, which is nothing when its bench was not fit to begin. */
    Outcome close(PlannedScenario scenario) {
        var opened = site;
        var recording = opened == null ? new Recorder().recording() : opened.recording();
        var hanTime =
                opened == null ? Duration.ZERO : Duration.between(opened.start(), opened.timeline().instant());
        if (opened != null) {
            opened.close();
        }
        return new Outcome(
                scenario,
                Optional.empty(),
                hanTime,
                ledger.frames(),
                ledger.observations(),
                ledger.evidence(),
                List.of(),
                recording);
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
        return sight.from().equals(site().hubAddress());
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
        site().display(display).say(site().hubAddress(), command);
        return remember(sent(from, command));
    }

    /** Lets a display read attributes of a server of the hub. */
    Sight<ReadAttributes> displayReads(String display, Cluster cluster, int attribute) {
        int from = witness().next();
        var command = new ReadAttributes(List.of(attribute));
        site().display(display).say(site().hubAddress(), cluster, command.frame(Direction.TO_SERVER, site().sequence()));
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
        int from = witness().next();
        var command = new ReadAttributes(List.of(attribute));
        site().hub().say(site().address(display), cluster.id(), command.frame(direction, site().sequence()));
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

    Silence silence() {
        return new Silence(this);
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

package io.hanproof.steps;

import io.hanproof.evidence.PlannedScenario;
import io.hanproof.image.OtaImage;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Recording;
import io.hanproof.lab.Timeline;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Policy;
import io.hanproof.profile.Profile;
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
    private @Nullable Premises premises;
    private boolean handedOver;
    private Instant began = Instant.EPOCH;
    private int since;
    private final Speech speech = new Speech(this);

    /** Sets the scenario up: anew, with nothing that has crossed the HAN, or on what the one before has left. */
    void open(String place, long seed) {
        var taken = run.handover().take(place);
        premises = taken.orElseGet(() -> anew(seed));
        handedOver = taken.isPresent();
        began = timeline().instant();
        since = witness().next();
    }

    private Premises anew(long seed) {
        var site = new Site(run, seed);
        var chain = site.judgesDcc() ? Optional.of(new Chain(run, site)) : Optional.<Chain>empty();
        return new Premises(
                site,
                new Witness(site.recording(), site.timeline()),
                new Supply(this),
                new UpdateBench(this),
                new SupplierDesk(this),
                chain);
    }

    /**
     * Takes the scenario down, unless another goes on where it ends; says what it left behind, which is nothing when its bench
     * was not fit to begin.
     */
    Outcome close(String place, PlannedScenario scenario, boolean failed) {
        var opened = premises;
        if (opened == null) {
            return outcome(scenario, Optional.empty(), Duration.ZERO, new Recorder().recording());
        }
        Site site = opened.site();
        Optional<String> lost = site.ground().lost();
        site.ground().remarks().forEach(ledger::remark);
        boolean kept = !failed && lost.isEmpty() && run.handover().keep(place, opened);
        var hanTime = Duration.between(began, timeline().instant());
        var recording = kept || handedOver ? site.recording().copy() : site.recording();
        if (!kept) {
            site.close();
        }
        return outcome(scenario, lost, hanTime, recording);
    }

    private Outcome outcome(PlannedScenario scenario, Optional<String> lost, Duration hanTime, Recording recording) {
        return new Outcome(
                scenario,
                Optional.empty(),
                lost,
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

    private Premises premises() {
        return Objects.requireNonNull(premises);
    }

    Site site() {
        return premises().site();
    }

    HanHub hub() {
        return site().hub();
    }

    HanDevices devices() {
        return site().devices();
    }

    Witness witness() {
        return premises().witness();
    }

    /** The DCC under test, with its users. */
    Chain chain() {
        return premises()
                .chain()
                .orElseThrow(() ->
                        new BenchFault("this sentence is about the DCC, which is judged by" + " scenarios of its own"));
    }

    Supply supply() {
        return premises().supply();
    }

    UpdateBench bench() {
        return premises().bench();
    }

    SupplierDesk desk() {
        return premises().desk();
    }

    /** What scenarios call the device under test. */
    String called() {
        return devices().called(HanDevices.FIRST);
    }

    /** The requirement that a device of either kind has to meet first: a display's, or else that of a meter or a switch. */
    String precondition(String displays, String switches) {
        return devices().kind(HanDevices.FIRST).isDisplay() ? displays : switches;
    }

    /** SHA-256 of the Manufacturer Image of that name for the device under test. */
    Octets hashOf(String firmware) {
        return supply().isDelivered(firmware)
                ? supply().delivered(firmware).sha256()
                : site().firmwares()
                        .image(firmware, devices().kind(HanDevices.FIRST), Optional.empty())
                        .sha256();
    }

    /** Whether the scenario goes on where another has ended: what its first sentences declare may be so already. */
    boolean handedOver() {
        return handedOver;
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

    /** A clock time is the first of its kind since the scenario began. */
    Instant today(LocalTime clock) {
        Instant start = site().start();
        Instant sameDay =
                start.atOffset(ZoneOffset.UTC).toLocalDate().atTime(clock).toInstant(ZoneOffset.UTC);
        return sameDay.isBefore(start) ? sameDay.plus(Duration.ofDays(1)) : sameDay;
    }

    /** A display is on the HAN, and runs that firmware. */
    void joinDisplay(String firmware) {
        if (!handedOver) {
            devices().joinDisplay(firmware);
            new Restoration(this).to(HanDevices.FIRST, firmware);
        }
    }

    void joinDisplayOf(String hardware) {
        if (!handedOver) {
            devices().joinDisplayWithHardware(hardware);
            new Restoration(this).to(HanDevices.FIRST, Firmwares.INSTALLED);
        }
    }

    /** A scenario's first sentence sets a clock that is still free; any other waits. */
    void clockIs(LocalTime clock) {
        Instant when = today(clock);
        if (site().recording().size() > 0 || !site().ground().setClock(when)) {
            timeline().advanceTo(when);
        }
    }

    Profile.Timing timing() {
        return run.profile().timing();
    }

    Profile.Model model() {
        return site().firmwares().model(devices().kind(HanDevices.FIRST));
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
        return hub().isJudged();
    }

    boolean isFromHub(Sight<?> sight) {
        return sight.from().equals(hub().address());
    }

    boolean isFrom(Sight<?> sight, String display) {
        return sight.from().equals(devices().address(display));
    }

    boolean isTo(Sight<?> sight, String display) {
        return sight.to().equals(devices().address(display));
    }

    /** Whether it is the other side's answer to that request. */
    boolean answers(Sight<?> answer, Sight<?> request) {
        return answer.from().equals(request.to())
                && answer.to().equals(request.from())
                && answer.sequence() == request.sequence();
    }

    Speech speech() {
        return speech;
    }

    Silence silence() {
        return new Silence(this);
    }
}

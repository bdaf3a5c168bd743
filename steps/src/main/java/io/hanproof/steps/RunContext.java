package io.hanproof.steps;

import io.hanproof.evidence.PlannedScenario;
import io.hanproof.gbcs.Keys;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Profile;
import io.hanproof.venue.Venue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the scenarios of one request to the JUnit Platform have in common: the launcher makes it, the world reads it.
 *
 * @param image a real OTA file that takes the place of the profile's update
 * @param misbehaviour name of the one that the emulated target shall have
 * @param keys what GBCS messages are signed and checked with
 * @param venue where they take place
 * @param handover which scenarios go on where others end
 * @param plan the planned scenarios by place, as {@code uri:line}
 * @param outcomes who is told what each scenario left behind; called from any thread
 */
public record RunContext(
        Profile profile,
        Policies policies,
        Baseline baseline,
        Optional<Path> image,
        Optional<String> misbehaviour,
        Keys keys,
        Venue venue,
        Handover handover,
        Map<String, PlannedScenario> plan,
        Consumer<Outcome> outcomes) {}

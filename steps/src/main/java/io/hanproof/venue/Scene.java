package io.hanproof.venue;

import io.hanproof.lab.Recorder;
import io.hanproof.profile.Profile;

/**
 * What a scenario brings along.
 *
 * @param seed what its chance derives from
 * @param recorder who writes down what crosses the HAN
 */
public record Scene(Profile profile, long seed, Recorder recorder) {}

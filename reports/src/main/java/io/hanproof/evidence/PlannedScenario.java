package io.hanproof.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One scenario of the catalogue for one profile.
 *
 * @param id requirement and slug of rule, scenario and example values; does not change when lines move
 * @param target device or hub
 * @param requirements of its rule, the first one naming it
 * @param section of the requirement, as in the catalogue of requirements
 * @param seed derived from the run's seed, the id and the profile
 */
public record PlannedScenario(
        String id,
        String name,
        String target,
        List<String> requirements,
        String section,
        String feature,
        String rule,
        String uri,
        int line,
        List<String> tags,
        String profile,
        long seed) {

    /** Hash over a plan, one line of id and profile for each scenario in order. */
    public static String sha256(List<PlannedScenario> plan) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (PlannedScenario it : plan) {
                hash.update((it.id + " " + it.profile + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().withUpperCase().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.hanproof.launcher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All scenarios there are, in order of their files and lines.
 *
 * @param own whether they are hanproof's, rather than the user's
 * @param sha256 hash over the features' texts in order of their names
 */
record Catalogue(boolean own, List<CatalogueScenario> scenarios, String sha256) {
    private static final String FOLDER = "features";

    /** hanproof's own features. A mistake in them is hanproof's. */
    static Catalogue shipped(Set<String> requirements) {
        try {
            return read(true, FeatureText.shipped(Catalogue.class.getClassLoader(), FOLDER), requirements);
        } catch (FeatureFault e) {
            throw new OwnFault("its own features are wrong: " + e.getMessage(), e);
        }
    }

    /** A user's features. */
    static Catalogue in(Path folder, Set<String> requirements) {
        try {
            return read(false, FeatureText.in(folder), requirements);
        } catch (FeatureFault e) {
            throw new UsageFault(FeatureFault.message(e.mistakes()), e);
        }
    }

    private static Catalogue read(boolean own, List<FeatureText> texts, Set<String> requirements) {
        var reader = new FeatureReader(requirements);
        var scenarios = new ArrayList<CatalogueScenario>();
        var mistakes = new ArrayList<String>();
        for (FeatureText text : texts) {
            try {
                scenarios.addAll(reader.read(text));
            } catch (FeatureFault e) {
                mistakes.addAll(e.mistakes());
            }
        }
        mistakes.addAll(clashes(scenarios));
        if (!mistakes.isEmpty()) {
            throw new FeatureFault(mistakes);
        }
        return new Catalogue(own, List.copyOf(scenarios), sha256(texts));
    }

    private static List<String> clashes(List<CatalogueScenario> scenarios) {
        var mistakes = new ArrayList<String>();
        Map<String, CatalogueScenario> byId = new HashMap<>();
        for (CatalogueScenario it : scenarios) {
            CatalogueScenario first = byId.putIfAbsent(it.id(), it);
            if (first != null) {
                mistakes.add("%s:%d: another name is needed, %s:%d has the same identifier %s"
                        .formatted(it.file(), it.line(), first.file(), first.line(), it.id()));
            }
        }
        return mistakes;
    }

    /** Every tag that some scenario has. */
    Set<String> tags() {
        var tags = new TreeSet<String>();
        scenarios.forEach(it -> tags.addAll(it.tags()));
        return tags;
    }

    private static String sha256(List<FeatureText> texts) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (FeatureText it : texts) {
                hash.update(it.name().getBytes(StandardCharsets.UTF_8));
                hash.update((byte) 0);
                hash.update(it.text().toArray());
                hash.update((byte) 0);
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

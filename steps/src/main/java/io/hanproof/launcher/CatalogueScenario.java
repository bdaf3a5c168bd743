package io.hanproof.launcher;

import java.util.List;

/**
 * One scenario, or one row of a scenario outline's examples.
 *
 * @param id requirement, or feature where none is named, and slugs of rule, scenario and example values
 * @param uri as Cucumber names the feature file
 * @param file as people name it
 * @param line of the scenario, or of the row
 * @param tags of feature, rule, scenario and examples together, each with its {@code @}
 */
record CatalogueScenario(
        String id,
        String name,
        String feature,
        String rule,
        String uri,
        String file,
        int line,
        List<String> tags,
        Conditions conditions,
        List<Sentence> steps) {

    /** Where it is, as the JUnit Platform and Cucumber tell it. */
    String place() {
        return uri + ":" + line;
    }

    List<String> requirements() {
        return conditions.requirements();
    }
}

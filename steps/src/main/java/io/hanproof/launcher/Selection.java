package io.hanproof.launcher;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import io.hanproof.matrix.Requirement;
import io.hanproof.matrix.Requirements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which scenarios of a catalogue somebody asked for. Whatever is not there is an error: a misspelt name must not select
 * nothing.
 *
 * @param requirements identifiers; none for all
 * @param ids of scenarios; none for all
 * @param tags a tag expression; empty for all
 */
record Selection(List<String> requirements, List<String> ids, Optional<String> tags) {
    static final String IMAGE_TAG = "@image";

    /** Those that satisfy everything given, in the order of the catalogue. */
    List<CatalogueScenario> from(Catalogue catalogue, Requirements known) {
        requirements.forEach(it -> checkRequirement(it, catalogue, known));
        checkIds(catalogue);
        Predicate<List<String>> expression =
                tags.map(it -> expression(it, catalogue.tags())).orElse(it -> true);
        List<CatalogueScenario> selected = catalogue.scenarios().stream()
                .filter(it ->
                        requirements.isEmpty() || it.requirements().stream().anyMatch(requirements::contains))
                .filter(it -> ids.isEmpty() || ids.contains(it.id()))
                .filter(it -> expression.test(it.tags()))
                .toList();
        if (selected.isEmpty()) {
            throw new UsageFault("nothing is selected: no scenario " + text());
        }
        return selected;
    }

    private void checkIds(Catalogue catalogue) {
        Set<String> known = catalogue.scenarios().stream()
                .map(CatalogueScenario::id)
                .collect(Collectors.toCollection(TreeSet::new));
        ids.stream().filter(it -> !known.contains(it)).findFirst().ifPresent(it -> {
            throw Suggestion.unknown("scenario", it, known);
        });
    }

    private static void checkRequirement(String id, Catalogue catalogue, Requirements known) {
        var requirement = known.find(id).orElseThrow(() -> Suggestion.unknown("requirement", id, known.ids()));
        boolean tested =
                catalogue.scenarios().stream().anyMatch(it -> it.requirements().contains(id));
        if (!tested) {
            throw new UsageFault("requirement %s has no scenario: %s".formatted(id, whyUntested(requirement)));
        }
    }

    private static String whyUntested(Requirement requirement) {
        List<String> rules = RecordedRules.requirements().entrySet().stream()
                .filter(it -> it.getValue().contains(requirement.id()))
                .map(Map.Entry::getKey)
                .toList();
        return rules.isEmpty()
                ? requirement
                        .command()
                        .map("it is tested by command: "::concat)
                        .or(requirement::untested)
                        .orElse("none of these features is about it")
                : "in every run it is watched over by " + String.join(", ", rules);
    }

    private static Predicate<List<String>> expression(String text, Set<String> known) {
        try {
            Expression expression = TagExpressionParser.parse(text);
            literals(text).filter(it -> !known.contains(it)).findFirst().ifPresent(it -> {
                throw Suggestion.unknown("tag", it, known);
            });
            return expression::evaluate;
        } catch (TagExpressionException e) {
            throw new UsageFault(
                    "--tags: " + String.valueOf(e.getMessage()).lines().collect(Collectors.joining(" ")), e);
        }
    }

    /** The tags in an expression that the parser found to be well formed. */
    private static Stream<String> literals(String expression) {
        return Arrays.stream(expression.split("(?<!\\\\)[\\s()]+"))
                .map(it -> it.replaceAll("\\\\([\\s()\\\\])", "$1"))
                .filter(it -> !it.isEmpty() && !Set.of("and", "or", "not").contains(it));
    }

    private String text() {
        var parts = new ArrayList<String>();
        if (!requirements.isEmpty()) {
            parts.add("of " + String.join(", ", requirements));
        }
        if (!ids.isEmpty()) {
            parts.add("named " + String.join(", ", ids));
        }
        tags.ifPresent(it -> parts.add("tagged " + it));
        return parts.isEmpty() ? "is there" : "is " + String.join(" and ", parts);
    }
}

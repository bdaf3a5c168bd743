package io.hanproof.launcher;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.ParseError;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads feature files into scenarios, with the parser that Cucumber itself uses. */
final class FeatureReader {
    private final GherkinParser parser = GherkinParser.builder()
            .includeSource(false)
            .includeGherkinDocument(true)
            .includePickles(true)
            .build();
    private final Set<String> requirements;

    /** @param requirements the identifiers that {@code @req:} may name */
    FeatureReader(Set<String> requirements) {
        this.requirements = requirements;
    }

    /** @throws FeatureFault naming every mistake in the file */
    List<CatalogueScenario> read(FeatureText text) {
        List<Envelope> envelopes =
                parser.parse(text.uri(), text.text().toArray()).toList();
        List<String> errors = envelopes.stream()
                .flatMap(it -> it.getParseError().stream())
                .map(it -> parseError(text, it))
                .toList();
        if (!errors.isEmpty()) {
            throw new FeatureFault(errors);
        }
        Optional<Feature> feature = envelopes.stream()
                .flatMap(it -> it.getGherkinDocument().stream())
                .flatMap(it -> it.getFeature().stream())
                .findFirst();
        List<Pickle> pickles =
                envelopes.stream().flatMap(it -> it.getPickle().stream()).toList();
        return feature.map(it -> scenarios(text, it, pickles)).orElse(List.of());
    }

    private List<CatalogueScenario> scenarios(FeatureText text, Feature feature, List<Pickle> pickles) {
        var outline = new Outline(feature);
        var scenarios = new ArrayList<CatalogueScenario>();
        var mistakes = new ArrayList<String>();
        for (Pickle it : pickles) {
            int line = outline.line(it);
            try {
                scenarios.add(scenario(text, outline, it, line));
            } catch (IllegalArgumentException e) {
                mistakes.add("%s:%d: %s".formatted(text.name(), line, e.getMessage()));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new FeatureFault(mistakes);
        }
        return scenarios;
    }

    private CatalogueScenario scenario(FeatureText text, Outline outline, Pickle pickle, int line) {
        List<String> tags =
                pickle.getTags().stream().map(PickleTag::getName).distinct().toList();
        var conditions = Conditions.of(tags, requirements);
        String feature = outline.feature.getName();
        String rule = outline.rule(pickle);
        List<Sentence> steps = pickle.getSteps().stream().map(outline::sentence).toList();
        return new CatalogueScenario(
                id(conditions, feature, rule, pickle.getName(), outline.values(pickle)),
                pickle.getName(),
                feature,
                rule,
                text.uri(),
                text.name(),
                line,
                tags,
                conditions,
                steps);
    }

    /** Made of words alone, so that it stays the same when lines move. */
    private static String id(
            Conditions conditions, String feature, String rule, String name, List<String> exampleValues) {
        var parts = new ArrayList<String>();
        parts.add(
                conditions.requirements().isEmpty()
                        ? Slug.of(feature)
                        : conditions.requirements().getFirst());
        parts.add(Slug.of(rule));
        parts.add(Slug.of(name));
        parts.add(Slug.of(String.join(" ", exampleValues)));
        parts.removeIf(String::isEmpty);
        return String.join("/", parts);
    }

    private static String parseError(FeatureText text, ParseError error) {
        String place =
                error.getSource().getLocation().map(it -> ":" + it.getLine()).orElse("");
        String message = error.getMessage().lines().findFirst().orElse("").replaceFirst("^\\(\\d+:\\d+\\): ", "");
        return text.name() + place + ": " + message;
    }

    /** Where the parts of one feature stand: its pickles know only their identifiers. */
    private static final class Outline {
        private final Feature feature;
        private final Map<String, Integer> lines = new HashMap<>();
        private final Map<String, String> rules = new HashMap<>();
        private final Map<String, String> keywords = new HashMap<>();
        private final Map<String, List<String>> values = new HashMap<>();

        Outline(Feature feature) {
            this.feature = feature;
            for (FeatureChild child : feature.getChildren()) {
                child.getBackground().ifPresent(this::add);
                child.getScenario().ifPresent(it -> add(it, ""));
                child.getRule().ifPresent(rule -> {
                    for (RuleChild inner : rule.getChildren()) {
                        inner.getBackground().ifPresent(this::add);
                        inner.getScenario().ifPresent(it -> add(it, rule.getName()));
                    }
                });
            }
        }

        String rule(Pickle pickle) {
            return rules.getOrDefault(pickle.getAstNodeIds().getFirst(), "");
        }

        /** Of the row, if it stands for one. */
        int line(Pickle pickle) {
            return lineOf(pickle.getAstNodeIds().getLast());
        }

        private int lineOf(String node) {
            return lines.getOrDefault(node, 0);
        }

        Sentence sentence(PickleStep step) {
            String node = step.getAstNodeIds().getFirst();
            return new Sentence(keywords.getOrDefault(node, ""), step.getText(), lineOf(node));
        }

        /** The example values that the scenario's name does not tell. */
        List<String> values(Pickle pickle) {
            return values.getOrDefault(pickle.getAstNodeIds().getLast(), List.of());
        }

        private void add(Background background) {
            add(background.getSteps());
        }

        private void add(Scenario scenario, String rule) {
            lines.put(scenario.getId(), scenario.getLocation().getLine().intValue());
            rules.put(scenario.getId(), rule);
            add(scenario.getSteps());
            for (Examples examples : scenario.getExamples()) {
                for (TableRow row : examples.getTableBody()) {
                    lines.put(row.getId(), row.getLocation().getLine().intValue());
                    values.put(row.getId(), untold(scenario.getName(), examples, row));
                }
            }
        }

        private static List<String> untold(String name, Examples examples, TableRow row) {
            List<TableCell> columns =
                    examples.getTableHeader().map(TableRow::getCells).orElse(List.of());
            return IntStream.range(0, columns.size())
                    .filter(i -> !name.contains("<" + columns.get(i).getValue() + ">"))
                    .mapToObj(i -> row.getCells().get(i).getValue())
                    .toList();
        }

        private void add(List<Step> steps) {
            for (Step it : steps) {
                lines.put(it.getId(), it.getLocation().getLine().intValue());
                keywords.put(it.getId(), it.getKeyword());
            }
        }
    }
}

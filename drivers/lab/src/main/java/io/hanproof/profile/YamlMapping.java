package io.hanproof.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One mapping of a YAML file. What is wrong with a value goes to the problems, and the value counts as absent. */
final class YamlMapping {
    private final Node node;
    private final String path;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();

    /** Takes anything else for a mapping without keys, and says so. */
    YamlMapping(Node node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::take);
        } else {
            problems.add(node, path, "expected a mapping, found " + found(node));
        }
    }

    private void take(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            problems.add(entry.getKeyNode(), path, "expected a key, found " + found(entry.getKeyNode()));
        } else if (values.putIfAbsent(key.getValue(), entry.getValueNode()) != null) {
            problems.add(key, path, "the key %s stands here twice".formatted(key.getValue()));
        } else {
            keys.put(key.getValue(), key);
        }
    }

    /** Reports every key that is none of these. */
    YamlMapping only(String... known) {
        return only(Arrays.asList(known));
    }

    YamlMapping only(List<String> known) {
        keys.forEach((name, key) -> {
            if (!known.contains(name)) {
                problems.add(
                        key,
                        path,
                        "expected one of %s, found the key %s%s"
                                .formatted(String.join(", ", known), name, Nearest.hint(name, known)));
            }
        });
        return this;
    }

    YamlMapping require(String... needed) {
        for (String name : needed) {
            if (node instanceof MappingNode && !values.containsKey(name)) {
                problems.add(node, path, "expected a key %s, found none".formatted(name));
            }
        }
        return this;
    }

    List<String> names() {
        return List.copyOf(values.keySet());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean hasMapping(String name) {
        return values.get(name) instanceof MappingNode;
    }

    boolean hasList(String name) {
        return values.get(name) instanceof SequenceNode;
    }

    Optional<String> text(String name, Shape shape) {
        return at(name).flatMap(it -> text(it, pathTo(name), shape));
    }

    /** A text that no message repeats. */
    Optional<String> secret(String name) {
        var value = at(name);
        if (value.isPresent() && !(value.get() instanceof ScalarNode scalar && isText(scalar))) {
            reject(name, "expected a text, in quotes if it is a number, found something else");
            return Optional.empty();
        }
        return value.map(it -> ((ScalarNode) it).getValue());
    }

    /** The words of a command, the program first; none when there is no such list. */
    List<String> words(String name) {
        var value = at(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof SequenceNode sequence)
                || sequence.getValue().isEmpty()) {
            reject(
                    name,
                    "expected a list of words, the program first, found "
                            + (hasList(name) ? "an empty list" : found(value.get())));
            return List.of();
        }
        var words = new ArrayList<String>();
        for (Node word : sequence.getValue()) {
            text(word, pathTo(name), words.isEmpty() ? Shape.PATH : Shape.TEXT).ifPresent(words::add);
        }
        return words;
    }

    private Optional<String> text(Node value, String where, Shape shape) {
        if (value instanceof ScalarNode scalar && isText(scalar) && shape.fits(scalar.getValue())) {
            return Optional.of(scalar.getValue());
        }
        problems.add(value, where, "expected %s, found %s".formatted(shape.expected(), found(value)));
        return Optional.empty();
    }

    private static boolean isText(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.STR) && !isTruthToSome(scalar);
    }

    /** Older YAML, which many editors speak, takes these words for true and false. */
    private static boolean isTruthToSome(ScalarNode scalar) {
        return scalar.isPlain() && scalar.getValue().matches("(?i)y|n|yes|no|on|off");
    }

    Optional<String> oneOf(String name, List<String> choices) {
        var given = text(name, Shape.TEXT);
        if (given.isPresent() && !choices.contains(given.get())) {
            reject(
                    name,
                    "expected one of %s, found %s%s"
                            .formatted(String.join(", ", choices), given.get(), Nearest.hint(given.get(), choices)));
            return Optional.empty();
        }
        return given;
    }

    boolean flag(String name) {
        var value = at(name);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
            return Boolean.parseBoolean(scalar.getValue());
        }
        reject(name, "expected true or false, found " + found(value.get()));
        return false;
    }

    OptionalInt number(String name, int least, int most) {
        var value = at(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (value.get() instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.INT)
                && scalar.getValue().matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(scalar.getValue());
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        }
        reject(name, "expected a number from %d to %d, found %s".formatted(least, most, found(value.get())));
        return OptionalInt.empty();
    }

    Optional<YamlMapping> mapping(String name) {
        return at(name).map(it -> new YamlMapping(it, pathTo(name), problems));
    }

    /** The items of a list of mappings; none when there is no such list. */
    List<YamlMapping> mappings(String name) {
        var value = at(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof SequenceNode sequence)) {
            reject(name, "expected a list, found " + found(value.get()));
            return List.of();
        }
        return sequence.getValue().stream()
                .map(it -> new YamlMapping(it, pathTo(name), problems))
                .toList();
    }

    /** Says what is wrong with a key's value; with the mapping when the key is absent. */
    void reject(String name, String text) {
        problems.add(at(name).orElse(node), pathTo(name), text);
    }

    void reject(String text) {
        problems.add(node, path, text);
    }

    private Optional<Node> at(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private String pathTo(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String found(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            return node instanceof MappingNode ? "a mapping" : "a list";
        }
        if (scalar.getTag().equals(Tag.NULL)) {
            return "nothing";
        }
        if (!scalar.isPlain()) {
            return "\"%s\"".formatted(scalar.getValue());
        }
        if (isTruthToSome(scalar)) {
            return scalar.getValue() + " without quotes, which is true or false to some";
        }
        boolean number = scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
        return number ? scalar.getValue() + " without quotes, which is a number to YAML" : scalar.getValue();
    }
}

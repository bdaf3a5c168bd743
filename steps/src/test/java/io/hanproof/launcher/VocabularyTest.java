package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.hanproof.matrix.Requirements;
import io.hanproof.steps.DccSteps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A closed vocabulary is one that a reader can learn: the scenarios of one target meet no more than so many patterns. */
class VocabularyTest {
    private static final int MOST = 60;

    private final Map<String, Expression> patterns = patterns();
    private final Catalogue catalogue = Catalogue.shipped(Requirements.shipped().ids());

    @ParameterizedTest
    @EnumSource(Target.class)
    void theScenariosOfOneTargetMeetFewPatterns(Target target) {
        Set<String> met = new TreeSet<>();

        catalogue.scenarios().stream()
                .filter(it -> it.conditions().target() == target)
                .flatMap(it -> it.steps().stream())
                .forEach(it -> met.addAll(matching(it.text())));

        assertThat(met).isNotEmpty().hasSizeLessThanOrEqualTo(MOST);
    }

    @Test
    void everySentenceMatchesOnePattern() {
        Map<String, List<String>> odd = new TreeMap<>();

        catalogue.scenarios().stream()
                .flatMap(it -> it.steps().stream())
                .map(Sentence::text)
                .distinct()
                .forEach(it -> odd.put(it, matching(it)));
        odd.values().removeIf(it -> it.size() == 1);

        assertThat(odd).isEmpty();
    }

    private List<String> matching(String sentence) {
        return patterns.entrySet().stream()
                .filter(it -> it.getValue().match(sentence) != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Expression> patterns() {
        List<Method> methods =
                glue().flatMap(it -> Arrays.stream(it.getDeclaredMethods())).toList();
        var registry = new ParameterTypeRegistry(Locale.ENGLISH);
        methods.forEach(method -> {
            var type = method.getAnnotation(io.cucumber.java.ParameterType.class);
            if (type != null) {
                registry.defineParameterType(
                        new ParameterType<>(method.getName(), type.value(), Object.class, (String[] words) -> words));
            }
        });
        var factory = new ExpressionFactory(registry);
        Map<String, Expression> patterns = new TreeMap<>();
        methods.stream()
                .flatMap(VocabularyTest::sentences)
                .forEach(it -> patterns.put(it, factory.createExpression(it)));
        return patterns;
    }

    private static Stream<String> sentences(Method method) {
        return Stream.of(
                        Arrays.stream(method.getAnnotationsByType(Given.class)).map(Given::value),
                        Arrays.stream(method.getAnnotationsByType(When.class)).map(When::value),
                        Arrays.stream(method.getAnnotationsByType(Then.class)).map(Then::value))
                .flatMap(it -> it);
    }

    /** The classes beside one of them. */
    private static Stream<Class<?>> glue() {
        try {
            Path folder = Path.of(DccSteps.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolve(DccSteps.class.getPackageName().replace('.', '/'));
            try (var files = Files.list(folder)) {
                return files
                        .map(it -> it.getFileName().toString())
                        .filter(it -> it.endsWith(".class"))
                        .map(it -> DccSteps.class.getPackageName() + "." + it.substring(0, it.length() - 6))
                        .sorted()
                        .toList()
                        .stream()
                        .map(VocabularyTest::load);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, VocabularyTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

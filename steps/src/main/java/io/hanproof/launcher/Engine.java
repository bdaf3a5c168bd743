package io.hanproof.launcher;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import io.cucumber.junit.platform.engine.Constants;
import io.cucumber.junit.platform.engine.CucumberTestEngine;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The JUnit Platform with Cucumber in it, deaf to whatever else the class path or the environment would configure. */
final class Engine {
    private static final String CLASS_PATH = "classpath:";

    private final Glue glue;
    private final Launcher launcher;

    Engine(Glue glue) {
        this.glue = glue;
        this.launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new CucumberTestEngine())
                .build());
    }

    Glue glue() {
        return glue;
    }

    /** Who is told what becomes of each scenario, by its place; called from any thread. */
    interface Listener {
        void started(String place);

        /** @param failure what ended it, if it did not end well */
        void finished(String place, Optional<Throwable> failure);
    }

    /**
     * Runs exactly the scenarios given.
     *
     * @param jobs how many at a time
     * @throws OwnFault when Cucumber itself fails
     */
    void run(List<CatalogueScenario> scenarios, int jobs, Listener listener) {
        launcher.execute(request(scenarios, jobs, false), new Relay(listener));
    }

    /** Looks for the steps of the scenarios given, but takes none. */
    void matchSteps(List<CatalogueScenario> scenarios, Listener listener) {
        launcher.execute(request(scenarios, 1, true), new Relay(listener));
    }

    private LauncherDiscoveryRequest request(List<CatalogueScenario> scenarios, int jobs, boolean dryRun) {
        Set<String> places = scenarios.stream().map(CatalogueScenario::place).collect(Collectors.toSet());
        List<DiscoverySelector> selectors = scenarios.stream()
                .map(CatalogueScenario::uri)
                .distinct()
                .map(Engine::selector)
                .toList();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .filters((PostDiscoveryFilter) it -> filter(it, places))
                .enableImplicitConfigurationParameters(false)
                .configurationParameter(Constants.GLUE_PROPERTY_NAME, glue.packageName())
                .configurationParameter(Constants.OBJECT_FACTORY_PROPERTY_NAME, glue.objectFactory())
                .configurationParameter(Constants.PLUGIN_PUBLISH_QUIET_PROPERTY_NAME, "true")
                .configurationParameter(Constants.EXECUTION_DRY_RUN_PROPERTY_NAME, Boolean.toString(dryRun))
                .configurationParameter(Constants.PARALLEL_EXECUTION_ENABLED_PROPERTY_NAME, Boolean.toString(jobs > 1))
                .configurationParameter(Constants.PARALLEL_CONFIG_STRATEGY_PROPERTY_NAME, "fixed")
                .configurationParameter(
                        Constants.PARALLEL_CONFIG_FIXED_PARALLELISM_PROPERTY_NAME, Integer.toString(jobs))
                .configurationParameter(
                        Constants.PARALLEL_CONFIG_FIXED_MAX_POOL_SIZE_PROPERTY_NAME, Integer.toString(jobs));
        if (!dryRun) {
            request.configurationParameter(Constants.PLUGIN_PROPERTY_NAME, glue.plugin());
        }
        return request.build();
    }

    private static DiscoverySelector selector(String uri) {
        return uri.startsWith(CLASS_PATH)
                ? selectClasspathResource(uri.substring(CLASS_PATH.length()))
                : selectFile(Path.of(URI.create(uri)).toFile());
    }

    private static FilterResult filter(TestDescriptor descriptor, Collection<String> places) {
        boolean planned = !descriptor.isTest()
                || place(descriptor.getSource()).filter(places::contains).isPresent();
        return FilterResult.includedIf(planned);
    }

    private static Optional<String> place(Optional<TestSource> source) {
        return source.flatMap(it -> switch (it) {
            case ClasspathResourceSource resource ->
                place(CLASS_PATH + resource.getClasspathResourceName(), resource.getPosition());
            case FileSource file -> place(file.getFile().toPath().toUri().toString(), file.getPosition());
            default -> Optional.empty();
        });
    }

    private static Optional<String> place(String uri, Optional<FilePosition> position) {
        return position.map(it -> uri + ":" + it.getLine());
    }

    /** Passes on what concerns scenarios; what fails around them is our own fault. */
    private record Relay(Listener listener) implements TestExecutionListener {
        @Override
        public void executionStarted(TestIdentifier identifier) {
            if (identifier.isTest()) {
                place(identifier.getSource()).ifPresent(listener::started);
            }
        }

        @Override
        public void executionSkipped(TestIdentifier identifier, String reason) {
            if (identifier.isTest()) {
                place(identifier.getSource())
                        .ifPresent(it -> listener.finished(it, Optional.of(new OwnFault("skipped: " + reason))));
            }
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            String place = identifier.isTest() ? place(identifier.getSource()).orElse("") : "";
            if (identifier.isTest() || result.getThrowable().isPresent()) {
                listener.finished(place, result.getThrowable());
            }
        }
    }
}

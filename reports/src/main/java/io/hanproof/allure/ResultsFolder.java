package io.hanproof.allure;

import io.hanproof.evidence.FrameLogs;
import io.hanproof.evidence.GbcsMessages;
import io.hanproof.evidence.MonitorResult;
import io.hanproof.evidence.PlannedScenario;
import io.hanproof.evidence.RunResult;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.lab.Recording;
import io.hanproof.matrix.Requirements;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The folder that Allure generates its report from. It is named to Allure's writer: nothing here is global. */
final class ResultsFolder {
    private final RunResult run;
    private final Path folder;
    private final FileSystemResultsWriter writer;
    private final TestResults results;

    ResultsFolder(RunResult run, Requirements requirements, Path folder) {
        this.run = run;
        this.folder = folder;
        this.writer = new FileSystemResultsWriter(folder);
        this.results = new TestResults(run, requirements);
    }

    void write() throws IOException {
        Files.createDirectories(folder);
        Map<PlannedScenario, Instant> starts = starts();
        try {
            // mostly text to make, and none depends on another
            run.scenarios().parallelStream()
                    .forEach(it -> write(it, starts.getOrDefault(it.scenario(), run.started())));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (MonitorResult it : run.monitors()) {
            writer.write(results.of(it, run.started()));
        }
        var surroundings = new Surroundings(run);
        Files.writeString(folder.resolve("environment.properties"), surroundings.environment());
        Files.writeString(folder.resolve("executor.json"), surroundings.executor());
        Files.writeString(folder.resolve("categories.json"), surroundings.categories());
    }

    /** A profile's scenarios one after another: which ran side by side changes nothing that they found. */
    private Map<PlannedScenario, Instant> starts() {
        Map<PlannedScenario, Instant> starts = new HashMap<>();
        Map<String, Instant> free = new HashMap<>();
        for (ScenarioResult it : run.scenarios()) {
            Instant start = free.getOrDefault(it.scenario().profile(), run.started());
            starts.put(it.scenario(), start);
            free.put(it.scenario().profile(), start.plus(it.wallTime()));
        }
        return starts;
    }

    private void write(ScenarioResult it, Instant start) {
        TestResult result = results.of(it, start);
        try {
            if (it.recording().isPresent()) {
                attach(result, it, it.recording().get());
            }
            writer.write(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void attach(TestResult result, ScenarioResult it, Recording recording) throws IOException {
        attach(result, "frame log", ".log", LogExcerpt.of(recording, it.decidedBy(), FrameLogs.path(it.scenario())));
        if (GbcsMessages.areIn(recording)) {
            var messages = new StringBuilder();
            new GbcsMessages(recording).write(messages);
            attach(result, "GBCS messages", ".txt", messages.toString());
        }
    }

    /** @param extension makes browsers show it rather than save it */
    private void attach(TestResult result, String name, String extension, String text) {
        String file = "%s-%s-attachment%s".formatted(result.getUuid(), name.replace(' ', '-'), extension);
        writer.write(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        result.getAttachments()
                .add(new Attachment().setName(name).setType("text/plain").setSource(file));
    }
}

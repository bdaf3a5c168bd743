package io.hanproof.allure;

import io.hanproof.evidence.ReportFault;
import io.hanproof.evidence.RunResult;
import io.hanproof.evidence.Staging;
import io.hanproof.matrix.MatrixPage;
import io.hanproof.matrix.Requirements;
import io.qameta.allure.AllureResultsWriteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a run's Allure results, and the report that Allure generates from them. */
public final class AllureReport {
    private static final String RESULTS = "allure-results";
    private static final String REPORT = "report";
    private static final String PAGE = "index.html";
    private static final String MATRIX = "requirements.html";

    private AllureReport() {}

    /**
     * Replaces {@code allure-results} and {@code report}. The verdicts are written before, by
     * {@link io.hanproof.evidence.Report}, for they do not need Allure.
     *
     * @throws ReportFault when Allure is not there, fails or does not end, or a file cannot be written
     */
    public static void write(RunResult result, Requirements requirements, Path out) {
        write(result, requirements, out, AllureGenerator.installed());
    }

    static void write(RunResult result, Requirements requirements, Path out, AllureGenerator generator) {
        try (var staging = Staging.in(out)) {
            Path results = staging.path(RESULTS);
            new ResultsFolder(result, requirements, results).write();
            Path report = staging.path(REPORT);
            generator.generate(results, report);
            Path page = report.resolve(PAGE);
            Files.writeString(page, OfflinePage.of(Files.readString(page)));
            Files.writeString(report.resolve(MATRIX), MatrixPage.html(requirements, result));
            staging.publish(RESULTS);
            staging.publish(REPORT);
        } catch (IOException | AllureResultsWriteException e) {
            throw new ReportFault("the report cannot be written to " + out + ": " + e, e);
        }
    }
}

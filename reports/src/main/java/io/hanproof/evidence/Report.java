package io.hanproof.evidence;

import io.hanproof.gbcs.Certificates;
import java.nio.file.Path;

/** The files that say what a run found: verdicts, JUnit XML, frame logs, captures and GBCS messages. */
public final class Report {
    static final String VERDICTS = "verdicts.json";
    static final String JUNIT = "junit.xml";
    static final String FRAMES = "frames";
    static final String GBCS = "gbcs";
    private static final String ALLURE_RESULTS = "allure-results";
    private static final String ALLURE_REPORT = "report";

    private Report() {}

    /** As {@link #write(RunResult, Path, Captured)}, with the captures that a run makes unless told otherwise. */
    public static void write(RunResult result, Path out) {
        write(result, out, Captured.USUALLY);
    }

    /** As {@link #write(RunResult, Path, Captured, CaptureNetwork, Certificates)}, with captures that are not sealed. */
    public static void write(RunResult result, Path out, Captured captured) {
        write(result, out, captured, CaptureNetwork.UNKNOWN, Certificates.NONE);
    }

    /**
     * Replaces the results of an earlier run, its Allure report included: that of this run is written afterwards.
     *
     * @param captured which scenarios get a capture beside their log
     * @param network that the frames crossed: its keys seal the captures
     * @param certificates by which the GBCS messages can be verified: they are written beside them
     * @throws IllegalStateException when plan and verdicts differ, which is our own error; nothing is written then
     * @throws ReportFault when a file cannot be written
     */
    public static void write(
            RunResult result, Path out, Captured captured, CaptureNetwork network, Certificates certificates) {
        Completeness.check(result);
        try (var staging = Staging.in(out)) {
            VerdictsJson.write(result, staging.path(VERDICTS));
            JUnitXml.write(result, staging.path(JUNIT));
            FrameLogs.write(result, staging.path(FRAMES));
            boolean gbcs = GbcsLogs.write(result, certificates, staging.path(GBCS));
            FrameCaptures.write(result, staging.path(FRAMES), captured, network);
            // the verdicts go first and come last: where they are, everything else belongs to them
            staging.discard(VERDICTS);
            staging.discard(ALLURE_RESULTS);
            staging.discard(ALLURE_REPORT);
            staging.publish(FRAMES);
            if (gbcs) {
                staging.publish(GBCS);
            } else {
                staging.discard(GBCS);
            }
            staging.publish(JUNIT);
            staging.publish(VERDICTS);
        }
    }
}

package io.hanproof.launcher;

import io.hanproof.evidence.RunResult;
import io.hanproof.matrix.Requirements;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * What a start of hanproof has from outside. Nothing else here reads the clock or rolls dice.
 *
 * @param in what a person types
 * @param chance gives runs their names, and bears on nothing else
 * @param patience how long to wait, on the wall, for any scenario of virtual time to end
 * @param traces folder for the stack traces of errors of our own
 */
record Session(
        Terminal terminal,
        InputStream in,
        Interruption interruption,
        InstantSource clock,
        RandomGenerator chance,
        Glue glue,
        StandingRules standingRules,
        Duration patience,
        ReportPage page,
        Path traces) {

    /** Writes the report that people read. */
    @FunctionalInterface
    interface ReportPage {
        void write(RunResult result, Requirements requirements, Path out);
    }

    String newRunId() {
        byte[] id = new byte[8];
        chance.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}

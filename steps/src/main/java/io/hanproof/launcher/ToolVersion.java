package io.hanproof.launcher;

import io.hanproof.evidence.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which hanproof this is, as the build wrote it down. */
record ToolVersion(RunResult.Tool tool) {
    private static final String FILE = "/hanproof.properties";
    private static final String USERS = "user";

    static ToolVersion read() {
        var properties = new Properties();
        try (InputStream in = ToolVersion.class.getResourceAsStream(FILE)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ToolVersion(new RunResult.Tool(
                properties.getProperty("name", "hanproof"),
                properties.getProperty("version", "unknown"),
                properties.getProperty("commit", "unknown")));
    }

    /** The shipped features are as old as hanproof itself; a user's have no version that we know. */
    String catalogue(Catalogue catalogue) {
        return catalogue.own() ? tool.version() : USERS;
    }

    String text() {
        return "%s %s, commit %s".formatted(tool.name(), tool.version(), tool.commit());
    }
}

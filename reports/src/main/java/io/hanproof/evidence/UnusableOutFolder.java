package io.hanproof.evidence;

import java.nio.file.Path;

/** The folder that was named for the results cannot take them. Nothing in it was touched. */
public final class UnusableOutFolder extends RuntimeException {
    UnusableOutFolder(Path folder, String found) {
        super("--out needs a folder that is empty, new or hanproof's own, and may be written: %s %s"
                .formatted(folder, found));
    }
}

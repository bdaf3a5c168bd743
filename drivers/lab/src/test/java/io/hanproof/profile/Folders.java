package io.hanproof.profile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the tests of this room find the shipped profiles. */
final class Folders {
    private Folders() {}

    /** The folder {@code device-profiles} of the house, from whichever module the tests run. */
    static Path deviceProfiles() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, it -> it != null, Path::getParent)
                .map(it -> it.resolve("device-profiles"))
                .filter(it -> Files.isRegularFile(it.resolve("schema.json")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no folder device-profiles above " + here));
    }
}

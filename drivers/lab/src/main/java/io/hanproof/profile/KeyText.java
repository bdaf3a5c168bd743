package io.hanproof.profile;

import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keys as people write them down. */
final class KeyText {
    private static final String DIGITS = "[0-9A-Fa-f]{%d}".formatted(2 * KeySource.KEY);

    private KeyText() {}

    static boolean isKey(String text) {
        return text.matches(DIGITS);
    }

    /** @throws BenchFault naming the place, not the text */
    static Octets read(String place, String text) {
        String digits = text.replaceAll("\\s", "");
        if (!isKey(digits)) {
            throw new BenchFault("a key needs %d hexadecimal digits in %s, found %s"
                    .formatted(2 * KeySource.KEY, place, found(digits)));
        }
        return Octets.hex(digits);
    }

    static String found(String text) {
        return text.isEmpty() ? "nothing" : "%d characters".formatted(text.length());
    }

    static String of(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BenchFault(
                    "a key needs a file that can be read: %s cannot (%s)"
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
    }
}

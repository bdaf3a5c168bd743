package io.hanproof.launcher;

import io.hanproof.evidence.PlannedScenario;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the command that repeats one scenario of a run.
 *
 * @param options what the run was told beyond what it selects, as given
 * @param profiles how each profile was named on the command line
 */
record Replay(long seed, List<String> options, Map<String, String> profiles) {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}@%+=:,./_-]+");

    String command(PlannedScenario it) {
        Stream<String> selection = Stream.of(
                "./hanproof",
                "run",
                "--profile",
                profiles.getOrDefault(it.profile(), it.profile()),
                "--scenario",
                it.id(),
                "--seed",
                Long.toString(seed));
        return Stream.concat(selection, options.stream()).map(Replay::quoted).collect(Collectors.joining(" "));
    }

    /** As a POSIX shell takes it for one word. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}

package io.hanproof.profile;

import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Octets;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Where a key of 16 octets comes from. Neither it nor its messages say what the key is. */
public sealed interface KeySource {
    int KEY = 16;

    /** Rolled anew for each run: a device has to join again. */
    record Rolled() implements KeySource {}

    /** 32 hexadecimal digits in an environment variable. */
    record Environment(String variable) implements KeySource {}

    /** 32 hexadecimal digits in a file. */
    record InFile(Path file) implements KeySource {}

    /** In the profile itself. */
    record Written(Octets key) implements KeySource {
        @Override
        public String toString() {
            return "Written[a key]";
        }
    }

    /**
     * The key.
     *
     * @param environment variables by name
     * @param chance what to roll it from, if it is to be rolled
     * @throws BenchFault when it is not there, or is no key
     */
    default Octets key(Map<String, String> environment, RandomGenerator chance) {
        return switch (this) {
            case Rolled() -> {
                byte[] key = new byte[KEY];
                chance.nextBytes(key);
                yield Octets.copyOf(key);
            }
            case Environment(var variable) ->
                KeyText.read("environment variable " + variable, environment.getOrDefault(variable, ""));
            case InFile(var file) -> KeyText.read("file " + file, KeyText.of(file));
            case Written(var key) -> key;
        };
    }
}

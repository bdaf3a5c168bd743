package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "run --help",
                "image --help",
                "image make --help",
                "profile check --help",
                "ports --help",
                "doctor --help",
                "--version"
            })
    void helpIsAlwaysThere(String args) {
        Launched launched = Launched.with(args.split(" "));

        assertThat(launched.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out()).contains("hanproof");
        assertThat(launched.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | a command is needed: run, ports, doctor, emulate, certificates, gbcs, keys, image, profile,"
                        + " misbehaviours or requirements",
                "rnu | unknown command rnu: did you mean run?",
                "image | a command is needed: show, hash, make, split or check",
                "image shwo | unknown command shwo: did you mean show?",
                "profile | a command is needed: check or list",
                "run extra | run takes no extra",
                "requirements --jsno | unknown option --jsno: did you mean --json?",
            })
    void whatIsNoCommandIsAUsageError(String args, String message) {
        Launched launched = Launched.with(args.isEmpty() ? new String[0] : args.split(" "));

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).startsWith("hanproof: " + message).contains("--help");
    }

    @Test
    void everyRequirementIsListed() {
        Launched launched = Launched.with("requirements", "--json");

        assertThat(launched.out().lines()).hasSizeGreaterThan(200).allMatch(it -> it.startsWith("{\"id\":\""));
    }

    @Test
    void everyMisbehaviourIsListedWithWhatItBreaks() {
        Launched launched = Launched.with("misbehaviours", "--json");

        assertThat(launched.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out().lines())
                .isNotEmpty()
                .allMatch(it -> it.startsWith("{\"name\":\"") && it.contains("\"breaks\":["));
    }

    @Test
    void theShippedProfilesAreListed() {
        Launched launched = Launched.with("profile", "list");

        assertThat(launched.out()).contains("ppmid-example", "PPMID", "hub-example", "HUB");
    }

    @Test
    void everythingWrongWithAProfileIsSaid() throws IOException {
        Path profile = temp.resolve("mine.yaml");
        Files.writeString(profile, "profile: mine\ndevise: PPMID\n");

        Launched launched = Launched.with("profile", "check", profile.toString());

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).contains("mine.yaml:2:1").contains("devise").doesNotContain("\tat ");
    }
}

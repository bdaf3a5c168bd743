package io.hanproof.profile;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.BenchSettings.JoinSecret;
import io.hanproof.profile.BenchSettings.Network;
import io.hanproof.profile.BenchSettings.Power;
import io.hanproof.profile.BenchSettings.Restore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a profile says of the bench. What is secret is not repeated in what is said of it. */
final class BenchReader {
    private static final int FIRST_CHANNEL = 11;
    private static final int LAST_CHANNEL = 26;
    private static final int MOST_UPDATES = 99_999;
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";
    private static final Duration JOIN = Duration.ofMinutes(3);
    private static final Eui64 UNREAD = new Eui64(0);

    private final Path folder;

    BenchReader(Path folder) {
        this.folder = folder;
    }

    BenchSettings settings(YamlMapping root) {
        var usual = BenchSettings.USUAL;
        var bench = root.mapping("bench");
        bench.ifPresent(it -> it.only("reconnect", "prompt", "updates"));
        return new BenchSettings(
                root.mapping("network").map(this::network),
                root.mapping("power").map(this::power),
                command(root, "joining"),
                restore(root),
                bench.map(it -> duration(it, "reconnect", usual.reconnect())).orElse(usual.reconnect()),
                bench.map(it -> duration(it, "prompt", usual.prompt())).orElse(usual.prompt()),
                bench.map(it -> it.number("updates", 0, MOST_UPDATES)).orElse(usual.updates()));
    }

    private Network network(YamlMapping given) {
        given.only("channel", "pan", "extended-pan", "network-key", "install-code", "link-key", "device", "join")
                .require("channel", "pan", "extended-pan");
        if (given.has("install-code") && given.has("link-key")) {
            given.reject("link-key", "expected none, since the link key derives from install-code");
        }
        return new Network(
                given.number("channel", FIRST_CHANNEL, LAST_CHANNEL).orElse(FIRST_CHANNEL),
                given.text("pan", Shape.PAN).map(Integer::decode).orElse(0),
                given.text("extended-pan", Shape.EUI_64).map(Eui64::parse).orElse(UNREAD),
                networkKey(given),
                installCode(given).or(() -> linkKey(given)),
                given.text("device", Shape.EUI_64).map(Eui64::parse),
                duration(given, "join", JOIN));
    }

    private KeySource networkKey(YamlMapping given) {
        var text = given.secret("network-key").filter(it -> !it.equals("random"));
        var elsewhere = text.flatMap(this::elsewhere);
        if (text.isPresent() && elsewhere.isEmpty()) {
            given.reject(
                    "network-key",
                    "expected random, env:NAME or file:PATH, found something else; a network key has no place here");
        }
        return elsewhere.orElse(new KeySource.Rolled());
    }

    private Optional<JoinSecret> linkKey(YamlMapping given) {
        var text = given.secret("link-key");
        var source = text.flatMap(it -> elsewhere(it).or(() -> written(it)));
        if (text.isPresent() && source.isEmpty()) {
            given.reject(
                    "link-key",
                    "expected env:NAME, file:PATH or 32 hexadecimal digits, found " + KeyText.found(text.get()));
        }
        return source.map(JoinSecret.Preconfigured::new);
    }

    private Optional<KeySource> elsewhere(String text) {
        if (text.matches("env:[A-Za-z_][A-Za-z0-9_]*")) {
            return Optional.of(new KeySource.Environment(text.substring(ENVIRONMENT.length())));
        }
        if (text.startsWith(FILE) && Shape.PATH.fits(text.substring(FILE.length()))) {
            return Optional.of(new KeySource.InFile(
                    folder.resolve(text.substring(FILE.length())).normalize()));
        }
        return Optional.empty();
    }

    private static Optional<KeySource> written(String text) {
        return KeyText.isKey(text) ? Optional.of(new KeySource.Written(Octets.hex(text))) : Optional.empty();
    }

    private static Optional<JoinSecret> installCode(YamlMapping given) {
        var text = given.secret("install-code");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JoinSecret.Label(InstallCode.parse(text.get())));
        } catch (IllegalArgumentException e) {
            given.reject("install-code", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Power power(YamlMapping given) {
        given.only("off", "on").require("off", "on");
        return new Power(command(given, "off"), command(given, "on"));
    }

    private Restore restore(YamlMapping root) {
        if (!root.hasMapping("restore")) {
            Function<String, Restore> named =
                    it -> it.equals("downgrade") ? new Restore.Downgrade() : new Restore.None();
            return root.oneOf("restore", List.of("downgrade", "none"))
                    .map(named)
                    .orElse(BenchSettings.USUAL.restore());
        }
        return root.mapping("restore")
                .map(it -> it.only("command").require("command"))
                .<Restore>map(it -> new Restore.Command(command(it, "command")))
                .orElse(BenchSettings.USUAL.restore());
    }

    /** A program that is named with a folder lies where the profile says, whatever folder hanproof is started in. */
    private List<String> command(YamlMapping given, String name) {
        var words = new ArrayList<>(given.words(name));
        if (!words.isEmpty() && words.getFirst().matches(".*[/\\\\].*")) {
            words.set(
                    0,
                    folder.resolve(words.getFirst())
                            .toAbsolutePath()
                            .normalize()
                            .toString());
        }
        return words;
    }

    private static Duration duration(YamlMapping given, String name, Duration usual) {
        return given.text(name, Shape.DURATION).map(Duration::parse).orElse(usual);
    }
}

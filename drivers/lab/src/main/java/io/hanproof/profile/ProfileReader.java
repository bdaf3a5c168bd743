package io.hanproof.profile;

import io.hanproof.image.Form;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.HardwareVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads a device profile. Whatever {@code schema.json} refuses is refused here, too, in words that say what to write
 * instead.
 */
public final class ProfileReader {
    static final String SUFFIX = ".yaml";

    private static final HardwareVersion UNREAD = new HardwareVersion(0, 0);
    private static final int MOST_OCTETS = 16 * 1024 * 1024;

    private final Path folder;
    private final Problems problems;

    private ProfileReader(String file, Path folder) {
        this.folder = folder;
        this.problems = new Problems(file);
    }

    /** @throws ProfileError when the file cannot be read, or says what a profile may not say */
    public static Profile read(Path file) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            return read(file.toString(), Files.readAllBytes(file), parent == null ? file : parent);
        } catch (IOException e) {
            throw new ProfileError(List.of("%s: cannot be read: %s".formatted(file, e.getMessage())));
        }
    }

    /** @param folder where the images lie that the profile names */
    static Profile read(String file, byte[] octets, Path folder) {
        return new ProfileReader(file, folder).read(file, octets);
    }

    private Profile read(String file, byte[] octets) {
        var root = parse(new String(octets, StandardCharsets.UTF_8));
        if (root.isPresent()) {
            String sha256 = Octets.copyOf(octets).sha256().hex();
            var profile = profile(new YamlMapping(root.get(), "", problems), nameOf(file), sha256);
            if (problems.none()) {
                return profile;
            }
        }
        throw problems.error();
    }

    private Optional<Node> parse(String text) {
        try {
            var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
            var root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add("expected a profile, found nothing");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            String problem = "this is no YAML: " + e.getProblem();
            e.getProblemMark().ifPresentOrElse(it -> problems.add(it, problem), () -> problems.add(problem));
        } catch (YamlEngineException e) {
            problems.add("this is no YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Profile profile(YamlMapping root, String fileName, String sha256) {
        root.only(
                        "profile",
                        "device",
                        "identity",
                        "models",
                        "firmware",
                        "split",
                        "hardware-versions",
                        "capabilities",
                        "timing",
                        "store",
                        "form",
                        "baseline",
                        "policies",
                        "network",
                        "power",
                        "joining",
                        "restore",
                        "bench")
                .require("profile", "device", "firmware");
        root.text("profile", Shape.NAME)
                .filter(it -> !it.equals(fileName))
                .ifPresent(it ->
                        root.reject("profile", "expected %s, the name of the file, found %s".formatted(fileName, it)));
        DeviceKind device = device(root);
        var firmware = new FirmwareReader(folder);
        var profile = new Profile(
                fileName,
                sha256,
                device,
                models(root, device),
                firmware.whole(root),
                firmware.split(root),
                hardwareVersions(root),
                capabilities(root),
                timing(root),
                store(root),
                form(root),
                baseline(root),
                policies(root),
                new BenchReader(folder).settings(root));
        checkTogether(root, profile);
        return profile;
    }

    private void checkTogether(YamlMapping root, Profile profile) {
        if (profile.device() == DeviceKind.IHD && profile.baseline().equals(Optional.of(Baseline.BASELINE_2020))) {
            root.reject("baseline", "expected \"2019\" for an IHD, which the 2020 baseline leaves out, found \"2020\"");
        }
        if (profile.capabilities().splitImages() && !root.has("split")) {
            root.reject("expected a key split, since capabilities.split-images is true, found none");
        }
    }

    private static DeviceKind device(YamlMapping root) {
        return root.oneOf("device", names(DeviceKind.values()))
                .map(DeviceKind::valueOf)
                .orElse(DeviceKind.PPMID);
    }

    /** A device has an identity; a hub and the DCC have models of the devices that are played for them. */
    private static Map<DeviceKind, Profile.Model> models(YamlMapping root, DeviceKind device) {
        var models = new LinkedHashMap<DeviceKind, Profile.Model>();
        boolean played = !device.isDevice();
        root.require(played ? "models" : "identity");
        String wrong = played ? "identity" : "models";
        if (root.has(wrong)) {
            root.reject(
                    wrong,
                    played
                            ? "expected none, since a %s has models of the devices that are played for it"
                                    .formatted(device)
                            : "expected none, since only a HUB or the DCC has models; a device has an identity");
        } else if (played) {
            root.mapping("models").ifPresent(all -> {
                all.only(Arrays.stream(DeviceKind.values())
                        .filter(DeviceKind::isDevice)
                        .map(Enum::name)
                        .toList());
                all.names().stream()
                        .filter(it -> names(DeviceKind.values()).contains(it))
                        .forEach(
                                it -> all.mapping(it).ifPresent(one -> models.put(DeviceKind.valueOf(it), model(one))));
            });
        } else {
            root.mapping("identity").ifPresent(it -> models.put(device, model(it)));
        }
        return models;
    }

    private static Profile.Model model(YamlMapping given) {
        given.only("manufacturer", "model", "hardware").require("manufacturer", "model", "hardware");
        return new Profile.Model(hex16(given, "manufacturer"), hex16(given, "model"), hardware(given, "hardware"));
    }

    private static Map<String, HardwareVersion> hardwareVersions(YamlMapping root) {
        var versions = new LinkedHashMap<String, HardwareVersion>();
        root.mapping("hardware-versions")
                .ifPresent(all -> all.names().forEach(it -> versions.put(it, hardware(all, it))));
        return versions;
    }

    private static Profile.Capabilities capabilities(YamlMapping root) {
        return root.mapping("capabilities")
                .map(it -> it.only(Profile.Capabilities.NAMES))
                .map(it -> new Profile.Capabilities(
                        it.flag("page-request"),
                        it.flag("own-clock"),
                        it.flag("sub-ghz"),
                        it.flag("hardware-version"),
                        it.flag("resume"),
                        it.flag("current-file-version"),
                        it.flag("split-images")))
                .orElse(new Profile.Capabilities(false, false, false, false, false, false, false));
    }

    private static Profile.Timing timing(YamlMapping root) {
        var usual = Profile.Timing.USUAL;
        return root.mapping("timing")
                .map(it -> it.only("reboot", "read-back-tolerance", "check", "query", "stall"))
                .map(it -> new Profile.Timing(
                        duration(it, "reboot", usual.reboot()),
                        duration(it, "read-back-tolerance", usual.readBackTolerance()),
                        duration(it, "check", usual.check()),
                        duration(it, "query", usual.query()),
                        duration(it, "stall", usual.stall())))
                .orElse(usual);
    }

    private static Profile.Store store(YamlMapping root) {
        var usual = Profile.Store.USUAL;
        return root.mapping("store")
                .map(it -> it.only("blocks", "block-octets"))
                .map(it -> new Profile.Store(
                        it.number("blocks", 1, 16).orElse(usual.blocks()),
                        it.number("block-octets", 1, MOST_OCTETS).orElse(usual.blockOctets())))
                .orElse(usual);
    }

    private static Form form(YamlMapping root) {
        return root.oneOf(
                        "form",
                        Arrays.stream(Form.values())
                                .map(it -> it.name().toLowerCase(Locale.ROOT))
                                .toList())
                .map(it -> Form.valueOf(it.toUpperCase(Locale.ROOT)))
                .orElse(Form.ZIGBEE);
    }

    private static Optional<Baseline> baseline(YamlMapping root) {
        var years = Arrays.stream(Baseline.values()).map(Baseline::year).toList();
        return root.oneOf("baseline", years).flatMap(Baseline::of);
    }

    private static Policies policies(YamlMapping root) {
        var given = root.mapping("policies");
        var policies = Policies.DEFAULT;
        if (given.isEmpty()) {
            return policies;
        }
        var all = given.get();
        all.only(Arrays.stream(Policy.values()).map(Policy::text).toList());
        for (String name : all.names()) {
            var policy = Policy.named(name);
            var value = policy.flatMap(it -> all.text(name, Shape.TEXT));
            if (policy.isPresent() && value.isPresent()) {
                policies = chosen(policies, policy.get(), value.get(), all);
            }
        }
        return policies;
    }

    private static Policies chosen(Policies policies, Policy policy, String value, YamlMapping all) {
        boolean listed = policy.readings().contains(value) && !value.equals(Policy.DURATION);
        boolean lasts = policy.readings().contains(Policy.DURATION) && Shape.DURATION.fits(value);
        if (listed || lasts) {
            return policies.with(policy, value);
        }
        all.reject(
                policy.text(),
                "expected one of %s, found %s%s"
                        .formatted(
                                String.join(", ", policy.readings()), value, Nearest.hint(value, policy.readings())));
        return policies;
    }

    private static int hex16(YamlMapping given, String name) {
        return given.text(name, Shape.HEX_16).map(Integer::decode).orElse(0);
    }

    private static HardwareVersion hardware(YamlMapping given, String name) {
        return given.text(name, Shape.HARDWARE).map(HardwareVersion::parse).orElse(UNREAD);
    }

    private static Duration duration(YamlMapping given, String name, Duration usual) {
        return given.text(name, Shape.DURATION).map(Duration::parse).orElse(usual);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static String nameOf(String file) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return last.endsWith(SUFFIX) ? last.substring(0, last.length() - SUFFIX.length()) : last;
    }
}

package io.hanproof.profile;

import io.hanproof.profile.Profile.Firmware;
import io.hanproof.profile.Profile.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a profile says about its firmware, whole and in parts. */
final class FirmwareReader {
    private static final int MOST_OCTETS = 16 * 1024 * 1024;
    private static final int PARTS = 2;

    private final Path folder;
    private final List<Firmware> seen = new ArrayList<>();

    FirmwareReader(Path folder) {
        this.folder = folder;
    }

    List<Firmware> whole(YamlMapping root) {
        var all = new ArrayList<Firmware>();
        for (var each : root.mappings("firmware")) {
            each.only("name", "version", "is", "image", "size").require("version");
            boolean installed = each.oneOf("is", List.of("installed", "update"))
                    .filter("installed"::equals)
                    .isPresent();
            add(firmware(each, installed ? Role.INSTALLED : Role.UPDATE), all, each);
        }
        long installed = all.stream().filter(it -> it.role() == Role.INSTALLED).count();
        if (installed != 1 && root.hasList("firmware")) {
            root.reject(
                    "firmware",
                    "expected one entry with is: installed, found " + (installed == 0 ? "none" : installed));
        }
        return all;
    }

    List<Firmware> split(YamlMapping root) {
        var given = root.mappings("split");
        if (root.hasList("split") && given.size() != PARTS) {
            root.reject("split", "expected two entries, the first part and the last, found " + given.size());
        }
        var all = new ArrayList<Firmware>();
        for (var each : given) {
            each.only("name", "version", "image", "size").require("version");
            add(firmware(each, all.isEmpty() ? Role.FIRST_PART : Role.LAST_PART), all, each);
        }
        return all;
    }

    private Firmware firmware(YamlMapping given, Role role) {
        var version = given.text("version", Shape.HEX_32);
        if (given.has("image") && given.has("size")) {
            given.reject("size", "expected none, since the image has its own");
        }
        return new Firmware(
                given.text("name", Shape.NAME).or(() -> version).orElse(""),
                version.map(Long::decode).orElse(0L),
                role,
                given.text("image", Shape.PATH).flatMap(it -> image(given, it)),
                given.number("size", 1, MOST_OCTETS).orElse(Firmware.USUAL_SIZE));
    }

    private Optional<Path> image(YamlMapping given, String path) {
        Path image = folder.resolve(path).normalize();
        if (!Files.isRegularFile(image)) {
            given.reject("image", "expected a file %s, found none".formatted(image));
            return Optional.empty();
        }
        return Optional.of(image);
    }

    /** A name stands for one version, in a list and across both. */
    private void add(Firmware firmware, List<Firmware> list, YamlMapping given) {
        if (firmware.name().isEmpty()) {
            return;
        }
        if (list.stream().anyMatch(it -> it.name().equals(firmware.name()))) {
            given.reject("the firmware %s stands here twice".formatted(firmware.name()));
        } else if (list.stream().anyMatch(it -> it.fileVersion() == firmware.fileVersion())) {
            given.reject(
                    "version",
                    "expected another one than every entry before, found 0x%X".formatted(firmware.fileVersion()));
        }
        seen.stream()
                .filter(it -> it.name().equals(firmware.name()) && it.fileVersion() != firmware.fileVersion())
                .findFirst()
                .ifPresent(it -> given.reject(
                        "version",
                        "expected 0x%X as for the whole %s, found 0x%X"
                                .formatted(it.fileVersion(), it.name(), firmware.fileVersion())));
        list.add(firmware);
        seen.add(firmware);
    }
}

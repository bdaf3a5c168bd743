package io.hanproof.launcher;

import io.hanproof.launcher.NodeView.Told;
import io.hanproof.profile.Profile;
import io.hanproof.profile.Profile.Capabilities;
import io.hanproof.profile.Profile.Firmware;
import io.hanproof.profile.Profile.Model;
import io.hanproof.zcl.BasicAttribute;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ota.ImageUpgradeStatus;
import io.hanproof.zcl.ota.OtaAttribute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds what a profile declares of a device against what the device says of itself. */
final class ProfileComparison {
    /** What no question shows, only what the device does. */
    private static final List<String> IN_SCENARIOS_ONLY =
            List.of("page-request", "hardware-version", "resume", "split-images");

    /** What ImageTypeID reads while no image is fetched or held. */
    private static final long NO_TYPE = 0xFFFF;

    private final Profile profile;
    private final NodeView node;
    private final Findings findings = new Findings();

    private ProfileComparison(Profile profile, NodeView node) {
        this.profile = profile;
        this.node = node;
    }

    static List<BenchFinding> of(Profile profile, NodeView node) {
        var comparison = new ProfileComparison(profile, node);
        comparison.manufacturer();
        comparison.model();
        comparison.version();
        comparison.status();
        comparison.revision();
        comparison.hardware();
        comparison.clock();
        comparison.band();
        comparison.onlyInScenarios();
        return comparison.findings.all();
    }

    private void manufacturer() {
        int declared = declared().manufacturerCode();
        if (value(OtaAttribute.MANUFACTURER_ID)) {
            same("ManufacturerID", node.number(OtaAttribute.MANUFACTURER_ID), declared);
            return;
        }
        node.descriptor()
                .filter(it -> it.manufacturer() != declared)
                .ifPresent(it ->
                        findings.advice("the node descriptor says manufacturer code 0x%04X, profile %s says 0x%04X"
                                .formatted(it.manufacturer(), profile.name(), declared)));
    }

    private void model() {
        if (!value(OtaAttribute.IMAGE_TYPE_ID)) {
            return;
        }
        Optional<Long> told = node.number(OtaAttribute.IMAGE_TYPE_ID);
        if (told.filter(it -> it == NO_TYPE).isPresent()) {
            findings.unknown(
                    "the model: ImageTypeID reads 0xFFFF while the device holds no image; its first query shows it");
        } else {
            same("ImageTypeID", told, declared().imageType());
        }
    }

    private void same(String attribute, Optional<Long> told, int declared) {
        if (told.isEmpty()) {
            findings.wrong(attribute + " is told in a data type that is not its own");
        } else if (told.get() == declared) {
            findings.ok("%s 0x%04X, as declared".formatted(attribute, declared));
        } else {
            findings.wrong(
                    "%s is 0x%04X, profile %s says 0x%04X".formatted(attribute, told.get(), profile.name(), declared));
        }
    }

    /** The one capability that a question decides. */
    private void version() {
        boolean declared = profile.capabilities().currentFileVersion();
        switch (node.told(OtaAttribute.CURRENT_FILE_VERSION)) {
            case Told.Value it -> {
                if (!declared) {
                    findings.advice("current-file-version is not declared, and the device tells CurrentFileVersion:"
                            + " declared, more scenarios apply");
                }
                running();
            }
            case Told.Refused it -> {
                if (declared) {
                    findings.wrong(
                            "current-file-version is declared, and the device refuses to tell CurrentFileVersion (%s)"
                                    .formatted(it.status()));
                } else {
                    findings.ok("current-file-version is not declared, and CurrentFileVersion is not told (%s)"
                            .formatted(it.status()));
                }
            }
            case Told.Nothing it -> findings.unknown("whether the device tells CurrentFileVersion: " + it.why());
        }
    }

    private void running() {
        Optional<Long> told = node.number(OtaAttribute.CURRENT_FILE_VERSION);
        if (told.isEmpty()) {
            findings.wrong("CurrentFileVersion is told in a data type that is not its own");
            return;
        }
        Firmware installed = profile.installed();
        Optional<Firmware> running = Stream.concat(profile.firmware().stream(), profile.split().stream())
                .filter(it -> it.fileVersion() == told.get())
                .findFirst();
        if (told.get() == installed.fileVersion()) {
            findings.ok("runs 0x%08X, the installed firmware of profile %s".formatted(told.get(), profile.name()));
        } else if (running.isPresent()) {
            findings.advice(("runs 0x%08X, firmware %s of profile %s and not the installed %s:"
                            + " what needs that has to be put back first")
                    .formatted(told.get(), running.get().name(), profile.name(), installed.name()));
        } else {
            findings.wrong("runs 0x%08X, which profile %s does not name; installed is 0x%08X"
                    .formatted(told.get(), profile.name(), installed.fileVersion()));
        }
    }

    private void status() {
        if (!value(OtaAttribute.IMAGE_UPGRADE_STATUS)) {
            return;
        }
        Optional<ImageUpgradeStatus> status =
                node.number(OtaAttribute.IMAGE_UPGRADE_STATUS).flatMap(it -> ImageUpgradeStatus.of(it.intValue()));
        if (status.filter(it -> it == ImageUpgradeStatus.NORMAL).isPresent()) {
            findings.ok("ImageUpgradeStatus is NORMAL: no update is under way");
        } else if (status.isPresent()) {
            findings.advice("ImageUpgradeStatus is %s: an update is under way, and a run begins on a device at rest"
                    .formatted(status.get()));
        } else {
            findings.wrong("ImageUpgradeStatus is told with a value that the OTA cluster does not know");
        }
    }

    private void revision() {
        switch (node.told(OtaAttribute.CLUSTER_REVISION)) {
            case Told.Value it ->
                findings.ok("ClusterRevision of the OTA client is %s"
                        .formatted(node.number(OtaAttribute.CLUSTER_REVISION)
                                .map(String::valueOf)
                                .orElse("no number")));
            case Told.Refused it ->
                findings.ok("ClusterRevision of the OTA client is not told (%s)".formatted(it.status()));
            case Told.Nothing it -> findings.unknown("ClusterRevision of the OTA client: " + it.why());
        }
    }

    /** HWVersion has one octet and is not what an update goes by. */
    private void hardware() {
        node.number(BasicAttribute.HW_VERSION)
                .filter(it -> it != declared().hardware().version())
                .ifPresent(it -> findings.advice(
                        "HWVersion of the Basic cluster is %d, profile %s says hardware %s: an update goes by"
                                        .formatted(
                                                it, profile.name(), declared().hardware())
                                + " what the device's queries say"));
    }

    private void clock() {
        if (node.endpoints().isEmpty()) {
            findings.unknown(
                    "whether the device has a Time client to set a clock by: it did not describe its endpoints");
            return;
        }
        boolean reads = node.endpoints().stream().anyMatch(it -> it.clients().contains(Cluster.TIME.id()));
        boolean declared = profile.capabilities().ownClock();
        if (declared && !reads) {
            findings.advice(
                    "own-clock is declared, and no endpoint uses the Time cluster 0x000A: whether the device has"
                            + " a clock, only scenarios show");
        } else if (!declared && reads) {
            findings.advice(
                    "own-clock is not declared, and an endpoint uses the Time cluster 0x000A: if the device waits"
                            + " for a date, declare it");
        } else {
            findings.ok(
                    declared
                            ? "own-clock is declared, and there is a Time client"
                            : "own-clock is not declared, nor is there a Time client");
        }
    }

    private void band() {
        if (profile.capabilities().subGhz()) {
            findings.advice("sub-ghz is declared, and sticks are for 2.4 GHz: what depends on the sub-GHz band means"
                    + " nothing with one");
        }
    }

    private void onlyInScenarios() {
        Capabilities capabilities = profile.capabilities();
        IN_SCENARIOS_ONLY.forEach(it -> findings.unknown("%s is %s: only scenarios show whether that is so"
                .formatted(it, capabilities.has(it) ? "declared" : "not declared")));
    }

    /** Whether an attribute was told; says so where it was not. All of them but one are optional. */
    private boolean value(OtaAttribute attribute) {
        return switch (node.told(attribute)) {
            case Told.Value it -> true;
            case Told.Refused it -> {
                if (attribute == OtaAttribute.IMAGE_UPGRADE_STATUS) {
                    findings.advice("the device refuses to tell ImageUpgradeStatus (%s), which every OTA client has"
                            .formatted(it.status()));
                } else {
                    findings.unknown(
                            "%s, which is optional, is not told (%s)".formatted(attribute.specName(), it.status()));
                }
                yield false;
            }
            case Told.Nothing it -> {
                findings.unknown("%s: %s".formatted(attribute.specName(), it.why()));
                yield false;
            }
        };
    }

    private Model declared() {
        return profile.model(profile.device());
    }
}

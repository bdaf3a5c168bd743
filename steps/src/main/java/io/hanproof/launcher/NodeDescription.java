package io.hanproof.launcher;

import io.hanproof.launcher.NodeView.Told;
import io.hanproof.venue.Cast;
import io.hanproof.zcl.BasicAttribute;
import io.hanproof.zcl.Cluster;
import io.hanproof.zdo.NodeDescriptor;
import io.hanproof.zdo.SimpleDescriptor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what a node is, whatever profile it is held against, and whether a run can speak to it. */
final class NodeDescription {
    private static final int END_DEVICE = 2;
    private static final int HEARS_ALWAYS = 0b1000;

    private final NodeView node;
    private final Findings findings = new Findings();

    private NodeDescription(NodeView node) {
        this.node = node;
    }

    static List<BenchFinding> of(NodeView node) {
        var description = new NodeDescription(node);
        description.descriptor();
        description.endpoints();
        description.words();
        return description.findings.all();
    }

    private void descriptor() {
        if (node.descriptor().isEmpty()) {
            findings.unknown(
                    "what kind of node %s is: it did not answer a Node Descriptor request".formatted(node.address()));
            return;
        }
        NodeDescriptor it = node.descriptor().get();
        boolean sleeps = it.kind() == END_DEVICE && (it.capability() & HEARS_ALWAYS) == 0;
        String kind = switch (it.kind()) {
            case 0 -> "a coordinator";
            case 1 -> "a router";
            case END_DEVICE -> sleeps ? "an end device that sleeps" : "an end device";
            default -> "a node of kind %d".formatted(it.kind());
        };
        findings.ok("%s is %s, manufacturer code 0x%04X in its node descriptor"
                .formatted(node.address(), kind, it.manufacturer()));
        if (sleeps) {
            findings.advice("the device sleeps between its polls: its answers take as long, and time limits of the"
                    + " profile must allow for that");
        }
    }

    private void endpoints() {
        if (node.endpoints().isEmpty()) {
            findings.unknown("what its endpoints are: it did not describe any");
            return;
        }
        node.endpoints()
                .forEach(it -> findings.ok("endpoint %d of profile 0x%04X, device 0x%04X, serves %s, uses %s"
                        .formatted(
                                it.endpoint(),
                                it.profile(),
                                it.device(),
                                StickFindings.clusters(it.servers()),
                                StickFindings.clusters(it.clients()))));
        List<SimpleDescriptor> updating = node.endpoints().stream()
                .filter(it -> it.clients().contains(Cluster.OTA.id()))
                .toList();
        if (updating.isEmpty()) {
            findings.wrong("no endpoint uses the OTA cluster 0x0019: this device cannot be updated by the HAN");
        } else {
            place(updating);
        }
        if (node.endpoints().stream().noneMatch(it -> it.servers().contains(Cluster.BASIC.id()))) {
            findings.advice("no endpoint serves the Basic cluster 0x0000");
        }
    }

    private void place(List<SimpleDescriptor> updating) {
        boolean there = updating.stream()
                .anyMatch(it -> it.endpoint() == Cast.DEVICE_ENDPOINT && it.profile() == Cluster.SMART_ENERGY_PROFILE);
        String places = updating.stream()
                .map(it -> "endpoint %d of profile 0x%04X".formatted(it.endpoint(), it.profile()))
                .collect(Collectors.joining(", "));
        if (there) {
            findings.ok("OTA client on " + places);
        } else {
            findings.wrong("OTA client on %s: a run speaks to endpoint %d of profile 0x%04X"
                    .formatted(places, Cast.DEVICE_ENDPOINT, Cluster.SMART_ENERGY_PROFILE));
        }
    }

    private void words() {
        String words = Stream.of(
                        BasicAttribute.MANUFACTURER_NAME, BasicAttribute.MODEL_IDENTIFIER, BasicAttribute.DATE_CODE)
                .flatMap(it ->
                        node.text(it).map(text -> "%s \"%s\"".formatted(it.specName(), printable(text))).stream())
                .collect(Collectors.joining(", "));
        String numbers = DeviceInterview.BASIC.stream()
                .flatMap(it -> node.number(it).map(number -> "%s %d".formatted(it.specName(), number)).stream())
                .collect(Collectors.joining(", "));
        String both = Stream.of(words, numbers).filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
        if (!both.isEmpty()) {
            findings.ok("Basic cluster: " + both);
        } else if (node.told(BasicAttribute.ZCL_VERSION) instanceof Told.Nothing(String why)) {
            findings.unknown("what the Basic cluster says: " + why);
        }
    }

    /** What a device sends may hold anything, and this goes to a terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}

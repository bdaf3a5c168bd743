package io.hanproof.launcher;

import io.hanproof.dongle.StickEndpoint;
import io.hanproof.dongle.StickFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a stick's facts mean for a run. */
final class StickFindings {
    private StickFindings() {}

    /** @param channel that the stick's network is on */
    static List<BenchFinding> of(StickFacts facts, int channel) {
        var findings = new ArrayList<BenchFinding>();
        findings.add(BenchFinding.ok(firmware(facts)));
        findings.add(BenchFinding.ok(endpoints(facts)));
        findings.add(keyEstablishment(facts));
        findings.add(energy(facts, channel));
        facts.advice().forEach(it -> findings.add(BenchFinding.advice(it)));
        return List.copyOf(findings);
    }

    private static String firmware(StickFacts facts) {
        return "stick %s of family %s%s, firmware: %s"
                .formatted(
                        facts.address(),
                        facts.family().name().toLowerCase(Locale.ROOT),
                        facts.ezspVersion().map(it -> ", EZSP " + it).orElse(""),
                        facts.firmware());
    }

    private static String endpoints(StickFacts facts) {
        return facts.endpoints().stream()
                .map(StickFindings::endpoint)
                .collect(Collectors.joining("; ", "the stick shows ", ""));
    }

    private static String endpoint(StickEndpoint it) {
        return "endpoint %d of profile 0x%04X, serves %s, uses %s"
                .formatted(it.number(), it.profile(), clusters(it.servers()), clusters(it.clients()));
    }

    static String clusters(List<Integer> clusters) {
        return clusters.isEmpty()
                ? "nothing"
                : clusters.stream().map("0x%04X"::formatted).collect(Collectors.joining(" "));
    }

    /** Which side does the arithmetic, should the device ask for it; whether the device does, only a run shows. */
    private static BenchFinding keyEstablishment(StickFacts facts) {
        return BenchFinding.ok(
                switch (facts.keyEstablishment()) {
                    case READY -> "key establishment of suite 2: through the stick's own curves and certificate";
                    case WITHOUT_CERTIFICATE ->
                        "key establishment of suite 2: on the host, if a run has --certificates (the stick has"
                                + " the curves, but no certificate)";
                    case ABSENT ->
                        "key establishment of suite 2: on the host, if a run has --certificates (the stick's"
                                + " firmware lacks the curves)";
                });
    }

    private static BenchFinding energy(StickFacts facts, int channel) {
        if (facts.energy().isEmpty()) {
            return BenchFinding.unknown("how loud the channels are: this stick could not listen to them");
        }
        String heard = facts.energy().entrySet().stream()
                .map(it -> "%d: %d".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining(", "));
        return BenchFinding.ok("network on channel %d; strongest signal on each in dBm: %s".formatted(channel, heard));
    }
}

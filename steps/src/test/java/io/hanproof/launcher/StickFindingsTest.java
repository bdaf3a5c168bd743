package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.dongle.StickEndpoint;
import io.hanproof.dongle.StickFacts;
import io.hanproof.dongle.StickFacts.KeyEstablishment;
import io.hanproof.dongle.StickFamily;
import io.hanproof.octets.Eui64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StickFindingsTest {
    private static StickFacts facts(KeyEstablishment curves, Map<Integer, Integer> energy, List<String> advice) {
        return new StickFacts(
                StickFamily.EMBER,
                Optional.of(8),
                "6.10.3.0",
                Eui64.parse("00A1B2C3D4E50000"),
                curves,
                energy,
                List.of(StickEndpoint.hub()),
                advice);
    }

    @Test
    void whatTheStickSaysIsTold() {
        var energy = new TreeMap<>(Map.of(11, -92, 20, -71));

        List<BenchFinding> findings = StickFindings.of(facts(KeyEstablishment.READY, energy, List.of()), 20);

        assertThat(findings)
                .containsExactly(
                        BenchFinding.ok("stick 00A1B2C3D4E50000 of family ember, EZSP 8, firmware: 6.10.3.0"),
                        BenchFinding.ok(
                                "the stick shows endpoint 123 of profile 0x0109, serves 0x0000 0x000A 0x0019 0x0800,"
                                        + " uses 0x0000 0x0800"),
                        BenchFinding.ok("key establishment of suite 2: through the stick's own curves and certificate"),
                        BenchFinding.ok("network on channel 20; strongest signal on each in dBm: 11: -92, 20: -71"));
    }

    @ParameterizedTest
    @CsvSource({"ABSENT", "WITHOUT_CERTIFICATE"})
    void withoutCurvesOrCertificateTheHostEstablishesKeys(KeyEstablishment curves) {
        List<BenchFinding> findings = StickFindings.of(facts(curves, Map.of(), List.of()), 20);

        assertThat(findings)
                .anySatisfy(it -> assertThat(it.sentence()).contains("on the host, if a run has --certificates"));
    }

    @Test
    void whatCouldNotBeHeardIsUnknownAndAdviceIsPassedOn() {
        List<BenchFinding> findings =
                StickFindings.of(facts(KeyEstablishment.READY, Map.of(), List.of("EZSP 6 is old")), 20);

        assertThat(findings)
                .contains(
                        BenchFinding.unknown("how loud the channels are: this stick could not listen to them"),
                        BenchFinding.advice("EZSP 6 is old"));
    }
}

package io.hanproof.launcher;

import static io.hanproof.launcher.BenchFinding.advice;
import static io.hanproof.launcher.BenchFinding.ok;
import static io.hanproof.launcher.BenchFinding.unknown;
import static io.hanproof.launcher.BenchFinding.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.launcher.NodeView.Told;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.BasicAttribute;
import io.hanproof.zdo.NodeDescriptor;
import io.hanproof.zdo.SimpleDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeDescriptionTest {
    private static final Eui64 DEVICE = Eui64.parse("00A1B2C3D4E50001");
    private static final NodeDescriptor ROUTER = new NodeDescriptor(1, 0x8E, 0x1002, 82, 82);

    private static SimpleDescriptor endpoint(int number, List<Integer> servers, List<Integer> clients) {
        return new SimpleDescriptor(number, 0x0109, 0x0502, 0, servers, clients);
    }

    private static List<BenchFinding> described(SimpleDescriptor... endpoints) {
        return NodeDescription.of(new NodeView(DEVICE, Optional.of(ROUTER), List.of(endpoints), Map.of()));
    }

    @Test
    void aDisplayIsDescribed() {
        assertThat(described(endpoint(1, List.of(0x0000), List.of(0x000A, 0x0019))))
                .startsWith(
                        ok("00A1B2C3D4E50001 is a router, manufacturer code 0x1002 in its node descriptor"),
                        ok("endpoint 1 of profile 0x0109, device 0x0502, serves 0x0000, uses 0x000A 0x0019"),
                        ok("OTA client on endpoint 1 of profile 0x0109"));
    }

    @Test
    void aDeviceWithoutAnOtaClientCannotBeUpdated() {
        assertThat(described(endpoint(1, List.of(0x0000, 0x0019), List.of(0x000A))))
                .contains(wrong("no endpoint uses the OTA cluster 0x0019: this device cannot be updated by the HAN"));
    }

    @Test
    void anOtaClientWhereNoRunLooksForItIsWrong() {
        assertThat(described(endpoint(1, List.of(), List.of()), endpoint(3, List.of(), List.of(0x0019))))
                .contains(
                        wrong("OTA client on endpoint 3 of profile 0x0109: a run speaks to endpoint 1 of"
                                + " profile 0x0109"),
                        advice("no endpoint serves the Basic cluster 0x0000"));
    }

    @Test
    void aDeviceThatSleepsIsSaidToAnswerLate() {
        var sleepy = new NodeDescriptor(2, 0x80, 0x1002, 82, 82);

        List<BenchFinding> findings =
                NodeDescription.of(new NodeView(DEVICE, Optional.of(sleepy), List.of(), Map.of()));

        assertThat(findings)
                .anySatisfy(it -> assertThat(it.sentence()).contains("is an end device that sleeps"))
                .anySatisfy(it -> assertThat(it.sentence()).startsWith("the device sleeps between its polls"));
    }

    @Test
    void whatIsNotAnsweredIsUnknown() {
        var silent = new NodeView(
                DEVICE,
                Optional.empty(),
                List.of(),
                Map.of(BasicAttribute.ZCL_VERSION, new Told.Nothing("not answered within PT5S")));

        assertThat(NodeDescription.of(silent))
                .containsExactly(
                        unknown("what kind of node 00A1B2C3D4E50001 is: it did not answer a Node Descriptor request"),
                        unknown("what its endpoints are: it did not describe any"),
                        unknown("what the Basic cluster says: not answered within PT5S"));
    }

    @Test
    void whatTheDeviceWritesCannotSpoilTheTerminal() {
        var name = new Told.Value(AttributeValue.characters("AC\u001B[31mME"));

        List<BenchFinding> findings = NodeDescription.of(
                new NodeView(DEVICE, Optional.of(ROUTER), List.of(), Map.of(BasicAttribute.MANUFACTURER_NAME, name)));

        assertThat(findings).contains(ok("Basic cluster: ManufacturerName \"AC?[31mME\""));
    }
}

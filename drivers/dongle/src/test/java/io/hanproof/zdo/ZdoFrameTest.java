package io.hanproof.zdo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Octets as clause 2.4 of the ZigBee specification lays the commands down. */
class ZdoFrameTest {
    private static final Eui64 NODE = Eui64.parse("00A1B2C3D4E50001");

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("01 0100E5D4C3B2A100 00 00", new ZdoCommand.NwkAddressRequest(NODE)),
                Arguments.of("01 3412 00 00", new ZdoCommand.IeeeAddressRequest(0x1234)),
                Arguments.of("01 3412", new ZdoCommand.NodeDescriptorRequest(0x1234)),
                Arguments.of("01 3412 7B", new ZdoCommand.SimpleDescriptorRequest(0x1234, 0x7B)),
                Arguments.of("01 3412", new ZdoCommand.ActiveEndpointsRequest(0x1234)),
                Arguments.of(
                        "01 3412 0901 01 1900 02 0A00 0008",
                        new ZdoCommand.MatchDescriptorRequest(
                                0x1234, 0x0109, List.of(0x0019), List.of(0x000A, 0x0800))),
                Arguments.of("01 3412 0100E5D4C3B2A100 8E", new ZdoCommand.DeviceAnnounce(0x1234, NODE, 0x8E)),
                Arguments.of("01 0100E5D4C3B2A100 80", new ZdoCommand.LeaveRequest(NODE, 0x80)),
                Arguments.of("01 3C 01", new ZdoCommand.PermitJoiningRequest(60)),
                Arguments.of(
                        "01 00 0100E5D4C3B2A100 3412",
                        new ZdoCommand.AddressResponse(0x8001, ZdoStatus.SUCCESS, NODE, 0x1234)),
                Arguments.of(
                        "01 00 3412 01 40 8E 0210 52 5200 0000 5200 00",
                        new ZdoCommand.NodeDescriptorResponse(
                                ZdoStatus.SUCCESS,
                                0x1234,
                                Optional.of(new NodeDescriptor(1, 0x8E, 0x1002, 0x52, 0x52)))),
                Arguments.of(
                        "01 00 3412 0E 01 0901 0205 00 01 0000 02 0A00 1900",
                        new ZdoCommand.SimpleDescriptorResponse(
                                ZdoStatus.SUCCESS,
                                0x1234,
                                Optional.of(new SimpleDescriptor(
                                        1, 0x0109, 0x0502, 0, List.of(0x0000), List.of(0x000A, 0x0019))))),
                Arguments.of(
                        "01 83 3412 00",
                        new ZdoCommand.SimpleDescriptorResponse(ZdoStatus.NOT_ACTIVE, 0x1234, Optional.empty())),
                Arguments.of(
                        "01 00 3412 02 01 7B",
                        new ZdoCommand.ActiveEndpointsResponse(ZdoStatus.SUCCESS, 0x1234, List.of(1, 0x7B))),
                Arguments.of(
                        "01 00 3412 01 7B",
                        new ZdoCommand.MatchDescriptorResponse(ZdoStatus.SUCCESS, 0x1234, List.of(0x7B))),
                Arguments.of("01 84", new ZdoCommand.LeaveResponse(ZdoStatus.NOT_SUPPORTED)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void readsAndWritesEachCommand(String digits, ZdoCommand command) {
        var octets = Octets.hex(digits);
        var frame = new ZdoFrame(1, command);

        assertThat(frame.write()).isEqualTo(octets);
        assertThat(ZdoFrame.read(command.cluster(), octets)).isEqualTo(new Decoded.Value<>(frame));
    }

    @Test
    void saysWhatATruncatedCommandLacks() {
        var decoded = ZdoFrame.read(ZdoCommand.DEVICE_ANNOUNCE, Octets.hex("01 3412 0100"));

        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Malformed.class,
                        it -> assertThat(it.message()).isEqualTo("EUI-64 needs 8 octets at offset 3, 2 left"));
    }

    @Test
    void aCommandThatItDoesNotKnowIsMalformed() {
        assertThat(ZdoFrame.read(0x0031, Octets.hex("01 00"))).isInstanceOf(Decoded.Malformed.class);
    }
}

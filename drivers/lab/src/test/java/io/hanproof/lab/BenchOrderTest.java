package io.hanproof.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BenchOrderTest {
    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(new BenchOrder.Hello(), "00"),
                Arguments.of(
                        new BenchOrder.Begin(-2, 0x0102030405060708L, Optional.of(0x20L), Optional.empty()),
                        "01 FEFFFFFFFFFFFFFF 0807060504030201 20000000 FFFF"),
                Arguments.of(
                        new BenchOrder.Begin(1, 0, Optional.empty(), Optional.of(0x0101)),
                        "01 0100000000000000 0000000000000000 FFFFFFFF 0101"),
                Arguments.of(new BenchOrder.LetPass(0x0102030405060708L), "02 0807060504030201"),
                Arguments.of(new BenchOrder.Power(true), "03 01"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anOrderIsReadAsItWasWritten(BenchOrder order, String hex) {
        var octets = Octets.hex(hex.replace(" ", ""));

        assertThat(order.write()).isEqualTo(octets);
        assertThat(BenchOrder.read(octets)).isEqualTo(new Decoded.Value<>(order));
    }

    static Stream<Arguments> reports() {
        return Stream.of(
                Arguments.of(new BenchReport.Arrived(1), "00 0100000000000000"),
                Arguments.of(new BenchReport.Begun(-1, 2), "01 FFFFFFFFFFFFFFFF 0200000000000000"));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aReportIsReadAsItWasWritten(BenchReport report, String hex) {
        var octets = Octets.hex(hex.replace(" ", ""));

        assertThat(report.write()).isEqualTo(octets);
        assertThat(BenchReport.read(octets)).isEqualTo(new Decoded.Value<>(report));
    }

    static Stream<String> cutShort() {
        return Stream.of("", "01FE", "0208070605040302", "03", "07");
    }

    @ParameterizedTest
    @MethodSource("cutShort")
    void whatIsNoOrderIsMalformed(String hex) {
        assertThat(BenchOrder.read(Octets.hex(hex))).isInstanceOf(Decoded.Malformed.class);
    }
}

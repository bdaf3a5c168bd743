package io.hanproof.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.gbcs.Cra;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import org.junit.jupiter.api.Test;

final class GbcsHeadTest {
    private static final Eui64 DEVICE = Eui64.parse("00DB1234567890A5");
    private static final Eui64 SUPPLIER = Eui64.parse("90B3D51F30010000");

    @Test
    void readsTheHeaderOfAnAlertOfAnyUseCase() {
        var alert = Octets.hex("DF 09 03 00000000000007D0 08 00DB1234567890A5 08 90B3D51F30010000"
                + " 0C 07DF0101FF000000008000FF 02 1000 04 01020304 00");

        assertThat(GbcsHead.of(alert)).contains(new GbcsHead(Cra.ALERT, DEVICE, SUPPLIER, 0x1000));
    }

    @Test
    void readsTheHeaderBehindAMac() {
        var response = Octets.hex("DD 00 00 00 00 00 00 81 9C 11 00000000"
                + " DF 09 02 0000000000000514 08 00DB1234567890A5 08 90B3D51F30010000 00 12 0129 90B3D51F30010000");

        assertThat(GbcsHead.of(response)).contains(new GbcsHead(Cra.RESPONSE, DEVICE, SUPPLIER, 0x0129));
    }

    @Test
    void readsNothingFromAHeaderThatBreaksOff() {
        var broken = Octets.hex("DF 09 03 00000000000007D0 08 00DB1234567890A5 08 90B3D51F30010000 00 02 10");

        assertThat(GbcsHead.of(broken)).isEmpty();
    }
}

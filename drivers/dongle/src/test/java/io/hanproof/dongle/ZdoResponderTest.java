package io.hanproof.dongle;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Eui64;
import io.hanproof.zdo.ZdoCommand;
import io.hanproof.zdo.ZdoStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZdoResponderTest {
    private static final Eui64 SELF = Eui64.parse("00A1B2C3D4E50000");
    private static final Eui64 OTHER = Eui64.parse("00A1B2C3D4E50001");
    private static final int COORDINATOR = 0;

    private final ZdoResponder responder = new ZdoResponder(List.of(StickEndpoint.hub(), StickEndpoint.display()));

    @Test
    void tellsItsEndpoints() {
        assertThat(responder.answer(new ZdoCommand.ActiveEndpointsRequest(COORDINATOR), SELF, false))
                .contains(new ZdoCommand.ActiveEndpointsResponse(ZdoStatus.SUCCESS, COORDINATOR, List.of(0x7B, 1)));
    }

    @Test
    void tellsWhoServesImages() {
        var question = new ZdoCommand.MatchDescriptorRequest(COORDINATOR, 0x0109, List.of(0x0019), List.of());

        assertThat(responder.answer(question, SELF, true))
                .contains(new ZdoCommand.MatchDescriptorResponse(ZdoStatus.SUCCESS, COORDINATOR, List.of(0x7B)));
    }

    @Test
    void isSilentWhenAllAreAskedForWhatItHasNot() {
        var question = new ZdoCommand.MatchDescriptorRequest(COORDINATOR, 0x0104, List.of(0x0019), List.of());

        assertThat(responder.answer(question, SELF, true)).isEmpty();
    }

    @Test
    void saysWhereItIsButNotWhereOthersAre() {
        assertThat(responder.answer(new ZdoCommand.NwkAddressRequest(SELF), SELF, true))
                .contains(new ZdoCommand.AddressResponse(0x8000, ZdoStatus.SUCCESS, SELF, COORDINATOR));
        assertThat(responder.answer(new ZdoCommand.NwkAddressRequest(OTHER), SELF, true))
                .isEmpty();
    }

    @Test
    void anEndpointThatItDoesNotHaveIsNotActive() {
        assertThat(responder.answer(new ZdoCommand.SimpleDescriptorRequest(COORDINATOR, 2), SELF, false))
                .get()
                .isInstanceOfSatisfying(
                        ZdoCommand.SimpleDescriptorResponse.class,
                        it -> assertThat(it.status()).isEqualTo(ZdoStatus.NOT_ACTIVE));
    }
}

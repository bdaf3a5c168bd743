package io.hanproof.cbke;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Octets;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SharedKeysTest {
    @ParameterizedTest
    @MethodSource("io.hanproof.cbke.AnnexC#examples")
    void areThoseOfTheAnnexOnEitherSide(AnnexC example) {
        var expected = new SharedKeys(example.macKey(), new LinkKey(example.linkKey()));

        var ofInitiator = agree(example, example.initiator(), example.responder());
        var ofResponder = agree(example, example.responder(), example.initiator());

        assertThat(SharedKeys.of(example.secret())).isEqualTo(expected).hasToString("SharedKeys[hidden]");
        assertThat(ofInitiator).isEqualTo(expected);
        assertThat(ofResponder).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("io.hanproof.cbke.AnnexC#examples")
    void areProvedAsInTheAnnex(AnnexC example) {
        var keys = SharedKeys.of(example.secret());
        var initiator = side(example.initiator());
        var responder = side(example.responder());

        assertThat(keys.macOfInitiator(initiator, responder))
                .isEqualTo(Octets.hex(example.initiator().mac()));
        assertThat(keys.macOfResponder(initiator, responder))
                .isEqualTo(Octets.hex(example.responder().mac()));
    }

    @ParameterizedTest
    @MethodSource("io.hanproof.cbke.AnnexC#examples")
    void goWithEphemeralKeysOfTheAnnex(AnnexC example) {
        assertThat(example.ephemeralKey(example.initiator()).publicKey())
                .isEqualTo(Octets.hex(example.initiator().ephemeralPublicKey()));
        assertThat(example.ephemeralKey(example.responder()).publicKey())
                .isEqualTo(Octets.hex(example.responder().ephemeralPublicKey()));
    }

    @ParameterizedTest
    @MethodSource("io.hanproof.cbke.AnnexC#examples")
    void areNoneWithWhatIsNoKey(AnnexC example) {
        var own = example.privateKey(example.initiator());
        var ephemeral = example.ephemeralKey(example.initiator());
        var its = key(example, example.responder());
        int length = example.suite().publicKeyLength();

        assertThat(SharedKeys.agree(own, ephemeral, its, Octets.hex("00"))).isEmpty(); // the neutral point
        assertThat(SharedKeys.agree(own, ephemeral, its, Octets.copyOf(new byte[length])))
                .isEmpty();
        assertThat(SharedKeys.agree(own, ephemeral, its, Octets.hex("02" + "00".repeat(length - 1))))
                .isEmpty(); // of order 2
        assertThat(SharedKeys.agree(own, ephemeral, its, Octets.hex("02" + "FF".repeat(length - 1))))
                .isEmpty(); // wider than the field
        assertThat(SharedKeys.agree(own, ephemeral, its, Octets.hex("04" + "01".repeat(length - 1))))
                .isEmpty(); // not compressed
    }

    private static SharedKeys agree(AnnexC example, AnnexC.Device own, AnnexC.Device other) {
        return SharedKeys.agree(
                        example.privateKey(own),
                        example.ephemeralKey(own),
                        key(example, other),
                        Octets.hex(other.ephemeralPublicKey()))
                .orElseThrow();
    }

    private static ECPoint key(AnnexC example, AnnexC.Device device) {
        return example.suite().curve().point(Octets.hex(device.publicKey())).orElseThrow();
    }

    private static SharedKeys.Side side(AnnexC.Device device) {
        return new SharedKeys.Side(device.node(), Octets.hex(device.ephemeralPublicKey()));
    }
}

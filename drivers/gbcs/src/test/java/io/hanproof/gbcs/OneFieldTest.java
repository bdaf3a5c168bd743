package io.hanproof.gbcs;

import static io.hanproof.gbcs.CorpusTest.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Octets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one field of a published message changes when it alone changes. */
final class OneFieldTest {
    /** These go with another field: no message has one without the other. */
    private static final Set<String> TIED =
            Set.of("header.cra", "header.other.messageCode", "content.useCase", "content.status", "content.alertCode");

    static Set<Map.Entry<String, Octets>> messages() {
        return Published.messages().entrySet();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void changesItsOwnOctetsAndNoneOfAnotherFields(Map.Entry<String, Octets> published) {
        Octets before = published.getValue();
        var taken = new BitSet();

        for (var change : Fields.changes(value(GbcsMessage.read(before)))) {
            if (change.changed().isEmpty()) {
                assertThat(TIED).contains(change.path());
            }
            var own = new BitSet();
            for (GbcsMessage changed : change.changed()) {
                Octets after = changed.write();
                assertThat(value(GbcsMessage.read(after))).isEqualTo(changed);
                BitSet different = different(before, after);
                assertThat(different.isEmpty()).as(change.path()).isFalse();
                own.or(different);
            }
            assertThat(taken.intersects(own)).as(change.path()).isFalse();
            taken.or(own);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void changesSignatureAndMacWithIt(Map.Entry<String, Octets> published) {
        var message = value(GbcsMessage.read(published.getValue()));
        Octets before = sealed(message);

        for (var change : Fields.changes(new Unsealed(message.header(), message.content()))) {
            for (Unsealed changed : change.changed()) {
                var plain = new GbcsMessage(changed.header(), changed.content(), message.signature(), message.mac());
                var resealed = sealed(plain);
                BitSet own = different(unsealed(message), unsealed(plain));
                BitSet different = different(before, resealed);
                BitSet guards = (BitSet) different.clone();
                guards.andNot(own);
                int signatureAt = before.length() - GbcsMessage.MAC_LENGTH - GbcsMessage.SIGNATURE_LENGTH;

                assertThat(guards.nextSetBit(0)).as(change.path()).isGreaterThanOrEqualTo(signatureAt);
                assertThat(guards.get(signatureAt, signatureAt + GbcsMessage.SIGNATURE_LENGTH)
                                .cardinality())
                        .as(change.path())
                        .isGreaterThan(32);
                assertThat(guards.get(before.length() - GbcsMessage.MAC_LENGTH, before.length())
                                .cardinality())
                        .as(change.path())
                        .isGreaterThan(4);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void changesItsText(Map.Entry<String, Octets> published) {
        var message = value(GbcsMessage.read(published.getValue()));
        List<String> before = GbcsText.of(message);

        for (var change : Fields.changes(message)) {
            for (GbcsMessage changed : change.changed()) {
                assertThat(GbcsText.of(changed)).as(change.path()).isNotEqualTo(before);
            }
        }
    }

    /** What the guards guard. */
    record Unsealed(GroupingHeader header, Content content) {
        Unsealed {
            var unused = new GbcsMessage(header, content, Optional.empty(), Optional.empty());
        }
    }

    private static Octets sealed(GbcsMessage message) {
        var signed = Sealing.sign(message.header(), message.content(), Players.SUPPLIER);
        return Sealing.mac(signed, Players.ACB, Players.HCALCS.agreement()).write();
    }

    /** With room for both guards, so that offsets are those of the sealed message. */
    private static Octets unsealed(GbcsMessage message) {
        return new GbcsMessage(
                        message.header(),
                        message.content(),
                        Optional.of(Octets.copyOf(new byte[GbcsMessage.SIGNATURE_LENGTH])),
                        Optional.of(Octets.copyOf(new byte[GbcsMessage.MAC_LENGTH])))
                .write();
    }

    private static BitSet different(Octets one, Octets other) {
        assertThat(other.length()).isEqualTo(one.length());
        var different = new BitSet();
        for (int at = 0; at < one.length(); at++) {
            different.set(at, one.u8(at) != other.u8(at));
        }
        return different;
    }
}

package io.hanproof.cbke;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.cbke.Conversation.Party;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An exchange of suite 2 in which one octet is not what was sent. */
@Timeout(120)
final class ChangedOctetTest {
    private static final Eui64 HUB = Eui64.parse("00DB1234567890A0");
    private static final Eui64 PPMID = Eui64.parse("00DB1234567890A1");
    private static final int CERTIFICATE_AT = 3 + 4; // ZCL header, suite, two times

    private final RandomGenerator chance = new Random(7);
    private final CertificateAuthority authority =
            CertificateAuthority.make(Suite.SUITE_2, Eui64.parse("1112131415161718"), chance);
    private final DeviceCertificate ppmid = authority.issue(PPMID);
    private final DeviceCertificate hub = authority.issue(HUB);

    private Conversation conversation() {
        return new Conversation(new Party(ppmid, HUB, chance), new Party(hub, PPMID, chance));
    }

    @Test
    void endsWithTheRightStatusWhateverOctetIsChanged() {
        var wrong = new ArrayList<String>();
        List<Octets> honest = conversation().run().frames;
        for (int frame = 0; frame < honest.size(); frame++) {
            for (int octet = 3; octet < honest.get(frame).length(); octet++) {
                var spoken = conversation().changing(frame, octet, 0x01).run();
                boolean agreed = spoken.initiator.key().isPresent()
                        && spoken.initiator.key().equals(spoken.responder.key());
                if (agreed != isTime(frame, octet)
                        || !allowed(frame, octet).containsAll(spoken.reasons())
                        || spoken.reasons().size() != (agreed ? 0 : 1)) {
                    wrong.add("frame %d octet %d: %s".formatted(frame, octet, spoken.reasons()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** How long the other side takes may be any number. */
    private static boolean isTime(int frame, int octet) {
        return frame < 2 && (octet == 5 || octet == 6);
    }

    /** Which status there may be for a change: a key that is changed may be another key, or none. */
    private static List<String> allowed(int frame, int octet) {
        return switch (frame) {
            case 0, 1 -> ofCertificate(octet - CERTIFICATE_AT);
            case 2, 3 -> List.of("BAD_MESSAGE", "BAD_KEY_CONFIRM");
            default -> List.of("BAD_KEY_CONFIRM");
        };
    }

    private static List<String> ofCertificate(int at) {
        if (at < 0) {
            return List.of("BAD_MESSAGE"); // two bits for one suite
        }
        if (at == 0 || at == 9 || at == 10 || (at >= 28 && at < 36)) {
            return List.of("INVALID_CERTIFICATE"); // type, curve, hash, subject
        }
        if (at >= 11 && at < 19) {
            return List.of("UNKNOWN_ISSUER");
        }
        return at < 37 ? List.of("BAD_KEY_CONFIRM") : List.of("INVALID_CERTIFICATE", "BAD_KEY_CONFIRM");
    }
}

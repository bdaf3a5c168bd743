package io.hanproof.gbcs;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.Optional;

/**
 * What the grouping header says beyond who, to whom and when.
 *
 * @param messageCode names the use case
 * @param remoteParty who really asks, when the message crosses under the Access Control Broker's name
 */
public record OtherInformation(int messageCode, Optional<RemoteParty> remoteParty) {
    private static final int SEQUENCE = 0x30;
    private static final int ALONE = 2;
    private static final int WITH_PARTY = 18;
    private static final int WITH_COUNTER = 26;

    public OtherInformation {
        Wire.requireU16(messageCode, "message code");
    }

    public static OtherInformation of(UseCase useCase) {
        return new OtherInformation(useCase.messageCode(), Optional.empty());
    }

    /** For a remote party with its counter and nothing else. */
    public static OtherInformation of(UseCase useCase, Eui64 remoteParty, long remotePartyCounter) {
        return new OtherInformation(
                useCase.messageCode(),
                Optional.of(new RemoteParty(remoteParty, remotePartyCounter, Optional.empty(), Optional.empty())));
    }

    /**
     * @param id supplementary remote party identifier
     * @param counter supplementary remote party counter
     * @param originatorCounter supplementary originator counter
     * @param certificate the remote party's key agreement certificate, DER; never without an originator counter
     */
    public record RemoteParty(Eui64 id, long counter, Optional<Long> originatorCounter, Optional<Octets> certificate) {
        public RemoteParty {
            if (certificate.isPresent() && originatorCounter.isEmpty()) {
                throw new IllegalArgumentException("a certificate follows a supplementary originator counter");
            }
            if (certificate.filter(it -> !isDer(it)).isPresent()) {
                throw new IllegalArgumentException("a certificate is one DER SEQUENCE");
            }
        }

        private static boolean isDer(Octets octets) {
            try {
                var in = new OctetReader(octets);
                Wire.expect(in, "certificate SEQUENCE", SEQUENCE);
                return Wire.length(in, "certificate") == in.left();
            } catch (MalformedOctets e) {
                return false;
            }
        }
    }

    static OtherInformation read(OctetReader in) {
        int at = in.at();
        int length = Wire.length(in, "other information");
        int end = in.at() + length;
        if (length != ALONE && length != WITH_PARTY && length < WITH_COUNTER) {
            throw in.malformed("other information length", "2, 18, 26 or more", at, "found " + length);
        }
        int messageCode = Wire.u16(in, "message code");
        if (length == ALONE) {
            return new OtherInformation(messageCode, Optional.empty());
        }
        var id = new Eui64(Wire.u64(in, "supplementary remote party id"));
        long counter = Wire.u64(in, "supplementary remote party counter");
        var originatorCounter = length < WITH_COUNTER
                ? Optional.<Long>empty()
                : Optional.of(Wire.u64(in, "supplementary originator counter"));
        var certificate = length <= WITH_COUNTER ? Optional.<Octets>empty() : Optional.of(certificate(in, end));
        return new OtherInformation(
                messageCode, Optional.of(new RemoteParty(id, counter, originatorCounter, certificate)));
    }

    private static Octets certificate(OctetReader in, int end) {
        int at = in.at();
        Octets certificate = in.take("supplementary remote party certificate", end - at);
        if (!RemoteParty.isDer(certificate)) {
            throw in.malformed(
                    "supplementary remote party certificate", "one DER SEQUENCE", at, "found " + certificate);
        }
        return certificate;
    }

    int length() {
        return remoteParty
                .map(it -> (it.originatorCounter().isPresent() ? WITH_COUNTER : WITH_PARTY)
                        + it.certificate().map(Octets::length).orElse(0))
                .orElse(ALONE);
    }

    OctetWriter write(OctetWriter out) {
        var information = Wire.u16(new OctetWriter(), messageCode);
        remoteParty.ifPresent(it -> {
            Wire.u64(Wire.u64(information, it.id().value()), it.counter());
            it.originatorCounter().ifPresent(counter -> Wire.u64(information, counter));
            it.certificate().ifPresent(information::octets);
        });
        return Wire.length(out, information.length()).octets(information.toOctets());
    }
}

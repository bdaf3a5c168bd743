package io.hanproof.cbke;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A stick that does the arithmetic of a responder, with one other device. */
final class FakeCoprocessor implements Coprocessor {
    private final DeviceCertificate own;
    private final Eui64 peer;
    private final RandomGenerator chance;
    private @Nullable PrivateKey ephemeralKey;
    private Optional<LinkKey> candidate = Optional.empty();
    private Optional<LinkKey> kept = Optional.empty();
    private boolean able = true;
    private boolean keeps = true;

    FakeCoprocessor(DeviceCertificate own, Eui64 peer, RandomGenerator chance) {
        this.own = own;
        this.peer = peer;
        this.chance = chance;
    }

    FakeCoprocessor unable() {
        able = false;
        return this;
    }

    FakeCoprocessor full() {
        keeps = false;
        return this;
    }

    Optional<LinkKey> kept() {
        return kept;
    }

    @Override
    public ImplicitCertificate certificate() {
        return own.certificate();
    }

    @Override
    public Optional<Octets> ephemeralData() {
        ephemeralKey = PrivateKey.draw(own.suite(), chance);
        return able ? Optional.of(ephemeralKey.publicKey()) : Optional.empty();
    }

    @Override
    public Optional<Proofs> proofs(Octets itsCertificate, Octets itsEphemeralData) {
        var itsKey = new ImplicitCertificate(own.suite(), itsCertificate).publicKey(own.authorityKey());
        var drawn = ephemeralKey;
        if (drawn == null || itsKey.isEmpty()) {
            return Optional.empty();
        }
        var initiator = new SharedKeys.Side(peer, itsEphemeralData);
        var responder = new SharedKeys.Side(own.subject(), drawn.publicKey());
        return SharedKeys.agree(own.privateKey(), drawn, itsKey.get(), itsEphemeralData)
                .map(it -> {
                    candidate = Optional.of(it.linkKey());
                    return new Proofs(it.macOfResponder(initiator, responder), it.macOfInitiator(initiator, responder));
                });
    }

    @Override
    public boolean finish(boolean keep) {
        kept = keep && keeps ? candidate : Optional.empty();
        return keep == kept.isPresent();
    }
}

package io.hanproof.dongle;

import com.zsmartsystems.zigbee.ZigBeeStatus;
import com.zsmartsystems.zigbee.dongle.ember.EmberCbkeProvider;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspGetCertificate283k1Request;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspGetCertificate283k1Response;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;
import com.zsmartsystems.zigbee.security.ZigBeeCbkeExchange;
import com.zsmartsystems.zigbee.security.ZigBeeCryptoSuites;
import com.zsmartsystems.zigbee.zcl.field.ByteArray;
import io.hanproof.cbke.Coprocessor;
import io.hanproof.cbke.ImplicitCertificate;
import io.hanproof.cbke.Suite;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An EmberZNet stick whose firmware has the curves of suite 2 and a certificate: it does the arithmetic, and keeps the link
 * key in its own table. No stick with that firmware has been tried, and the emulated one has no curves: what is known to
 * work is that a stick without them is recognised. The answers to generateCbkeKeys283k1, calculateSmacs283k1 and
 * clearTemporaryDataMaybeStoreLinkKey283k1 have been taken as the library's source reads; it begins to wait for the second
 * half of an answer only when it has the first, so that a very quick stick could be missed.
 */
final class EmberCoprocessor implements Coprocessor {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final EmberCbkeProvider provider;
    private final ImplicitCertificate certificate;
    private @Nullable ZigBeeCbkeExchange exchange;

    private EmberCoprocessor(EmberCbkeProvider provider, ImplicitCertificate certificate) {
        this.provider = provider;
        this.certificate = certificate;
    }

    /** That of the stick, if it has what it takes. */
    static Optional<Coprocessor> of(EmberTransport transport) {
        return transport
                .transact(new EzspGetCertificate283k1Request(), EzspGetCertificate283k1Response.class, ANSWER)
                .filter(it -> it.getStatus() == EmberStatus.EMBER_SUCCESS)
                .map(it -> EmberFrames.octets(it.getLocalCert().getContents()))
                .filter(it -> it.length() == Suite.SUITE_2.certificateLength())
                .map(it -> new EmberCoprocessor(
                        new EmberCbkeProvider(transport.dongle()), new ImplicitCertificate(Suite.SUITE_2, it)));
    }

    @Override
    public ImplicitCertificate certificate() {
        return certificate;
    }

    @Override
    public synchronized Optional<Octets> ephemeralData() {
        if (exchange != null) {
            finish(false); // the library lends the stick to one exchange, until that is completed
        }
        exchange = provider.getCbkeKeyExchangeResponder();
        if (exchange == null) {
            return Optional.empty();
        }
        exchange.setCryptoSuite(ZigBeeCryptoSuites.ECC_283K1);
        return octets(exchange::getCbkeEphemeralData);
    }

    @Override
    public synchronized Optional<Proofs> proofs(Octets itsCertificate, Octets itsEphemeralData) {
        var begun = exchange;
        if (begun == null) {
            return Optional.empty();
        }
        begun.addPartnerCertificate(bytes(itsCertificate));
        begun.addPartnerEphemeralData(bytes(itsEphemeralData));
        // the library's names are those of an initiator: the first is our own, and brings the second with it
        return octets(begun::getInitiatorMac)
                .flatMap(own -> octets(begun::getResponderMac).map(its -> new Proofs(own, its)));
    }

    @Override
    public synchronized boolean finish(boolean keep) {
        var begun = exchange;
        exchange = null;
        return begun != null && begun.completeKeyExchange(keep) == ZigBeeStatus.SUCCESS;
    }

    private static Optional<Octets> octets(Supplier<@Nullable ByteArray> what) {
        return Optional.ofNullable(what.get()).map(it -> Octets.copyOf(it.get()));
    }

    private static ByteArray bytes(Octets octets) {
        return new ByteArray(octets.toArray());
    }
}

package io.hanproof.cbke;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;

/**
 * What both sides derive and nobody else can.
 *
 * @param macKey proves to the other side that this one has it
 * @param linkKey protects what they say to each other from then on
 */
record SharedKeys(Octets macKey, LinkKey linkKey) {
    private static final Octets FIRST = Octets.hex("00000001");
    private static final Octets SECOND = Octets.hex("00000002");
    private static final Octets FROM_INITIATOR = Octets.hex("02");
    private static final Octets FROM_RESPONDER = Octets.hex("03");

    /** One side of an exchange, as both know it. */
    record Side(Eui64 node, Octets ephemeralKey) {
        Octets name() {
            return Octets.hex("%016X".formatted(node.value()));
        }
    }

    /**
     * Agrees with another device; empty when the key it sent is none of the curve.
     *
     * @param itsKey the public key of its certificate
     * @param itsEphemeralKey what it sent
     */
    static Optional<SharedKeys> agree(
            PrivateKey ownKey, PrivateKey ownEphemeralKey, ECPoint itsKey, Octets itsEphemeralKey) {
        return ownKey.suite()
                .curve()
                .point(itsEphemeralKey)
                .flatMap(it -> secret(ownKey, ownEphemeralKey, itsKey, it))
                .map(SharedKeys::of);
    }

    static SharedKeys of(Octets secret) {
        return new SharedKeys(AesMmo.hash(secret.plus(FIRST)), new LinkKey(AesMmo.hash(secret.plus(SECOND))));
    }

    /** ECMQV of SEC 1, 3.4, with the cofactor: the shared point's first coordinate. */
    private static Optional<Octets> secret(PrivateKey own, PrivateKey ownEphemeral, ECPoint its, ECPoint itsEphemeral) {
        var curve = own.suite().curve();
        var sent = curve.times(ownEphemeral.scalar());
        BigInteger exponent = ownEphemeral
                .scalar()
                .add(half(curve, sent).multiply(own.scalar()))
                .mod(curve.order());
        var shared = its.multiply(half(curve, itsEphemeral))
                .add(itsEphemeral)
                .multiply(exponent)
                .multiply(curve.cofactor())
                .normalize();
        return shared.isInfinity()
                ? Optional.empty()
                : Optional.of(curve.octets(shared.getAffineXCoord().toBigInteger()));
    }

    /** A point as a number of half the order's length, which is what makes MQV quick. */
    private static BigInteger half(Curve curve, ECPoint point) {
        BigInteger bound = BigInteger.TWO.pow((curve.order().bitLength() + 1) / 2);
        return point.normalize().getAffineXCoord().toBigInteger().mod(bound).add(bound);
    }

    /** What the initiator proves itself with. */
    Octets macOfInitiator(Side initiator, Side responder) {
        return mac(FROM_INITIATOR, initiator, responder);
    }

    /** What the responder proves itself with. */
    Octets macOfResponder(Side initiator, Side responder) {
        return mac(FROM_RESPONDER, responder, initiator);
    }

    private Octets mac(Octets tag, Side speaker, Side other) {
        return AesMmo.keyedHash(
                macKey,
                tag.plus(speaker.name())
                        .plus(other.name())
                        .plus(speaker.ephemeralKey())
                        .plus(other.ephemeralKey()));
    }

    @Override
    public String toString() {
        return "SharedKeys[hidden]";
    }
}

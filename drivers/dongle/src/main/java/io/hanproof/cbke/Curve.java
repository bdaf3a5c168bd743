package io.hanproof.cbke;

import io.hanproof.octets.Octets;
import java.math.BigInteger;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** A Koblitz curve with its group: points and scalars to and from octets, big-endian as SEC 1 writes them. */
final class Curve {
    static final Curve SECT163K1 = named("sect163k1");
    static final Curve SECT283K1 = named("sect283k1");

    private final X9ECParameters parameters;
    private final int fieldLength;

    private Curve(X9ECParameters parameters) {
        this.parameters = parameters;
        this.fieldLength = (parameters.getCurve().getFieldSize() + 7) / 8;
    }

    private static Curve named(String name) {
        return new Curve(CustomNamedCurves.getByName(name));
    }

    /** Octets of a coordinate. */
    int fieldLength() {
        return fieldLength;
    }

    BigInteger order() {
        return parameters.getN();
    }

    BigInteger cofactor() {
        return parameters.getH();
    }

    /** The public key of a private one. */
    ECPoint times(BigInteger scalar) {
        return parameters.getG().multiply(scalar).normalize();
    }

    /** A scalar for a private key: 1 to order - 1, each as likely as any other. */
    BigInteger draw(RandomGenerator chance) {
        int bits = order().bitLength();
        byte[] drawn = new byte[(bits + 7) / 8];
        BigInteger scalar;
        do {
            chance.nextBytes(drawn);
            scalar = new BigInteger(1, drawn).mod(BigInteger.TWO.pow(bits));
        } while (scalar.signum() == 0 || scalar.compareTo(order()) >= 0);
        return scalar;
    }

    /** The point that compressed octets stand for; empty unless it is one of the group, and not its neutral one. */
    Optional<ECPoint> point(Octets octets) {
        boolean compressed = octets.length() == 1 + fieldLength && (octets.u8(0) == 2 || octets.u8(0) == 3);
        if (!compressed) {
            return Optional.empty();
        }
        try {
            var point = parameters.getCurve().decodePoint(octets.toArray());
            return point.isInfinity() || !point.isValid() ? Optional.empty() : Optional.of(point);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no point of the curve has that coordinate
        }
    }

    static Octets octets(ECPoint point) {
        return Octets.copyOf(point.getEncoded(true));
    }

    Octets octets(BigInteger number) {
        return Octets.copyOf(BigIntegers.asUnsignedByteArray(fieldLength, number));
    }

    static BigInteger number(Octets octets) {
        return new BigInteger(1, octets.toArray());
    }
}

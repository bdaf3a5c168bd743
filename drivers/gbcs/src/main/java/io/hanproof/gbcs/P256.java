package io.hanproof.gbcs;

import io.hanproof.octets.Octets;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.KeyAgreement;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** Signatures and shared secrets on NIST P-256, the one curve of GBCS. */
final class P256 {
    static final int SCALAR_LENGTH = 32;
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);
    private static final ECParameterSpec SPEC = spec();

    private P256() {}

    /**
     * Signs as RFC 6979 says: the per-message secret comes from key and message, not from dice, so that the same seed gives the
     * same octets and a failing run can be replayed. Any verifier takes it for an ordinary ECDSA signature. The JDK has
     * no such signer.
     *
     * @return r and s
     */
    static Octets sign(ECPrivateKey key, Octets message) {
        BigInteger[] signature = signRaw(key, message);
        byte[] octets = new byte[2 * SCALAR_LENGTH];
        put(signature[0], octets, 0);
        put(signature[1], octets, SCALAR_LENGTH);
        return Octets.copyOf(octets);
    }

    static BigInteger[] signRaw(ECPrivateKey key, Octets message) {
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(key.getS(), DOMAIN));
        return signer.generateSignature(message.sha256().toArray());
    }

    private static void put(BigInteger scalar, byte[] octets, int at) {
        System.arraycopy(BigIntegers.asUnsignedByteArray(SCALAR_LENGTH, scalar), 0, octets, at, SCALAR_LENGTH);
    }

    static boolean verifies(ECPublicKey key, Octets message, Octets signature) {
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update(message.toArray());
            return verifier.verify(signature.toArray());
        } catch (SignatureException e) {
            return false; // r or s out of range: wrong octets, not a broken platform
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has ECDSA on P-256", e);
        }
    }

    /** The x-coordinate of the static ECDH point: the same from either end. */
    static Octets sharedSecret(ECPrivateKey own, ECPublicKey other) {
        try {
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own);
            var unused = agreement.doPhase(other, true);
            return Octets.copyOf(agreement.generateSecret());
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("the public key is no point of P-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has ECDH on P-256", e);
        }
    }

    static boolean isOnP256(ECPublicKey key) {
        var spec = key.getParams();
        return spec.getOrder().equals(SPEC.getOrder())
                && spec.getCurve().equals(SPEC.getCurve())
                && CURVE.getCurve()
                        .createPoint(key.getW().getAffineX(), key.getW().getAffineY())
                        .isValid();
    }

    static boolean isScalar(BigInteger scalar) {
        return scalar.signum() > 0 && scalar.compareTo(CURVE.getN()) < 0;
    }

    static ECPrivateKey privateKey(BigInteger scalar) {
        try {
            return (ECPrivateKey) factory().generatePrivate(new ECPrivateKeySpec(scalar, SPEC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256"); // no cause: it might quote the key
        }
    }

    static ECPublicKey publicKey(ECPrivateKey key) {
        var point = new FixedPointCombMultiplier()
                .multiply(CURVE.getG(), key.getS())
                .normalize();
        var affine = new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
        try {
            return (ECPublicKey) factory().generatePublic(new ECPublicKeySpec(affine, SPEC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance("EC");
    }

    private static ECParameterSpec spec() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }
}

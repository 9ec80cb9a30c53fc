package dev.holdfast.crypto.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Generates private JWKs (RFC 7517) with random key ids, for the algorithms we sign with. */
final class JwkGenerator {

    private static final int RSA_BITS = 2048;
    private static final int HMAC_BITS = 256;
    private static final int KID_BYTES = 12;

    private JwkGenerator() {}

    static JWK generate(String algorithm) {
        try {
            return generator(algorithm)
                    .algorithm(JWSAlgorithm.parse(algorithm))
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(RandomTokens.urlSafe(KID_BYTES))
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a signing key could not be made", impossible);
        }
    }

    private static JWKGenerator<?> generator(String algorithm) {
        return switch (algorithm) {
            case "ES256" -> new ECKeyGenerator(Curve.P_256);
            case "RS256" -> new RSAKeyGenerator(RSA_BITS);
            case "HS256" -> new OctetSequenceKeyGenerator(HMAC_BITS);
            default -> throw new IllegalArgumentException("not an algorithm of ours: " + algorithm);
        };
    }
}

package dev.holdfast.standin.idtoken;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;

/** Signs ID tokens, correct and faulty ones. */
public final class IdTokens {

    private final StandInSigningKeys keys;

    public IdTokens(StandInSigningKeys keys) {
        this.keys = keys;
    }

    /** Returns the token, or null when the fault is that there is none. */
    public String issue(IdTokenClaims claims, IdTokenFault fault) {
        Payload set = new Payload(claims.with(fault));
        RSAKey ours = keys.current();
        try {
            return switch (fault) {
                case NO_ID_TOKEN -> null;
                case MALFORMED -> "standin.not-a-jwt";
                case ALG_NONE -> new PlainObject(set).serialize();
                case HS256_WITH_PUBLIC_KEY -> sign(
                        set,
                        header(JWSAlgorithm.HS256, ours),
                        new MACSigner(ours.toRSAPublicKey().getEncoded()));
                case UNPUBLISHED_KID -> sign(set, header(JWSAlgorithm.RS256, keys.stranger()), signer(keys.stranger()));
                case FOREIGN_KEY -> sign(set, header(JWSAlgorithm.RS256, ours), signer(keys.stranger()));
                case JKU_HEADER -> sign(set, jku(claims.issuer()), signer(keys.stranger()));
                case JWK_HEADER -> sign(set, jwk(), signer(keys.stranger()));
                default -> sign(set, header(JWSAlgorithm.RS256, ours), signer(ours));
            };
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private JWSHeader.Builder jku(String issuer) {
        return header(JWSAlgorithm.RS256, keys.stranger()).jwkURL(URI.create(issuer + "/elsewhere/keys"));
    }

    private JWSHeader.Builder jwk() {
        return header(JWSAlgorithm.RS256, keys.stranger()).jwk(keys.stranger().toPublicJWK());
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm, RSAKey key) {
        return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(key.getKeyID());
    }

    private static JWSSigner signer(RSAKey key) throws JOSEException {
        return new RSASSASigner(key);
    }

    private static String sign(Payload claims, JWSHeader.Builder header, JWSSigner signer)
            throws JOSEException {
        JWSObject jwt = new JWSObject(header.build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }
}

package dev.holdfast.crypto.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import dev.holdfast.crypto.entity.KeyPurpose;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A signing key ready for use. All tokens of one key have the same header. A token whose first segment differs from it is
 * not ours, so nothing that a stranger wrote is ever parsed (RFC 8725 sections 3.1, 3.10).
 */
public final class JwsKey {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final JWK jwk;
    private final Instant signsFrom;
    private final JWSHeader header;
    private final String headerSegment;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    private JwsKey(JWK jwk, Instant signsFrom, JWSHeader header) throws JOSEException {
        this.jwk = jwk;
        this.signsFrom = signsFrom;
        this.header = header;
        this.headerSegment = header.toBase64URL().toString();
        this.signer = signer(jwk);
        this.verifier = verifier(jwk);
    }

    static JwsKey of(String jwkJson, KeyPurpose purpose, Instant signsFrom) {
        try {
            JWK jwk = JWK.parse(jwkJson);
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(jwk.getAlgorithm().getName()))
                    .type(new JOSEObjectType(purpose.typ()))
                    .keyID(jwk.getKeyID())
                    .build();
            return new JwsKey(jwk, signsFrom, header);
        } catch (ParseException | JOSEException unusable) {
            // Leaves out the cause, because its message may quote the key.
            throw new IllegalStateException("a stored signing key cannot be used");
        }
    }

    Instant signsFrom() {
        return signsFrom;
    }

    /** Returns the public half; empty if the key is symmetric. */
    Optional<JWK> publicJwk() {
        return Optional.ofNullable(jwk.toPublicJWK());
    }

    String headerSegment() {
        return headerSegment;
    }

    /** Returns the compact serialisation (RFC 7515 section 7.1). */
    String sign(String payload) {
        String input = headerSegment + '.' + ENCODER.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        try {
            return input + '.' + signer.sign(header, input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("signing failed", impossible);
        }
    }

    /**
     * Verifies a signature and refuses spare bits in it, so that an HS256 or RS256 token has exactly one spelling. An
     * ES256 signature (r, s) has an equally valid second form, (r, n-s), so nothing may rely on the spelling of an access
     * token.
     */
    boolean verifies(String signingInput, String signature) {
        try {
            String spelling = ENCODER.encodeToString(Base64.getUrlDecoder().decode(signature));
            return spelling.equals(signature)
                    && verifier.verify(header, signingInput.getBytes(StandardCharsets.US_ASCII), new Base64URL(signature));
        } catch (IllegalArgumentException | JOSEException malformed) {
            return false;
        }
    }

    private static JWSSigner signer(JWK jwk) throws JOSEException {
        return switch (jwk.getAlgorithm().getName()) {
            case "ES256" -> elliptic(jwk);
            case "RS256" -> new RSASSASigner(jwk.toRSAKey());
            default -> new MACSigner(jwk.toOctetSequenceKey());
        };
    }

    /** A signer with one source of random numbers; left to itself, it makes one for each signature. */
    private static JWSSigner elliptic(JWK jwk) throws JOSEException {
        ECDSASigner signer = new ECDSASigner(jwk.toECKey());
        signer.getJCAContext().setSecureRandom(new SecureRandom());
        return signer;
    }

    private static JWSVerifier verifier(JWK jwk) throws JOSEException {
        return switch (jwk.getAlgorithm().getName()) {
            case "ES256" -> new ECDSAVerifier(jwk.toECKey().toPublicJWK());
            case "RS256" -> new RSASSAVerifier(jwk.toRSAKey().toPublicJWK());
            default -> new MACVerifier(jwk.toOctetSequenceKey());
        };
    }
}

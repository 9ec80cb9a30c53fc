package dev.holdfast.crypto.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import dev.holdfast.crypto.entity.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs the assertion of a client by a key that it keeps elsewhere (RFC 7523 section 3). The key is used once and not kept. */
public final class AssertionSigner {

    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");

    private AssertionSigner() {}

    /**
     * Returns a JWT with these claims, signed with RS256.
     *
     * @param pem the RSA key in PKCS #8, as PEM (RFC 7468 section 10)
     * @return empty if the text is no such key; no part of it is told
     */
    public static Optional<Secret> rs256(Secret pem, String keyId, Map<String, Object> claims) {
        Matcher key = PEM.matcher(pem.reveal());
        if (!key.matches()) {
            return Optional.empty();
        }
        try {
            JWSObject jwt = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(keyId).build(),
                    new Payload(claims));
            jwt.sign(new RSASSASigner(privateKey(key.group(1))));
            return Optional.of(Secret.of(jwt.serialize()));
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static PrivateKey privateKey(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    }
}

package dev.holdfast.journeys.rig;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.Set;

/** A foreign resource server with another library. It checks access tokens as RFC 9068 section 4 says. */
public final class ForeignService {

    public static final Set<String> CLAIMS = Set.of("sub", "upn", "groups", "sid", "iat", "exp", "jti", "client_id");

    private ForeignService() {}

    /** Returns the claims of a token that it accepts. */
    public static JWTClaimsSet accepted(String algorithm, String token, String jwks, String issuer) throws Exception {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.parse(algorithm),
                new ImmutableJWKSet<>(JWKSet.parse(jwks))));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>("holdfast",
                new JWTClaimsSet.Builder().issuer(issuer).build(), CLAIMS));
        return processor.process(token, null);
    }
}

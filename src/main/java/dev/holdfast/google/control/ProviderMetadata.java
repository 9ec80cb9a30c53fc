package dev.holdfast.google.control;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.holdfast.settings.control.HttpUrls;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What of an issuer's discovery document we use (OpenID Connect Discovery section 3, RFC 8414 section 2). */
record ProviderMetadata(URI authorizationEndpoint, URI tokenEndpoint, URI revocationEndpoint, URI jwksUri,
        boolean announcesCallbackIssuer) {

    /** Empty unless the document names exactly this issuer and every endpoint as a usable URL. */
    static Optional<ProviderMetadata> parse(String document, String issuer) {
        try {
            Map<String, Object> members = JSONObjectUtils.parse(document);
            return issuer.equals(members.get("issuer")) ? Optional.of(of(members)) : Optional.empty();
        } catch (ParseException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    Stream<URI> urlsWeCall() {
        return Stream.of(tokenEndpoint, revocationEndpoint, jwksUri);
    }

    private static ProviderMetadata of(Map<String, Object> members) {
        return new ProviderMetadata(url(members, "authorization_endpoint"), url(members, "token_endpoint"),
                url(members, "revocation_endpoint"), url(members, "jwks_uri"),
                Boolean.TRUE.equals(members.get("authorization_response_iss_parameter_supported")));
    }

    private static URI url(Map<String, Object> members, String name) {
        return Optional.ofNullable(members.get(name))
                .map(Object::toString)
                .flatMap(HttpUrls::parse)
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}

package dev.holdfast.google.control;

import dev.holdfast.google.entity.JsonBody;
import dev.holdfast.settings.control.HttpUrls;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What of an issuer's discovery document we use (OpenID Connect Discovery section 3, RFC 8414 section 2). */
record ProviderMetadata(Map<Endpoint, URI> endpoints, boolean announcesCallbackIssuer) {

    /** Those that Holdfast uses, by the names of their members. */
    enum Endpoint {
        AUTHORIZATION("authorization_endpoint"), TOKEN("token_endpoint"), REVOCATION("revocation_endpoint"), JWKS("jwks_uri");

        private final String member;

        Endpoint(String member) {
            this.member = member;
        }

        private Optional<URI> in(Map<String, Object> members) {
            return Optional.ofNullable(members.get(member)).map(Object::toString).flatMap(HttpUrls::parse);
        }
    }

    ProviderMetadata {
        endpoints = Map.copyOf(endpoints);
    }

    /** Empty unless the document names exactly this issuer and each of {@code needed} as a usable URL. */
    static Optional<ProviderMetadata> parse(String document, String issuer, Set<Endpoint> needed) {
        return JsonBody.members(document).filter(members -> issuer.equals(members.get("issuer")))
                .map(ProviderMetadata::of).filter(found -> found.endpoints.keySet().containsAll(needed));
    }

    Stream<URI> urlsWeCall() {
        return urlsWeCall(endpoints);
    }

    /** A browser goes to the authorization endpoint, and we never do. */
    static Stream<URI> urlsWeCall(Map<Endpoint, URI> endpoints) {
        return endpoints.entrySet().stream().filter(each -> each.getKey() != Endpoint.AUTHORIZATION)
                .map(Map.Entry::getValue);
    }

    private static ProviderMetadata of(Map<String, Object> members) {
        Map<Endpoint, URI> endpoints = new EnumMap<>(Endpoint.class);
        for (Endpoint endpoint : Endpoint.values()) {
            endpoint.in(members).ifPresent(url -> endpoints.put(endpoint, url));
        }
        return new ProviderMetadata(endpoints,
                Boolean.TRUE.equals(members.get("authorization_response_iss_parameter_supported")));
    }
}

package dev.holdfast.google.discovery;

import dev.holdfast.google.Endpoint;
import dev.holdfast.google.wire.JsonBody;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The part of an issuer's discovery document that Holdfast uses (OpenID Connect Discovery section 3, RFC 8414 section 2).
 */
public record ProviderMetadata(Map<Endpoint, URI> endpoints, boolean announcesCallbackIssuer) {

    public ProviderMetadata {
        endpoints = Map.copyOf(endpoints);
    }

    /** Parses a document; empty unless it names exactly this issuer and a usable URL for each of {@code needed}. */
    public static Optional<ProviderMetadata> parse(String document, String issuer, Set<Endpoint> needed) {
        return JsonBody.members(document).filter(members -> issuer.equals(members.get("issuer")))
                .map(ProviderMetadata::of).filter(found -> found.endpoints.keySet().containsAll(needed));
    }

    Stream<URI> urlsWeCall() {
        return Endpoint.urlsWeCall(endpoints);
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

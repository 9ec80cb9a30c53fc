package dev.holdfast.google;

import dev.holdfast.settings.control.HttpUrls;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Google's endpoints that Holdfast uses, each with the name of its member in the discovery document. */
public enum Endpoint {
    AUTHORIZATION("authorization_endpoint"), TOKEN("token_endpoint"), REVOCATION("revocation_endpoint"), JWKS("jwks_uri");

    private final String member;

    Endpoint(String member) {
        this.member = member;
    }

    public Optional<URI> in(Map<String, Object> members) {
        return Optional.ofNullable(members.get(member)).map(Object::toString).flatMap(HttpUrls::parse);
    }

    /** Returns all URLs but that of the authorization endpoint, which is for browsers. */
    public static Stream<URI> urlsWeCall(Map<Endpoint, URI> endpoints) {
        return endpoints.entrySet().stream().filter(each -> each.getKey() != AUTHORIZATION).map(Map.Entry::getValue);
    }
}

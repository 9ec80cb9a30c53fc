package dev.holdfast.google.discovery;

import dev.holdfast.google.Endpoint;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.wire.GoogleHttp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The URLs of Google's endpoints: each as configured, else as the issuer's discovery document says (OpenID Connect
 * Discovery section 4). The document is fetched when an endpoint that is not configured is first needed. A URL is empty
 * while the document is not available.
 */
@ApplicationScoped
public class GoogleEndpoints {

    private Map<Endpoint, URI> configured;
    private Discovery discovery;

    protected GoogleEndpoints() {}

    @Inject
    public GoogleEndpoints(GoogleConfig config, GoogleHttp http, Clock clock) {
        this.configured = config.endpoints();
        this.discovery = new Discovery(config.issuer(), config.endpointsToDiscover(), http, clock);
    }

    public Optional<URI> authorization() {
        return Optional.ofNullable(configured.get(Endpoint.AUTHORIZATION))
                .or(() -> discovery.metadataForAnybody().map(found -> found.endpoints().get(Endpoint.AUTHORIZATION)));
    }

    public Optional<URI> token() {
        return find(Endpoint.TOKEN);
    }

    public Optional<URI> revocation() {
        return find(Endpoint.REVOCATION);
    }

    public Optional<URI> jwks() {
        return find(Endpoint.JWKS);
    }

    /**
     * Tells whether the issuer announces {@code iss} (RFC 9207 section 3). False if every endpoint is configured, because
     * the document is then never fetched.
     */
    public boolean announcesCallbackIssuer() {
        return configured.size() < Endpoint.values().length
                && discovery.metadataForAnybody().map(ProviderMetadata::announcesCallbackIssuer).orElse(false);
    }

    private Optional<URI> find(Endpoint endpoint) {
        return Optional.ofNullable(configured.get(endpoint))
                .or(() -> discovery.metadata().map(found -> found.endpoints().get(endpoint)));
    }
}

package dev.holdfast.google.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where Google's endpoints are: each as configured, else as the issuer's discovery document says (OpenID Connect
 * Discovery section 4). The document is fetched when an endpoint is first needed and not configured; empty means that it
 * cannot be had just now.
 */
@ApplicationScoped
public class GoogleEndpoints {

    private GoogleConfig config;
    private Discovery discovery;

    protected GoogleEndpoints() {}

    @Inject
    public GoogleEndpoints(GoogleConfig config, GoogleHttp http, Clock clock) {
        this.config = config;
        this.discovery = new Discovery(config.issuer(), http, clock);
    }

    Optional<URI> authorization() {
        return config.authorizationEndpoint().or(() -> discovered(ProviderMetadata::authorizationEndpoint));
    }

    Optional<URI> token() {
        return config.tokenEndpoint().or(() -> discovered(ProviderMetadata::tokenEndpoint));
    }

    Optional<URI> revocation() {
        return config.revocationEndpoint().or(() -> discovered(ProviderMetadata::revocationEndpoint));
    }

    Optional<URI> jwks() {
        return config.jwksUri().or(() -> discovered(ProviderMetadata::jwksUri));
    }

    /** RFC 9207 section 3; not known, hence false, where every endpoint is configured and nothing is ever fetched. */
    boolean announcesCallbackIssuer() {
        return needsDiscovery() && discovery.metadata().map(ProviderMetadata::announcesCallbackIssuer).orElse(false);
    }

    private boolean needsDiscovery() {
        return config.authorizationEndpoint().isEmpty() || config.tokenEndpoint().isEmpty()
                || config.revocationEndpoint().isEmpty() || config.jwksUri().isEmpty();
    }

    private Optional<URI> discovered(Function<ProviderMetadata, URI> endpoint) {
        return discovery.metadata().map(endpoint);
    }
}

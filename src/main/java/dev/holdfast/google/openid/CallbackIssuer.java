package dev.holdfast.google.openid;

import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.discovery.GoogleEndpoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Checks the {@code iss} parameter of an authorization response (RFC 9207 section 2.4), against mix-up attacks. */
@ApplicationScoped
public class CallbackIssuer {

    private GoogleConfig config;
    private GoogleEndpoints endpoints;

    protected CallbackIssuer() {}

    @Inject
    public CallbackIssuer(GoogleConfig config, GoogleEndpoints endpoints) {
        this.config = config;
        this.endpoints = endpoints;
    }

    /**
     * Tells whether the response is acceptable. If {@code iss} came exactly once, it must be the configured issuer,
     * character by character. If it did not come, the issuer's metadata must not announce it. {@code issParameters}:
     * every value of that name, in any order.
     */
    public boolean issuerAcceptable(List<String> issParameters) {
        return switch (issParameters.size()) {
            case 0 -> !endpoints.announcesCallbackIssuer();
            case 1 -> config.issuer().equals(issParameters.get(0));
            default -> false;
        };
    }
}

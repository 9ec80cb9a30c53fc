package dev.holdfast.session.boundary;

import dev.holdfast.session.control.RevocationFeed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The readiness check that this node knows which sessions others have ended; if not, protected calls get 503. */
@Readiness
@ApplicationScoped
public class FeedReady implements HealthCheck {

    static final String NAME = "revocation-feed";

    @Inject RevocationFeed feed;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named(NAME).status(feed.isCurrent()).withData("lag_ms", feed.lag().toMillis()).build();
    }
}

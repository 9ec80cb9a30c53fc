package dev.holdfast.custody.boundary;

import dev.holdfast.custody.ClientAcceptance;
import dev.holdfast.custody.ClientAcceptance.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether Google rejects our client. It stays UP: taking nodes out of service would not help. */
@Readiness
@ApplicationScoped
public class GoogleClientHealth implements HealthCheck {

    @Inject ClientAcceptance standing;

    @Override
    public HealthCheckResponse call() {
        Optional<Rejection> rejection = standing.rejection();
        HealthCheckResponseBuilder health = HealthCheckResponse.named("google-client").up()
                .withData("client", rejection.isPresent() ? "rejected" : "accepted");
        rejection.ifPresent(last -> health.withData("error", last.code()).withData("at", last.at().toString()));
        return health.build();
    }
}

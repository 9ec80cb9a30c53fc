package dev.holdfast.storage.boundary;

import dev.holdfast.storage.control.DatabaseClock;
import dev.holdfast.storage.control.DatabaseProbe;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness: the database answered recently. Reads the result of the latest probe, so that a check costs no query and no
 * wait.
 */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    static final String NAME = "database";

    @Inject DatabaseProbe probe;
    @Inject @DatabaseTime DatabaseClock clock;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named(NAME).status(probe.isAnswering())
                .withData("clock_ahead_ms", clock.ahead().toMillis()).build();
    }
}

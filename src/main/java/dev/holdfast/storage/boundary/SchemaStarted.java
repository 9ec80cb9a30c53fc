package dev.holdfast.storage.boundary;

import dev.holdfast.storage.control.Migration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Start-up: the schema is up to date. */
@Startup
@ApplicationScoped
public class SchemaStarted implements HealthCheck {

    @Inject Migration migration;

    @Override
    public HealthCheckResponse call() {
        Optional<String> version = migration.version();
        return HealthCheckResponse.named("schema").status(version.isPresent())
                .withData("version", version.orElse("")).build();
    }
}

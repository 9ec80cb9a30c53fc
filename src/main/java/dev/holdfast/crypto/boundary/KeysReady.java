package dev.holdfast.crypto.boundary;

import dev.holdfast.crypto.control.Envelope;
import dev.holdfast.crypto.control.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * The keys are loaded: there is one to encrypt with, and one to sign with for each purpose. That they could not be re-read
 * lately is told and takes no node out of service: those in memory are good, and one bad row would take out all.
 */
@Startup
@Readiness
@ApplicationScoped
public class KeysReady implements HealthCheck {

    static final String NAME = "keys";

    @Inject SigningKeys signingKeys;
    @Inject Envelope envelope;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named(NAME).status(signingKeys.isComplete())
                .withData("encrypts_with", envelope.primaryKeyNumber());
        signingKeys.sinceLoaded().ifPresent(ago -> health.withData("signing_keys_read_seconds_ago", ago.toSeconds()));
        return health.build();
    }
}

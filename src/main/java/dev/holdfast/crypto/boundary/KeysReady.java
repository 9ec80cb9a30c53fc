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
 * Ready once the keys are loaded: one to encrypt with, and one to sign with for each purpose. The time since the last
 * reading is reported and takes no node out of service: the keys in memory stay good, and one bad row would take out all
 * nodes.
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

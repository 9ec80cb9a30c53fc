package dev.holdfast.crypto.boundary;

import dev.holdfast.crypto.control.PrimaryKey;
import dev.holdfast.crypto.control.Reencryption;
import dev.holdfast.crypto.control.SigningKeys;
import dev.holdfast.crypto.entity.KeyPurpose;
import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows the age of the keys and the progress of re-encryption, from memory alone: a scrape costs no query. */
@ApplicationScoped
public class CryptoMetrics {

    @Inject MetricRegistry registry;
    @Inject Reencryption reencryption;
    @Inject PrimaryKey primaryKey;
    @Inject SigningKeys signingKeys;
    @Inject Clock clock;

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        registry.gauge(MetricNames.REENCRYPTION_LEFT, this::left);
        registry.gauge(MetricNames.REENCRYPTION_MOVED, reencryption::moved);
        registry.gauge(MetricNames.ENCRYPTION_KEY_AGE, () -> age(primaryKey.primarySince()));
        for (KeyPurpose purpose : KeyPurpose.values()) {
            Tag label = new Tag("purpose", purpose.name().toLowerCase(Locale.ROOT));
            registry.gauge(MetricNames.SIGNING_KEY_AGE, () -> age(signingKeys.inUseSince(purpose)), label);
            registry.gauge(MetricNames.SIGNING_KEY_LIFETIME, () -> seconds(signingKeys.lifetime(purpose)), label);
        }
        registry.gauge(MetricNames.SIGNING_KEYS_READ, () -> seconds(signingKeys.sinceLoaded()));
        registry.gauge(MetricNames.CHECK_UP, () -> signingKeys.isComplete() ? 1 : 0, new Tag("check", KeysReady.NAME));
    }

    private double left() {
        return reencryption.left().isPresent() ? reencryption.left().getAsLong() : Double.NaN;
    }

    private double age(Optional<Instant> since) {
        return seconds(since.map(time -> Duration.between(time, clock.instant())));
    }

    private static double seconds(Optional<Duration> duration) {
        return duration.map(known -> (double) known.toSeconds()).orElse(Double.NaN);
    }
}

package dev.holdfast.doctor.control;

import dev.holdfast.crypto.control.PrimaryKey;
import dev.holdfast.crypto.control.SigningKeys;
import dev.holdfast.crypto.entity.KeyPurpose;
import dev.holdfast.doctor.entity.ClockDifference;
import dev.holdfast.doctor.entity.Finding;
import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.storage.control.DatabaseClock;
import dev.holdfast.storage.control.DatabaseTime;
import dev.holdfast.storage.control.StorageConfig;
import dev.holdfast.web.control.ForeignPages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Findings about this server itself: its address, database, clocks and keys. Makes no query and no call. */
@ApplicationScoped
class HouseChecks {

    private static final Duration KEY_IS_OLD = Duration.ofDays(365);

    @Inject PublicUrl publicUrl;
    @Inject ForeignPages foreignPages;
    @Inject StorageConfig storage;
    @Inject @DatabaseTime DatabaseClock databaseClock;
    @Inject PrimaryKey primaryKey;
    @Inject SigningKeys signingKeys;
    @Inject Clock clock;

    List<Finding> all() {
        return List.of(publicUrl(), address(), database(), databaseClock(), encryptionKey(), signingKeys());
    }

    private Finding publicUrl() {
        // Plain http to another machine would have failed the start.
        return Finding.fine("public_url", publicUrl.isHttps() ? "https" : "plain_http",
                publicUrl + (publicUrl.isHttps() ? "" : ": plain http, for a trial on one machine")).with("url", publicUrl);
    }

    private Finding address() {
        long seen = foreignPages.count();
        Finding finding = seen == 0
                ? Finding.fine("address_in_use", "not_seen", "No page of another address than " + publicUrl + " has called")
                : Finding.warning("address_in_use", "seen", seen + (seen == 1 ? " request" : " requests")
                        + " since the start came from pages at another address than " + publicUrl
                        + ", or claimed to, and got a refusal (may be harmless)",
                        "If people do come by another address, redirect it to this one in the proxy; change holdfast.public-url"
                        + " only if it is wrong, for that signs everybody out");
        return finding.with("count", seen).with("url", publicUrl);
    }

    private Finding database() {
        boolean embedded = storage.kind() == StorageConfig.Kind.DERBY;
        return embedded && publicUrl.isHttps()
                ? Finding.warning("database", "derby_in_public",
                        "Embedded Derby serves a public address: one server, and no backup while it runs",
                        "Take PostgreSQL (holdfast.db.kind); people sign in again")
                : Finding.fine("database", embedded ? "derby" : "postgresql", embedded ? "Embedded Derby" : "PostgreSQL");
    }

    private Finding databaseClock() {
        ClockDifference difference = new ClockDifference(databaseClock.ahead());
        String detail = "The database's clock is " + difference.inMillis() + " this server's";
        return difference.finding("database_clock", detail, "Set both by NTP")
                .with("millis", difference.ahead().abs().toMillis());
    }

    private Finding encryptionKey() {
        Optional<Duration> age = primaryKey.primarySince().map(since -> Duration.between(since, clock.instant()));
        String detail = age.map(known -> "The primary encryption key has been in use for " + days(known.toDays()))
                .orElse("Not known yet");
        Finding finding = age.filter(known -> known.compareTo(KEY_IS_OLD) > 0).isPresent()
                ? Finding.warning("encryption_key", "old", detail,
                        "Rotate it, see \"Encryption keys\" in docs/operate/keys.md")
                : Finding.fine("encryption_key", age.isPresent() ? "in_use" : "not_known_yet", detail);
        return finding.with("days", age.map(Duration::toDays).orElse(0L));
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private Finding signingKeys() {
        for (KeyPurpose purpose : KeyPurpose.values()) {
            Optional<Instant> since = signingKeys.inUseSince(purpose);
            Optional<Duration> lifetime = signingKeys.lifetime(purpose);
            boolean overdue = since.isPresent() && lifetime.isPresent()
                    && clock.instant().isAfter(since.get().plus(lifetime.get().multipliedBy(2)));
            if (overdue) {
                return Finding.trouble("signing_keys", "overdue", "A signing key is in use for more than twice its lifetime",
                        "Look for HF0125: the database, or an encryption key that is missing on one server");
            }
        }
        return Finding.fine("signing_keys", "on_schedule", "Signing keys are rotated on schedule");
    }
}

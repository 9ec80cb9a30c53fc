package dev.holdfast.google.control;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The issuer's discovery document, kept for a day. One fetch at a time; after a failed one, nobody waits for another
 * until a moment has passed, and an older document goes on serving.
 */
final class Discovery {

    private static final Duration GOOD_FOR = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final String issuer;
    private final GoogleHttp http;
    private final Clock clock;
    private volatile Known known = new Known(Optional.empty(), Instant.MIN);

    private record Known(Optional<ProviderMetadata> metadata, Instant askAgainAt) {}

    Discovery(String issuer, GoogleHttp http, Clock clock) {
        this.issuer = issuer;
        this.http = http;
        this.clock = clock;
    }

    Optional<ProviderMetadata> metadata() {
        return isCurrent() ? known.metadata() : learn();
    }

    private synchronized Optional<ProviderMetadata> learn() {
        if (!isCurrent()) {
            Optional<ProviderMetadata> fetched = fetch();
            known = fetched.isPresent()
                    ? new Known(fetched, clock.instant().plus(GOOD_FOR))
                    : new Known(known.metadata(), clock.instant().plus(PAUSE));
        }
        return known.metadata();
    }

    private boolean isCurrent() {
        return clock.instant().isBefore(known.askAgainAt());
    }

    private Optional<ProviderMetadata> fetch() {
        try {
            Answer answer = http.get(url(), GoogleHttp.JSON_CAP);
            Optional<ProviderMetadata> metadata =
                    answer.status() == 200 ? ProviderMetadata.parse(answer.body(), issuer) : Optional.empty();
            metadata.ifPresentOrElse(
                    found -> found.urlsWeCall().forEach(http::allow),
                    () -> GoogleLog.discoveryFailed(issuer, "unusable document, status " + answer.status()));
            return metadata;
        } catch (GoogleTrouble trouble) {
            GoogleLog.discoveryFailed(issuer, trouble.code());
            return Optional.empty();
        }
    }

    private URI url() {
        return URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
    }
}

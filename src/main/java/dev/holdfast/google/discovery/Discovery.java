package dev.holdfast.google.discovery;

import dev.holdfast.google.Capacity;
import dev.holdfast.google.Endpoint;
import dev.holdfast.google.GoogleLog;
import dev.holdfast.google.wire.Answer;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The issuer's discovery document, cached for a day. One fetch runs at a time; after a failed one, the next starts only
 * after a pause. An older document stays in use: only the caller that fetches a newer one waits for it.
 */
public final class Discovery {

    private static final Duration GOOD_FOR = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PAUSE_WITH_OLDER = Duration.ofMinutes(1);

    private final String issuer;
    private final Set<Endpoint> needed;
    private final GoogleHttp http;
    private final Clock clock;
    private final Semaphore anybodysRoom = new Semaphore(Capacity.WAITING_FOR_ENDPOINTS);
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Known known = new Known(Optional.empty(), Instant.MIN);

    private record Known(Optional<ProviderMetadata> metadata, Instant askAgainAt) {}

    /** Creates a cache that accepts only a document with every endpoint of {@code needed}. */
    Discovery(String issuer, Set<Endpoint> needed, GoogleHttp http, Clock clock) {
        this.issuer = issuer;
        this.needed = Set.copyOf(needed);
        this.http = http;
        this.clock = clock;
    }

    /**
     * Returns the same as {@link #metadata}, for callers who are not signed in: a few of them may wait for a fetch, and
     * further ones get what is known.
     */
    Optional<ProviderMetadata> metadataForAnybody() {
        if (isCurrent() || !anybodysRoom.tryAcquire()) {
            return known.metadata();
        }
        try {
            return metadata();
        } finally {
            anybodysRoom.release();
        }
    }

    Optional<ProviderMetadata> metadata() {
        if (isCurrent()) {
            return known.metadata();
        }
        if (known.metadata().isEmpty()) {
            fetching.lock();
        } else if (!fetching.tryLock()) {
            return known.metadata();
        }
        try {
            return learn();
        } finally {
            fetching.unlock();
        }
    }

    private Optional<ProviderMetadata> learn() {
        if (!isCurrent()) {
            Optional<ProviderMetadata> fetched = fetch();
            Duration until = fetched.isPresent() ? GOOD_FOR : known.metadata().isPresent() ? PAUSE_WITH_OLDER : PAUSE;
            known = new Known(fetched.or(known::metadata), clock.instant().plus(until));
        }
        return known.metadata();
    }

    private boolean isCurrent() {
        return clock.instant().isBefore(known.askAgainAt());
    }

    private Optional<ProviderMetadata> fetch() {
        try {
            Answer answer = http.get(documentOf(issuer), GoogleHttp.JSON_CAP);
            Optional<ProviderMetadata> metadata =
                    answer.status() == 200 ? ProviderMetadata.parse(answer.body(), issuer, needed) : Optional.empty();
            metadata.ifPresentOrElse(
                    found -> found.urlsWeCall().forEach(http::allow),
                    () -> GoogleLog.discoveryFailed(issuer, "unusable document, status " + answer.status()));
            return metadata;
        } catch (GoogleTrouble trouble) {
            GoogleLog.discoveryFailed(issuer, trouble.code());
            return Optional.empty();
        }
    }

    public static URI documentOf(String issuer) {
        return URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
    }
}

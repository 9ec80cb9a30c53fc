package dev.holdfast.custody.refresh;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.custody.grant.GrantChanged;
import dev.holdfast.google.token.AccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The cache of Google access tokens on this node, for at most ten thousand grants. A change on this node drops an entry
 * at once; a change on another node, as soon as {@link GrantWatch} has seen it.
 */
@ApplicationScoped
public class TokenCache {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Counts grants replaced or lost on this node: a row that was read before such a change is not cached after it. */
    private final AtomicLong changes = new AtomicLong();

    private final Cache<UUID, CachedToken> tokens =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    private final Set<UUID> used = ConcurrentHashMap.newKeySet();

    Optional<CachedToken> of(UUID accountId) {
        Optional<CachedToken> token = Optional.ofNullable(tokens.getIfPresent(accountId));
        token.ifPresent(present -> used.add(accountId));
        return token;
    }

    long changes() {
        return changes.get();
    }

    /**
     * Caches a fresh token and drops the token of a lost grant. {@code before} is what {@link #changes} returned before
     * the row was read.
     */
    void keep(UUID accountId, RefreshResult result, long before) {
        if (result.acquired() instanceof Acquired.Fresh fresh) {
            tokens.asMap().compute(accountId, (id, known) -> changes.get() != before
                    || known != null && (known.version() > result.version() || known.holds(fresh.token())) ? known
                    : CachedToken.of(fresh.token(), result.version()));
        } else if (result.acquired() instanceof Acquired.Lost) {
            tokens.invalidate(accountId);
        }
    }

    /** Returns true for the one caller that may start a refresh ahead; other callers may not before {@code until}. */
    boolean postpone(UUID accountId, CachedToken known, Instant until) {
        return tokens.asMap().replace(accountId, known, known.notBefore(until));
    }

    void drop(UUID accountId, AccessToken rejected) {
        tokens.asMap().computeIfPresent(accountId, (id, known) -> known.holds(rejected) ? null : known);
    }

    /** Returns the accounts whose tokens were handed out since the last call. */
    List<UUID> takeUsed() {
        List<UUID> taken = List.copyOf(used);
        taken.forEach(used::remove);
        return taken;
    }

    /** Drops a token of an older version of the grant. */
    void dropOlder(UUID accountId, long version) {
        tokens.asMap().computeIfPresent(accountId, (id, known) -> known.version() < version ? null : known);
    }

    void forget(@Observes GrantChanged change) {
        changes.incrementAndGet();
        tokens.invalidate(change.accountId());
    }
}

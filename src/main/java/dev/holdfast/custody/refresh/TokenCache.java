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
 * The Google access tokens in this node's memory, at most ten thousand. What changes here is forgotten at once; what
 * changes elsewhere, as soon as {@link GrantWatch} has seen it.
 */
@ApplicationScoped
public class TokenCache {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Counts grants replaced or lost here: what was read before such a change is not remembered after it. */
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

    /** {@code before}: what {@link #changes} said before the row was read. */
    void keep(UUID accountId, RefreshResult result, long before) {
        if (result.acquired() instanceof Acquired.Fresh fresh) {
            tokens.asMap().compute(accountId, (id, known) -> changes.get() != before
                    || known != null && (known.version() > result.version() || known.holds(fresh.token())) ? known
                    : CachedToken.of(fresh.token(), result.version()));
        } else if (result.acquired() instanceof Acquired.Lost) {
            tokens.invalidate(accountId);
        }
    }

    /** True for the one caller who may start a refresh ahead; nobody else may before that time. */
    boolean postpone(UUID accountId, CachedToken known, Instant until) {
        return tokens.asMap().replace(accountId, known, known.notBefore(until));
    }

    void drop(UUID accountId, AccessToken rejected) {
        tokens.asMap().computeIfPresent(accountId, (id, known) -> known.holds(rejected) ? null : known);
    }

    /** The accounts whose tokens were handed out since the last time. */
    List<UUID> takeUsed() {
        List<UUID> taken = List.copyOf(used);
        taken.forEach(used::remove);
        return taken;
    }

    /** Forgets a token that is not of the grant's version any more. */
    void dropOlder(UUID accountId, long version) {
        tokens.asMap().computeIfPresent(accountId, (id, known) -> known.version() < version ? null : known);
    }

    void forget(@Observes GrantChanged change) {
        changes.incrementAndGet();
        tokens.invalidate(change.accountId());
    }
}

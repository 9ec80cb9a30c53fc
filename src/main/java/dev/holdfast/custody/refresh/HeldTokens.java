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
public class HeldTokens {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Counts grants replaced or lost here: what was read before such a change is not remembered after it. */
    private final AtomicLong changes = new AtomicLong();

    private final Cache<UUID, HeldToken> held = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    private final Set<UUID> used = ConcurrentHashMap.newKeySet();

    Optional<HeldToken> of(UUID accountId) {
        Optional<HeldToken> token = Optional.ofNullable(held.getIfPresent(accountId));
        token.ifPresent(present -> used.add(accountId));
        return token;
    }

    long changes() {
        return changes.get();
    }

    /** {@code before}: what {@link #changes} said before the row was read. */
    void keep(UUID accountId, Landed landed, long before) {
        if (landed.acquired() instanceof Acquired.Fresh fresh) {
            held.asMap().compute(accountId, (id, known) -> changes.get() != before
                    || known != null && (known.version() > landed.version() || known.holds(fresh.token())) ? known
                    : HeldToken.of(fresh.token(), landed.version()));
        } else if (landed.acquired() instanceof Acquired.Lost) {
            held.invalidate(accountId);
        }
    }

    /** True for the one caller who may start a refresh ahead; nobody else may before that time. */
    boolean postpone(UUID accountId, HeldToken known, Instant until) {
        return held.asMap().replace(accountId, known, known.notBefore(until));
    }

    void drop(UUID accountId, AccessToken rejected) {
        held.asMap().computeIfPresent(accountId, (id, known) -> known.holds(rejected) ? null : known);
    }

    /** The accounts whose tokens were handed out since the last time. */
    List<UUID> takeUsed() {
        List<UUID> taken = List.copyOf(used);
        taken.forEach(used::remove);
        return taken;
    }

    /** Forgets a token that is not of the grant's version any more. */
    void dropOlder(UUID accountId, long version) {
        held.asMap().computeIfPresent(accountId, (id, known) -> known.version() < version ? null : known);
    }

    void forget(@Observes GrantChanged change) {
        changes.incrementAndGet();
        held.invalidate(change.accountId());
    }
}

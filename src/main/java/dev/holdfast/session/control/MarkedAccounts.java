package dev.holdfast.session.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.entity.EndedSession;
import dev.holdfast.session.entity.MarkedAccount;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A cache in this node's memory of the accounts of which many sessions have ended lately. For an access token of such an
 * account, the database is asked once for each session whether it is over. Marks made by this node are known on commit,
 * those of other nodes through the {@link RevocationFeed}.
 */
@ApplicationScoped
public class MarkedAccounts {

    private static final int ANSWERS = 20_000;

    /** The endings that this node knows of an account; {@code number} rises with each one that it learns of. */
    private record Marks(long number, Map<UUID, MarkedAccount> endings, Instant seenAt) {}

    @Inject SessionReads reads;
    @Inject EndedSessions ended;
    @Inject @DatabaseTime Clock clock;

    private final Map<UUID, Marks> marked = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /** Sessions that live, each with the number of its account's latest known ending when the database was asked. */
    private final Cache<UUID, Long> living = Caffeine.newBuilder().maximumSize(ANSWERS)
            .expireAfterWrite(EndedSessions.REMEMBERED).build();

    /** Why a session of a marked account is over; empty if it lives. Asks the database if memory does not suffice. */
    public Optional<EndReason> whyOver(UUID accountId, UUID sessionId) {
        Marks marks = marked.get(accountId);
        if (marks == null || isKnownToLive(sessionId, marks)) {
            return Optional.empty();
        }
        Optional<EndReason> over = reads.whyOver(sessionId);
        over.ifPresentOrElse(reason -> ended.remember(new EndedSession(sessionId, reason, clock.instant())),
                () -> living.put(sessionId, marks.number()));
        return over;
    }

    private boolean isKnownToLive(UUID sessionId, Marks marks) {
        Long known = living.getIfPresent(sessionId);
        return known != null && known >= marks.number();
    }

    void marked(@Observes EndingMarked committed) {
        committed.covered().ifPresent(ending -> learn(ending, clock.instant()));
    }

    /** Learns endings in force. Drops accounts last seen so long ago that no access token can still be valid. */
    void learn(Collection<MarkedAccount> inForce, Instant now) {
        inForce.forEach(ending -> learn(ending, now));
        marked.values().removeIf(marks -> marks.seenAt().isBefore(now.minus(EndedSessions.REMEMBERED)));
    }

    private void learn(MarkedAccount ending, Instant now) {
        marked.merge(ending.accountId(), new Marks(numbers.incrementAndGet(), Map.of(ending.endingId(), ending), now),
                (known, added) -> known.endings().containsValue(ending)
                        ? new Marks(known.number(), known.endings(), now)
                        : new Marks(added.number(), with(known.endings(), ending), now));
    }

    private static Map<UUID, MarkedAccount> with(Map<UUID, MarkedAccount> known, MarkedAccount ending) {
        Map<UUID, MarkedAccount> more = new ConcurrentHashMap<>(known);
        more.put(ending.endingId(), ending);
        return Map.copyOf(more);
    }
}

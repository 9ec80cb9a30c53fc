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
 * The accounts of which many sessions have ended lately, on this node in memory. An access token of such an account is not
 * enough: the database is asked once for each session whether it is over. Own endings are known as soon as they are
 * committed; those of other nodes come with the feed.
 */
@ApplicationScoped
public class MarkedAccounts {

    private static final int ANSWERS = 20_000;

    /** What a node has learnt of an account; {@code number} rises with each ending that it learns of. */
    private record Marks(long number, Map<UUID, MarkedAccount> endings, Instant seenAt) {}

    @Inject SessionReads reads;
    @Inject EndedSessions ended;
    @Inject @DatabaseTime Clock clock;

    private final Map<UUID, Marks> marked = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /** Sessions that live on, and the number of the last ending that was known when the database said so. */
    private final Cache<UUID, Long> living = Caffeine.newBuilder().maximumSize(ANSWERS)
            .expireAfterWrite(EndedSessions.REMEMBERED).build();

    /** Why a session is over by an ending of many; empty if it lives. Asks the database, where memory does not suffice. */
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

    /** All that are in force at that time; those that are not any more are kept while an access token may be alive. */
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

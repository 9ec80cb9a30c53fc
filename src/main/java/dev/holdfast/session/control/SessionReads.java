package dev.holdfast.session.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.account.entity.PageRequest;
import dev.holdfast.session.entity.EndedSession;
import dev.holdfast.session.entity.FeedPlace;
import dev.holdfast.session.entity.MarkedAccount;
import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionPage;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Answers queries about sessions, each in a short transaction of its own. */
@ApplicationScoped
public class SessionReads {

    @Inject SessionStore store;
    @Inject SessionEndingStore endings;
    @Inject @DatabaseTime Clock clock;

    /** Returns sessions that have ended on any node, in the order of end and id. */
    @Transactional(TxType.REQUIRES_NEW)
    List<EndedSession> endedAfter(FeedPlace place, int most) {
        return store.endedAfter(place, most);
    }

    /** Returns those of the sessions that live by their rows. */
    @Transactional(TxType.REQUIRES_NEW)
    List<UUID> unendedAmong(List<UUID> ids) {
        return endings.unendedAmong(ids);
    }

    /** Returns a page of the marks in force, in the order of their ids, after {@code endingId}. */
    @Transactional(TxType.REQUIRES_NEW)
    List<MarkedAccount> markedAfter(UUID endingId, int most) {
        return endings.markedAfter(endingId, most);
    }

    /** Why a session is over, whether or not its row says so; empty if it lives. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<EndReason> whyOver(UUID sessionId) {
        Optional<Session> session = store.read(sessionId);
        return session.isEmpty() ? Optional.of(EndReason.ENDED_ELSEWHERE) : session.get().overAt(clock.instant());
    }

    /** Returns the live sessions of an account, the most recently used first. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<Session> liveOf(UUID accountId) {
        return store.liveOf(accountId, clock.instant());
    }

    /** Returns a page of the live sessions of an account, the newest first; without {@code before} it is the first page. */
    @Transactional(TxType.REQUIRES_NEW)
    public SessionPage pageOf(UUID accountId, PageRequest page) {
        return SessionPage.of(store.newestLiveOf(accountId, clock.instant(), page.before(), page.limit() + 1), page.limit());
    }

    /** Returns the number of live sessions of each account that has any, with one query for all accounts. */
    @Transactional(TxType.REQUIRES_NEW)
    public Map<UUID, Long> liveCountsOf(List<UUID> accountIds) {
        return accountIds.isEmpty() ? Map.of() : store.liveCountsOf(accountIds, clock.instant());
    }

    /** Returns the live session among these that began last. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<UUID> latestLiveOf(Set<UUID> sessionIds) {
        return liveAmong(sessionIds).map(Session::id);
    }

    private Optional<Session> liveAmong(Set<UUID> sessionIds) {
        Instant now = clock.instant();
        return sessionIds.stream().flatMap(id -> store.read(id).stream())
                .filter(session -> session.overAt(now).isEmpty())
                .max(Comparator.comparing(Session::createdAt));
    }

    /** Returns the account of the live session among these that began last. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<UUID> latestLiveAccountOf(Set<UUID> sessionIds) {
        return liveAmong(sessionIds).flatMap(Session::accountId);
    }

    @Transactional(TxType.REQUIRES_NEW)
    public boolean isLive(UUID sessionId) {
        return store.read(sessionId).filter(session -> session.overAt(clock.instant()).isEmpty()).isPresent();
    }
}

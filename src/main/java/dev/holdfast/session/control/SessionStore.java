package dev.holdfast.session.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.account.entity.PageCursor;
import dev.holdfast.session.entity.EndedSession;
import dev.holdfast.session.entity.FeedPlace;
import dev.holdfast.session.entity.Receipt;
import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionEnding;
import dev.holdfast.storage.control.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Stores the rows of our sessions, within the caller's transaction. Every change is one conditional update whose count
 * tells whether this caller made the change.
 */
@ApplicationScoped
public class SessionStore {

    private static final String LIVE = " and s.endedAt is null";
    private static final String BEFORE = " and (s.createdAt < :at or s.createdAt = :at and s.id < :id)";
    private static final String NOT_MARKED = " and not exists (select e.id from SessionEnding e where "
            + SessionEndingStore.COVERS + ")";
    private static final String MARKED = " left join SessionEnding e on " + SessionEndingStore.COVERS;
    private static final String EARLIEST_MARK = " order by e.markedAt, e.id";
    /** The sweep need not follow an idle end that moves later, but must not miss one that moves earlier. */
    private static final String IDLE_END = ", s.idleEndsAt = :idleEndsAt, s.sweepFrom = :sweepFrom";
    private static final String FORGET = ", s.userAgent = null, s.address = null";

    @PersistenceContext(unitName = "holdfast")
    EntityManager entityManager;

    @Inject StorageConfig storage;

    public void insert(Session session) {
        entityManager.persist(session);
    }

    /**
     * Returns the row as it is now, even if it was read before, with what the marks of its account say. The mark is read
     * first. A mark is deleted once the row says the same, so reading the row first could miss both.
     */
    public Optional<Session> read(UUID id) {
        Optional<EndReason> mark = markOf(id);
        Optional<Session> found = entityManager.createQuery("select s from Session s where s.id = :id", Session.class)
                .setParameter("id", id)
                .setHint("eclipselink.refresh", true).getResultStream().findFirst();
        found.ifPresent(session -> session.markedFor(mark.orElse(null)));
        return found;
    }

    private Optional<EndReason> markOf(UUID id) {
        return entityManager.createQuery("select e.reason from Session s join SessionEnding e on " + SessionEndingStore.COVERS
                        + " where s.id = :id" + EARLIEST_MARK, EndReason.class)
                .setParameter("id", id).setMaxResults(1).getResultStream().findFirst();
    }

    /**
     * Reads as {@link #read} does, as the first query of a transaction. On PostgreSQL the account is read too, so that
     * finding it later in the same transaction needs no query. On Derby this would hold the lock on the session while it
     * waits for the account. A transaction that has locked the account may wait for the session: a deadlock.
     */
    public Optional<Session> readWithAccount(UUID id) {
        boolean together = storage.kind() == StorageConfig.Kind.POSTGRESQL;
        return entityManager.createQuery("select s, e.reason" + (together ? ", a" : "") + " from Session s"
                        + (together ? " left join Account a on a.id = s.accountId" : "") + MARKED
                        + " where s.id = :id" + EARLIEST_MARK, Object[].class)
                .setParameter("id", id).setMaxResults(1)
                .getResultStream().findFirst().map(row -> {
                    Session session = (Session) row[0];
                    session.markedFor((EndReason) row[1]);
                    return session;
                });
    }

    public List<Session> liveOf(UUID accountId, Instant now) {
        return entityManager.createQuery("select s from Session s where s.accountId = :account" + LIVE
                        + " and s.idleEndsAt > :now" + NOT_MARKED + " order by s.refreshedAt desc", Session.class)
                .setParameter("account", accountId).setParameter("now", now).getResultList();
    }

    /** Returns sessions in the order of their sign-in time. No refresh changes it, so no session moves to another page. */
    List<Session> newestLiveOf(UUID accountId, Instant now, Optional<PageCursor> before, int most) {
        TypedQuery<Session> query = entityManager.createQuery("select s from Session s where s.accountId = :account" + LIVE
                        + " and s.idleEndsAt > :now" + NOT_MARKED + before.map(cursor -> BEFORE).orElse("")
                        + " order by s.createdAt desc, s.id desc", Session.class)
                .setParameter("account", accountId).setParameter("now", now).setMaxResults(most);
        before.ifPresent(cursor -> query.setParameter("at", cursor.at()).setParameter("id", cursor.id()));
        return query.getResultList();
    }

    Map<UUID, Long> liveCountsOf(List<UUID> accounts, Instant now) {
        return entityManager.createQuery("select s.accountId, count(s) from Session s where s.accountId in :accounts" + LIVE
                        + " and s.idleEndsAt > :now" + NOT_MARKED + " group by s.accountId", Object[].class)
                .setParameter("accounts", accounts).setParameter("now", now).getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    long countLiveOf(UUID accountId, Instant now) {
        return entityManager.createQuery("select count(s) from Session s where s.accountId = :account" + LIVE
                        + " and s.idleEndsAt > :now" + NOT_MARKED, Long.class)
                .setParameter("account", accountId).setParameter("now", now).getSingleResult();
    }

    /** Returns the live sessions of an account except {@code but}, the least recently used first. */
    List<Session> leastRecentlyUsed(UUID accountId, UUID but, Instant now, int most) {
        return entityManager.createQuery("select s from Session s where s.accountId = :account" + LIVE
                        + " and s.idleEndsAt > :now and s.id <> :but" + NOT_MARKED + " order by s.refreshedAt, s.id",
                        Session.class)
                .setParameter("account", accountId).setParameter("now", now).setParameter("but", but)
                .setMaxResults(most).getResultList();
    }

    /** Returns the start time of the latest session that is not recorded as ended. */
    Optional<Instant> latestBeginningOf(UUID accountId) {
        return entityManager.createQuery("select s.createdAt from Session s where s.accountId = :account" + LIVE
                        + " order by s.createdAt desc", Instant.class)
                .setParameter("account", accountId).setMaxResults(1).getResultStream().findFirst();
    }

    /** Returns sessions that a mark covers and whose rows do not say so yet, whether or not their time is up. */
    List<Session> unendedUnder(SessionEnding ending, int most) {
        Optional<UUID> kept = ending.keptSession();
        TypedQuery<Session> query = entityManager.createQuery("select s from Session s where s.accountId = :account" + LIVE
                        + " and s.createdAt <= :until" + kept.map(one -> " and s.id <> :kept").orElse("")
                        + " order by s.createdAt", Session.class)
                .setParameter("account", ending.accountId()).setParameter("until", ending.begunUntil());
        kept.ifPresent(one -> query.setParameter("kept", one));
        return query.setMaxResults(most).getResultList();
    }

    /** Rotates to the generation after {@code spent}; true for exactly one of the requests that have read the same row. */
    public boolean rotate(Session session, long spent, Receipt receipt, Instant now, Instant idleEndsAt) {
        return 1 == entityManager.createQuery("update Session s set s.generation = :next, s.rotationKeyHash = :keyHash,"
                        + " s.pastRotations = :pastRotations, s.rotatedAt = :now, s.refreshedAt = :now" + IDLE_END
                        + " where s.id = :id and s.generation = :generation" + LIVE)
                .setParameter("next", spent + 1).setParameter("keyHash", receipt.keyHash())
                .setParameter("pastRotations", session.pastRotationsWith(spent, receipt))
                .setParameter("now", now).setParameter("idleEndsAt", idleEndsAt)
                .setParameter("sweepFrom", session.sweepFromWith(idleEndsAt))
                .setParameter("id", session.id()).setParameter("generation", session.generation())
                .executeUpdate();
    }

    /** Records a replay as activity, if its successor is still the current token. */
    public boolean touch(Session session, Instant now, Instant idleEndsAt) {
        return 1 == entityManager.createQuery("update Session s set s.refreshedAt = :now" + IDLE_END
                        + " where s.id = :id and s.generation = :generation" + LIVE)
                .setParameter("now", now).setParameter("idleEndsAt", idleEndsAt)
                .setParameter("sweepFrom", session.sweepFromWith(idleEndsAt))
                .setParameter("id", session.id()).setParameter("generation", session.generation())
                .executeUpdate();
    }

    /** Ends the session; true if this call did. The tombstone keeps neither address nor user agent. */
    public boolean end(UUID id, EndReason reason, Instant now) {
        return 1 == entityManager.createQuery("update Session s set s.endedAt = :now, s.endReason = :reason"
                        + FORGET + " where s.id = :id" + LIVE)
                .setParameter("now", now).setParameter("reason", reason).setParameter("id", id).executeUpdate();
    }

    /** Records an end by time, as of that time; false if the session has ended otherwise or has been used since. */
    public boolean endOverdue(Session session, EndReason reason) {
        return 1 == entityManager.createQuery("update Session s set s.endedAt = :at, s.endReason = :reason"
                        + FORGET + " where s.id = :id and s.idleEndsAt = :at" + LIVE)
                .setParameter("at", session.idleEndsAt()).setParameter("reason", reason).setParameter("id", session.id())
                .executeUpdate();
    }

    /**
     * Ends the sessions whose time is not up, and returns those that this call has ended. Each has its own statement, in
     * the order of their ids. With one statement for many ids, Derby would scan the table and wait for every row that
     * other transactions write.
     */
    List<UUID> endAll(List<UUID> ids, EndReason reason, Instant now) {
        Query end = entityManager.createQuery("update Session s set s.endedAt = :now, s.endReason = :reason" + FORGET
                        + " where s.id = :id and s.idleEndsAt > :now" + LIVE)
                .setParameter("now", now).setParameter("reason", reason);
        return ids.stream().sorted().filter(id -> end.setParameter("id", id).executeUpdate() == 1).toList();
    }

    /** Clears account, user agent and address in up to {@code most} rows, as {@link #endAll} does; true if none is left. */
    boolean forgetAccount(UUID accountId, int most) {
        List<UUID> rows = entityManager.createQuery("select s.id from Session s where s.accountId = :account", UUID.class)
                .setParameter("account", accountId).setMaxResults(most).getResultStream().sorted().toList();
        Query forget = entityManager.createQuery("update Session s set s.accountId = null" + FORGET + " where s.id = :id");
        rows.forEach(id -> forget.setParameter("id", id).executeUpdate());
        return rows.size() < most;
    }

    /** Returns up to {@code most} sessions ended on any node, in the order of end and id, from {@code place} on. */
    public List<EndedSession> endedAfter(FeedPlace place, int most) {
        List<EndedSession> found = new ArrayList<>();
        place.id().ifPresent(id -> found.addAll(ended("s.endedAt = :at and s.id > :id", place.at(), most)
                .setParameter("id", id).getResultList()));
        if (found.size() < most) {
            found.addAll(ended("s.endedAt > :at", place.at(), most - found.size()).getResultList());
        }
        return found;
    }

    private TypedQuery<EndedSession> ended(String where, Instant at, int most) {
        return entityManager.createQuery("select new dev.holdfast.session.entity.EndedSession(s.id, s.endReason, s.endedAt)"
                        + " from Session s where " + where + " order by s.endedAt, s.id", EndedSession.class)
                .setParameter("at", at).setMaxResults(most);
    }

    /**
     * Returns sessions due for the sweep. Their time is up unless they have been used since the sweep was scheduled. The order
     * names {@code endedAt}, null in all of them, because PostgreSQL then reads the index and not the whole table.
     */
    List<Session> toSweep(Optional<Session> after, Instant now, int most) {
        TypedQuery<Session> query = entityManager.createQuery("select s from Session s where s.sweepFrom <= :now" + LIVE
                        + after.map(last -> " and (s.sweepFrom > :at or s.sweepFrom = :at and s.id > :id)").orElse("")
                        + " order by s.endedAt, s.sweepFrom, s.id", Session.class)
                .setParameter("now", now).setMaxResults(most);
        after.ifPresent(last -> query.setParameter("at", last.sweepFrom()).setParameter("id", last.id()));
        return query.getResultList();
    }

    /** Moves the sweep of the session to the idle end that its row has now. */
    void sweepLater(UUID id) {
        entityManager.createQuery("update Session s set s.sweepFrom = s.idleEndsAt where s.id = :id" + LIVE)
                .setParameter("id", id).executeUpdate();
    }

    /** Removes up to {@code most} tombstones whose absolute end was before {@code time}; returns their number. */
    public int removeEndedBefore(Instant time, int most) {
        List<UUID> over = entityManager.createQuery("select s.id from Session s where s.endsAt < :time"
                        + " and s.endedAt is not null order by s.endsAt", UUID.class)
                .setParameter("time", time).setMaxResults(most).getResultStream().sorted().toList();
        if (!over.isEmpty()) {
            entityManager.createQuery("delete from Session s where s.id in :over")
                    .setParameter("over", over).executeUpdate();
        }
        return over.size();
    }
}

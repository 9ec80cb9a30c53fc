package dev.holdfast.session.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.account.entity.PageCursor;
import dev.holdfast.session.entity.EndedSession;
import dev.holdfast.session.entity.FeedPlace;
import dev.holdfast.session.entity.Receipt;
import dev.holdfast.session.entity.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The rows of our sessions. Every change is one conditional update whose count tells whether it was this caller's to
 * make; joined to the caller's transaction.
 */
@ApplicationScoped
public class SessionStore {

    private static final String LIVE = " and s.endedAt is null";
    private static final String BEFORE = " and (s.createdAt < :at or s.createdAt = :at and s.id < :id)";
    private static final String FORGET = ", s.userAgent = null, s.address = null";

    @PersistenceContext(unitName = "holdfast")
    EntityManager entityManager;

    public void insert(Session session) {
        entityManager.persist(session);
    }

    /** As the row is now, whatever was read before. */
    public Optional<Session> read(UUID id) {
        return entityManager.createQuery("select s from Session s where s.id = :id", Session.class)
                .setParameter("id", id)
                .setHint("eclipselink.refresh", true)
                .getResultStream().findFirst();
    }

    /**
     * As {@link #read}, for the first question of a transaction. The account comes along, so that finding it later in the
     * same transaction asks nothing.
     */
    public Optional<Session> readWithAccount(UUID id) {
        return entityManager.createQuery("select s, a from Session s left join Account a on a.id = s.accountId"
                        + " where s.id = :id", Object[].class)
                .setParameter("id", id)
                .getResultStream().findFirst().map(row -> (Session) row[0]);
    }

    public List<Session> liveOf(UUID accountId, Instant now) {
        return entityManager.createQuery("select s from Session s where s.accountId = :account" + LIVE
                        + " and s.idleEndsAt > :now order by s.refreshedAt desc", Session.class)
                .setParameter("account", accountId).setParameter("now", now).getResultList();
    }

    /** By the time of sign-in, which no refresh changes: nothing moves from one page to another. */
    List<Session> newestLiveOf(UUID accountId, Instant now, Optional<PageCursor> before, int most) {
        TypedQuery<Session> query = entityManager.createQuery("select s from Session s where s.accountId = :account" + LIVE
                        + " and s.idleEndsAt > :now" + before.map(cursor -> BEFORE).orElse("")
                        + " order by s.createdAt desc, s.id desc", Session.class)
                .setParameter("account", accountId).setParameter("now", now).setMaxResults(most);
        before.ifPresent(cursor -> query.setParameter("at", cursor.at()).setParameter("id", cursor.id()));
        return query.getResultList();
    }

    Map<UUID, Long> liveCountsOf(List<UUID> accounts, Instant now) {
        return entityManager.createQuery("select s.accountId, count(s) from Session s where s.accountId in :accounts" + LIVE
                        + " and s.idleEndsAt > :now group by s.accountId", Object[].class)
                .setParameter("accounts", accounts).setParameter("now", now).getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    public long countLive(Instant now) {
        return entityManager.createQuery("select count(s) from Session s where s.idleEndsAt > :now" + LIVE, Long.class)
                .setParameter("now", now).getSingleResult();
    }

    /** Not yet ended, whether or not their time is up; in one order, so that two callers cannot wait for each other. */
    public List<Session> unendedOf(UUID accountId) {
        return entityManager.createQuery("select s from Session s where s.accountId = :account" + LIVE + " order by s.id",
                        Session.class)
                .setParameter("account", accountId).getResultList();
    }

    /** True for exactly one of all who present that generation. No index holds a column that only this changes. */
    public boolean rotate(Session session, Receipt receipt, Instant now, Instant idleEndsAt) {
        return 1 == entityManager.createQuery("update Session s set s.generation = :next, s.rotationKeyHash = :keyHash,"
                        + " s.pastRotations = :pastRotations, s.rotatedAt = :now, s.refreshedAt = :now, s.idleEndsAt = :idleEndsAt"
                        + " where s.id = :id and s.generation = :generation" + LIVE)
                .setParameter("next", session.generation() + 1).setParameter("keyHash", receipt.keyHash())
                .setParameter("pastRotations", session.pastRotationsWith(receipt))
                .setParameter("now", now).setParameter("idleEndsAt", idleEndsAt)
                .setParameter("id", session.id()).setParameter("generation", session.generation())
                .executeUpdate();
    }

    /** A replay counts as activity, as long as its successor is still the current token. */
    public boolean touch(Session session, Instant now, Instant idleEndsAt) {
        return 1 == entityManager.createQuery("update Session s set s.refreshedAt = :now, s.idleEndsAt = :idleEndsAt"
                        + " where s.id = :id and s.generation = :generation" + LIVE)
                .setParameter("now", now).setParameter("idleEndsAt", idleEndsAt)
                .setParameter("id", session.id()).setParameter("generation", session.generation())
                .executeUpdate();
    }

    /** What is left is a tombstone, with nothing personal in it. */
    public boolean end(UUID id, EndReason reason, Instant now) {
        return 1 == entityManager.createQuery("update Session s set s.endedAt = :now, s.endReason = :reason"
                        + FORGET + " where s.id = :id" + LIVE)
                .setParameter("now", now).setParameter("reason", reason).setParameter("id", id).executeUpdate();
    }

    /** The same by time alone, at that time: false if it has ended otherwise or has been used after all. */
    public boolean endOverdue(Session session, EndReason reason) {
        return 1 == entityManager.createQuery("update Session s set s.endedAt = :at, s.endReason = :reason"
                        + FORGET + " where s.id = :id and s.idleEndsAt = :at" + LIVE)
                .setParameter("at", session.idleEndsAt()).setParameter("reason", reason).setParameter("id", session.id())
                .executeUpdate();
    }

    public void forgetAccount(UUID accountId) {
        entityManager.createQuery("update Session s set s.accountId = null" + FORGET + " where s.accountId = :account")
                .setParameter("account", accountId).executeUpdate();
    }

    /** What has ended, on whichever node, in the order of end and id: {@code most} at the most, from that place on. */
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

    /** Over by time without being recorded as ended. */
    public List<Session> overdueAfter(UUID id, Instant now, int most) {
        return entityManager.createQuery("select s from Session s where s.id > :after and s.idleEndsAt <= :now" + LIVE
                        + " order by s.id", Session.class)
                .setParameter("after", id).setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** Tombstones whose absolute end came before that time; how many there were, {@code most} at the most. */
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

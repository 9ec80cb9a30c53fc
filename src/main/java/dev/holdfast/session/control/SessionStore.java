package dev.holdfast.session.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.entity.EndedSession;
import dev.holdfast.session.entity.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of our sessions. Every change is one conditional update whose count tells whether it was this caller's to
 * make; joined to the caller's transaction.
 */
@ApplicationScoped
public class SessionStore {

    private static final String LIVE = " and s.endedAt is null";

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

    /** Not yet ended, whether or not their time is up. */
    public List<Session> unendedOf(UUID accountId) {
        return entityManager.createQuery("select s from Session s where s.accountId = :account" + LIVE, Session.class)
                .setParameter("account", accountId).getResultList();
    }

    /** True for exactly one of all who present that generation. */
    public boolean rotate(Session session, String keyHash, Instant now, Instant idleEndsAt) {
        return 1 == entityManager.createQuery("update Session s set s.generation = :next, s.rotationKeyHash = :keyHash,"
                        + " s.rotatedAt = :now, s.refreshedAt = :now, s.idleEndsAt = :idleEndsAt"
                        + " where s.id = :id and s.generation = :generation" + LIVE)
                .setParameter("next", session.generation() + 1).setParameter("keyHash", keyHash)
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

    public boolean end(UUID id, EndReason reason, Instant now) {
        return 1 == entityManager.createQuery("update Session s set s.endedAt = :now, s.endReason = :reason"
                        + " where s.id = :id" + LIVE)
                .setParameter("now", now).setParameter("reason", reason).setParameter("id", id).executeUpdate();
    }

    public void forgetAccount(UUID accountId) {
        entityManager.createQuery("update Session s set s.accountId = null, s.userAgent = null, s.address = null"
                        + " where s.accountId = :account")
                .setParameter("account", accountId).executeUpdate();
    }

    /** What has ended since then, on whichever node. */
    public List<EndedSession> endedSince(Instant since) {
        return entityManager.createQuery("select new dev.holdfast.session.entity.EndedSession(s.id, s.endReason, s.endedAt)"
                        + " from Session s where s.endedAt > :since", EndedSession.class)
                .setParameter("since", since).getResultList();
    }
}

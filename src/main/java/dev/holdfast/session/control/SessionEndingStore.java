package dev.holdfast.session.control;

import dev.holdfast.session.entity.MarkedAccount;
import dev.holdfast.session.entity.SessionEnding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Stores the marks of endings of many sessions, within the caller's transaction. */
@ApplicationScoped
public class SessionEndingStore {

    /** The JPQL condition that mark {@code e} ends session {@code s}. */
    static final String COVERS = "e.accountId = s.accountId and s.createdAt <= e.begunUntil"
            + " and (e.keptSession is null or e.keptSession <> s.id)";

    private static final String EARLIER = "f.accountId = e.accountId and (f.markedAt < e.markedAt"
            + " or f.markedAt = e.markedAt and f.id < e.id)";

    @PersistenceContext(unitName = "holdfast")
    EntityManager entityManager;

    void insert(SessionEnding ending) {
        entityManager.persist(ending);
        entityManager.flush();
    }

    Optional<SessionEnding> find(UUID id) {
        return entityManager.createQuery("select e from SessionEnding e where e.id = :id", SessionEnding.class)
                .setParameter("id", id).getResultStream().findFirst();
    }

    /** Returns the marks of one account, the earliest first. */
    List<SessionEnding> of(UUID accountId) {
        return entityManager.createQuery("select e from SessionEnding e where e.accountId = :account"
                        + " order by e.markedAt, e.id", SessionEnding.class)
                .setParameter("account", accountId).getResultList();
    }

    /** Extends an existing mark to sessions that began later; false if the mark is already finished. */
    boolean extend(SessionEnding ending, Instant begunUntil) {
        return 1 == entityManager.createQuery("update SessionEnding e set e.begunUntil = :until where e.id = :id"
                        + " and e.begunUntil < :until")
                .setParameter("until", begunUntil).setParameter("id", ending.id()).executeUpdate();
    }

    /** Returns the accounts with marks in force, in the order of the marks' ids, after {@code endingId}. */
    List<MarkedAccount> markedAfter(UUID endingId, int most) {
        return entityManager.createQuery("select new dev.holdfast.session.entity.MarkedAccount(e.accountId, e.id,"
                        + " e.begunUntil) from SessionEnding e where e.id > :after and e.begunUntil is not null"
                        + " order by e.id", MarkedAccount.class)
                .setParameter("after", endingId).setMaxResults(most).getResultList();
    }

    /**
     * Returns marks that no node works on, the earliest of each account: a session ends for the reason of its first mark.
     */
    List<UUID> due(Instant now, int most) {
        return entityManager.createQuery("select e.id from SessionEnding e where (e.takenUntil is null or e.takenUntil <= :now)"
                        + " and not exists (select f.id from SessionEnding f where " + EARLIER + ") order by e.markedAt, e.id",
                        UUID.class)
                .setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** Leases the mark to one node until {@code until}; true for only one of the nodes that try. */
    boolean take(UUID id, Instant now, Instant until) {
        return 1 == entityManager.createQuery("update SessionEnding e set e.takenUntil = :until where e.id = :id"
                        + " and (e.takenUntil is null or e.takenUntil <= :now)")
                .setParameter("until", until).setParameter("id", id).setParameter("now", now).executeUpdate();
    }

    void release(UUID id) {
        entityManager.createQuery("update SessionEnding e set e.takenUntil = null where e.id = :id")
                .setParameter("id", id).executeUpdate();
    }

    /** Deletes the mark unless it has been extended since it was read: an extended mark has more sessions to end. */
    void delete(SessionEnding ending) {
        boolean bounded = ending.begunUntil() != null;
        Query delete = entityManager.createQuery("delete from SessionEnding e where e.id = :id"
                + (bounded ? " and e.begunUntil = :until" : "")).setParameter("id", ending.id());
        (bounded ? delete.setParameter("until", ending.begunUntil()) : delete).executeUpdate();
    }

    /** Returns the latest start time of a session that any mark of the account covers. */
    Optional<Instant> latestCovered(UUID accountId) {
        return of(accountId).stream().map(SessionEnding::begunUntil).filter(Objects::nonNull).max(Instant::compareTo);
    }

    /** Returns those of the sessions whose rows do not say that they have ended. */
    List<UUID> unendedAmong(List<UUID> ids) {
        return entityManager.createQuery("select s.id from Session s where s.id in :ids and s.endedAt is null", UUID.class)
                .setParameter("ids", ids).getResultList();
    }
}

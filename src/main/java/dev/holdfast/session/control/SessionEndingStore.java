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

/** The marks of endings of many sessions; joined to the caller's transaction. */
@ApplicationScoped
public class SessionEndingStore {

    /** Of a session {@code s} and a mark {@code e}: the mark ends the session. */
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

    /** Of one account, the earliest first. */
    List<SessionEnding> of(UUID accountId) {
        return entityManager.createQuery("select e from SessionEnding e where e.accountId = :account"
                        + " order by e.markedAt, e.id", SessionEnding.class)
                .setParameter("account", accountId).getResultList();
    }

    /** Makes an ending that is marked already cover sessions that began later; false if it is finished. */
    boolean extend(SessionEnding ending, Instant begunUntil) {
        return 1 == entityManager.createQuery("update SessionEnding e set e.begunUntil = :until where e.id = :id"
                        + " and e.begunUntil < :until")
                .setParameter("until", begunUntil).setParameter("id", ending.id()).executeUpdate();
    }

    /** Accounts with endings in force, in the order of the endings' ids, after that one. */
    List<MarkedAccount> markedAfter(UUID endingId, int most) {
        return entityManager.createQuery("select new dev.holdfast.session.entity.MarkedAccount(e.accountId, e.id,"
                        + " e.begunUntil) from SessionEnding e where e.id > :after and e.begunUntil is not null"
                        + " order by e.id", MarkedAccount.class)
                .setParameter("after", endingId).setMaxResults(most).getResultList();
    }

    /** Marks that no node works on, of each account the earliest: later ones wait, so that each session ends for its reason. */
    List<UUID> due(Instant now, int most) {
        return entityManager.createQuery("select e.id from SessionEnding e where (e.takenUntil is null or e.takenUntil <= :now)"
                        + " and not exists (select f.id from SessionEnding f where " + EARLIER + ") order by e.markedAt, e.id",
                        UUID.class)
                .setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** True for one of the nodes that try. */
    boolean take(UUID id, Instant now, Instant until) {
        return 1 == entityManager.createQuery("update SessionEnding e set e.takenUntil = :until where e.id = :id"
                        + " and (e.takenUntil is null or e.takenUntil <= :now)")
                .setParameter("until", until).setParameter("id", id).setParameter("now", now).executeUpdate();
    }

    void release(UUID id) {
        entityManager.createQuery("update SessionEnding e set e.takenUntil = null where e.id = :id")
                .setParameter("id", id).executeUpdate();
    }

    /** Nothing happens if it has been extended since it was read: there is more to do then. */
    void delete(SessionEnding ending) {
        boolean bounded = ending.begunUntil() != null;
        Query delete = entityManager.createQuery("delete from SessionEnding e where e.id = :id"
                + (bounded ? " and e.begunUntil = :until" : "")).setParameter("id", ending.id());
        (bounded ? delete.setParameter("until", ending.begunUntil()) : delete).executeUpdate();
    }

    /** The latest beginning that any mark of the account covers. */
    Optional<Instant> latestCovered(UUID accountId) {
        return of(accountId).stream().map(SessionEnding::begunUntil).filter(Objects::nonNull).max(Instant::compareTo);
    }
}

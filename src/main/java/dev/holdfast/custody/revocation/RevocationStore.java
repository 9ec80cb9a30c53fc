package dev.holdfast.custody.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of parked revocations and their tries. Joins the caller's transaction. */
@ApplicationScoped
public class RevocationStore {

    @PersistenceContext(unitName = "holdfast")
    EntityManager entityManager;

    void insert(ParkedRevocation revocation) {
        entityManager.persist(revocation);
    }

    List<ParkedRevocation> due(Instant now, int most) {
        return entityManager.createQuery("select r from ParkedRevocation r where r.nextTryAt <= :now order by r.nextTryAt",
                        ParkedRevocation.class)
                .setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** Returns true for exactly one node: that node tries now, the others not before the next time. */
    boolean claim(ParkedRevocation revocation, Instant now) {
        return 1 == entityManager.createQuery("update ParkedRevocation r set r.nextTryAt = :next, r.tries = r.tries + 1"
                        + " where r.id = :id and r.nextTryAt = :seen")
                .setParameter("next", revocation.nextTryAfter(now)).setParameter("id", revocation.id())
                .setParameter("seen", revocation.nextTryAt()).executeUpdate();
    }

    /** Postpones the next try; revocations that would be given up by then stay as they are. */
    void postpone(Collection<String> subjectHashes, Instant until) {
        entityManager.createQuery("update ParkedRevocation r set r.nextTryAt = :until where r.subjectHash in :hashes"
                        + " and r.nextTryAt < :until and r.givesUpAt > :until")
                .setParameter("hashes", subjectHashes).setParameter("until", until).executeUpdate();
    }

    void insert(RevocationTry begun) {
        entityManager.persist(begun);
    }

    void settle(UUID tryId, Instant now) {
        entityManager.createQuery("update RevocationTry t set t.settledAt = :now where t.id = :id")
                .setParameter("now", now).setParameter("id", tryId).executeUpdate();
    }

    boolean isAnySettledAfter(Instant time, Collection<String> subjectHashes) {
        return entityManager.createQuery("select count(t) from RevocationTry t where t.settledAt > :time"
                        + " and t.subjectHash in :hashes", Long.class)
                .setParameter("time", time).setParameter("hashes", subjectHashes).getSingleResult() > 0;
    }

    void deleteSettledBefore(Instant time) {
        entityManager.createQuery("delete from RevocationTry t where t.settledAt < :time").setParameter("time", time)
                .executeUpdate();
    }

    List<ParkedRevocation> after(UUID id, int most) {
        return entityManager.createQuery("select r from ParkedRevocation r where r.id > :after order by r.id",
                        ParkedRevocation.class)
                .setParameter("after", id).setMaxResults(most).getResultList();
    }

    void delete(UUID id) {
        entityManager.createQuery("delete from ParkedRevocation r where r.id = :id").setParameter("id", id).executeUpdate();
    }

    /** Returns how many refresh tokens live on at Google if it is never told of these revocations. */
    int refreshTokensOf(Collection<String> subjectHashes) {
        return entityManager.createQuery("select r.refreshTokensReceived from ParkedRevocation r"
                        + " where r.subjectHash in :hashes", Integer.class)
                .setParameter("hashes", subjectHashes).getResultStream().mapToInt(Integer::intValue).sum();
    }

    public long count() {
        return entityManager.createQuery("select count(r) from ParkedRevocation r", Long.class).getSingleResult();
    }

    public Optional<Instant> oldest() {
        return entityManager.createQuery("select r.parkedAt from ParkedRevocation r order by r.parkedAt", Instant.class)
                .setMaxResults(1).getResultStream().findFirst();
    }

    int deleteOf(Collection<String> subjectHashes) {
        return entityManager.createQuery("delete from ParkedRevocation r where r.subjectHash in :hashes")
                .setParameter("hashes", subjectHashes).executeUpdate();
    }
}

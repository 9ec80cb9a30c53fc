package dev.holdfast.signals.control;

import dev.holdfast.google.signal.SignalType;
import dev.holdfast.signals.entity.Signal;
import dev.holdfast.signals.entity.SignalCounts;
import dev.holdfast.signals.entity.SignalEffect;
import dev.holdfast.signals.entity.VerificationSeen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of the inbox of signals, within the caller's transaction. */
@ApplicationScoped
class SignalStore {

    @PersistenceContext(unitName = "holdfast")
    EntityManager entityManager;

    boolean isKnown(String eventKey) {
        return !entityManager.createQuery("select s.id from Signal s where s.eventKey = :key", UUID.class)
                .setParameter("key", eventKey).getResultList().isEmpty();
    }

    /** Inserts at once, so that a copy of an event fails here and not at the commit. */
    void insert(Signal signal) {
        entityManager.persist(signal);
        entityManager.flush();
    }

    Optional<Signal> find(UUID id) {
        return entityManager.createQuery("select s from Signal s where s.id = :id", Signal.class)
                .setParameter("id", id).getResultStream().findFirst();
    }

    /** Returns signals that are to be worked on and that no node works on, the earliest received first. */
    List<UUID> due(Instant now, int most) {
        return entityManager.createQuery("select s.id from Signal s where s.doneAt is null"
                        + " and (s.takenUntil is null or s.takenUntil <= :now) order by s.receivedAt, s.id", UUID.class)
                .setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** Leases the signal to one node until {@code until}; true for only one of the nodes that try. */
    boolean take(UUID id, Instant now, Instant until) {
        return 1 == entityManager.createQuery("update Signal s set s.takenUntil = :until where s.id = :id"
                        + " and s.doneAt is null and (s.takenUntil is null or s.takenUntil <= :now)")
                .setParameter("until", until).setParameter("id", id).setParameter("now", now).executeUpdate();
    }

    /** Marks the signal as done; true for only one of the transactions that try. The fingerprints are needed no more. */
    boolean finish(UUID id, Instant now) {
        return 1 == entityManager.createQuery("update Signal s set s.doneAt = :now, s.tokenHashes = null, s.takenUntil = null"
                        + " where s.id = :id and s.doneAt is null")
                .setParameter("now", now).setParameter("id", id).executeUpdate();
    }

    void note(UUID id, SignalEffect effect) {
        entityManager.createQuery("update Signal s set s.outcome = :effect where s.id = :id")
                .setParameter("effect", effect.code()).setParameter("id", id).executeUpdate();
    }

    void forget(UUID accountId) {
        entityManager.createQuery("delete from Signal s where s.accountId = :account").setParameter("account", accountId)
                .executeUpdate();
    }

    /** Removes at most {@code most} signals that were done, in the order of their ids, and returns how many it found. */
    int removeReceivedBefore(Instant time, int most) {
        List<UUID> old = entityManager.createQuery("select s.id from Signal s where s.receivedAt < :time"
                        + " and s.doneAt is not null order by s.receivedAt", UUID.class)
                .setParameter("time", time).setMaxResults(most).getResultStream().sorted().toList();
        if (!old.isEmpty()) {
            entityManager.createQuery("delete from Signal s where s.id in :old").setParameter("old", old).executeUpdate();
        }
        return old.size();
    }

    SignalCounts counts() {
        long waiting = entityManager.createQuery("select count(s) from Signal s where s.doneAt is null", Long.class)
                .getSingleResult();
        return new SignalCounts(waiting, firstTime("where s.doneAt is null order by s.receivedAt"),
                firstTime("order by s.receivedAt desc"));
    }

    /** EclipseLink applies no converter to {@code min} and {@code max}, so the first row of an order is asked for. */
    private Optional<Instant> firstTime(String rows) {
        return entityManager.createQuery("select s.receivedAt from Signal s " + rows, Instant.class)
                .setMaxResults(1).getResultStream().findFirst();
    }

    Optional<VerificationSeen> latestVerification() {
        return entityManager.createQuery("select s from Signal s where s.type = :type order by s.receivedAt desc", Signal.class)
                .setParameter("type", SignalType.VERIFICATION.code()).setMaxResults(1).getResultStream().findFirst()
                .map(signal -> new VerificationSeen(signal.receivedAt(), signal.state()));
    }
}

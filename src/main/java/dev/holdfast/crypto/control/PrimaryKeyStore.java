package dev.holdfast.crypto.control;

import dev.holdfast.crypto.entity.PrimaryKeyRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/** The times at which encryption keys became primary on the servers. Each method is a short transaction of its own. */
@ApplicationScoped
class PrimaryKeyStore {

    @PersistenceContext(unitName = "holdfast")
    EntityManager entityManager;

    @Transactional(TxType.REQUIRES_NEW)
    Optional<PrimaryKeyRecord> latest() {
        return entityManager
                .createQuery("select k from PrimaryKeyRecord k order by k.primarySince desc, k.number", PrimaryKeyRecord.class)
                .setMaxResults(1).getResultStream().findFirst();
    }

    /** Makes a key primary that has been primary before; returns false if it never was. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean makePrimaryAgain(int number, Instant since) {
        return 1 == entityManager.createQuery("update PrimaryKeyRecord k set k.primarySince = :since where k.number = :number")
                .setParameter("since", since).setParameter("number", number).executeUpdate();
    }

    /** Inserts a key that has never been primary; fails if another node was faster. */
    @Transactional(TxType.REQUIRES_NEW)
    void insert(PrimaryKeyRecord key) {
        entityManager.persist(key);
        entityManager.flush();
    }
}

package dev.holdfast.crypto.control;

import dev.holdfast.crypto.entity.FrontKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/** The times at which encryption keys became primary on the servers. Each method is a short transaction of its own. */
@ApplicationScoped
class FrontKeyStore {

    @PersistenceContext(unitName = "holdfast")
    EntityManager entityManager;

    @Transactional(TxType.REQUIRES_NEW)
    Optional<FrontKey> latest() {
        return entityManager.createQuery("select k from FrontKey k order by k.inFrontSince desc, k.number", FrontKey.class)
                .setMaxResults(1).getResultStream().findFirst();
    }

    /** Makes a key primary that has been primary before; returns false if it never was. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean moveToFront(int number, Instant since) {
        return 1 == entityManager.createQuery("update FrontKey k set k.inFrontSince = :since where k.number = :number")
                .setParameter("since", since).setParameter("number", number).executeUpdate();
    }

    /** Inserts a key that has never been primary; fails if another node was faster. */
    @Transactional(TxType.REQUIRES_NEW)
    void insert(FrontKey key) {
        entityManager.persist(key);
        entityManager.flush();
    }
}

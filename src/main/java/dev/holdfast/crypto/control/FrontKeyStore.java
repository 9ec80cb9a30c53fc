package dev.holdfast.crypto.control;

import dev.holdfast.crypto.entity.FrontKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/** Which encryption key the servers have put in front, and when; each step is a short transaction of its own. */
@ApplicationScoped
class FrontKeyStore {

    @PersistenceContext(unitName = "holdfast")
    EntityManager entityManager;

    @Transactional(TxType.REQUIRES_NEW)
    Optional<FrontKey> latest() {
        return entityManager.createQuery("select k from FrontKey k order by k.inFrontSince desc, k.number", FrontKey.class)
                .setMaxResults(1).getResultStream().findFirst();
    }

    /** False if this key has never been in front. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean moveToFront(int number, Instant since) {
        return 1 == entityManager.createQuery("update FrontKey k set k.inFrontSince = :since where k.number = :number")
                .setParameter("since", since).setParameter("number", number).executeUpdate();
    }

    /** Fails when another node was faster. */
    @Transactional(TxType.REQUIRES_NEW)
    void insert(FrontKey key) {
        entityManager.persist(key);
        entityManager.flush();
    }
}

package dev.holdfast.crypto.control;

import dev.holdfast.crypto.entity.KeyPurpose;
import dev.holdfast.crypto.entity.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;

/** The stored keys of our own JWTs. */
@ApplicationScoped
class SigningKeyStore {

    @PersistenceContext(unitName = "holdfast")
    EntityManager entityManager;

    /** Returns all keys in the order in which they sign. */
    @Transactional(TxType.REQUIRES_NEW)
    List<SigningKey> all() {
        return entityManager.createQuery("select k from SigningKey k order by k.signsFrom", SigningKey.class)
                .getResultList();
    }

    /**
     * Inserts a key; fails if another node was faster, because the time from which a key signs is unique for its purpose.
     */
    @Transactional(TxType.REQUIRES_NEW)
    void insert(SigningKey key) {
        entityManager.persist(key);
        entityManager.flush();
    }

    /**
     * Inserts {@code successor} only if {@code last} is still the last key of its purpose, even if other nodes try at
     * once.
     */
    @Transactional(TxType.REQUIRES_NEW)
    boolean insertAfter(SigningKey last, SigningKey successor) {
        entityManager.find(SigningKey.class, last.kid(), LockModeType.PESSIMISTIC_WRITE);
        if (!last(successor.purpose()).map(SigningKey::kid).equals(Optional.of(last.kid()))) {
            return false;
        }
        entityManager.persist(successor);
        return true;
    }

    @Transactional(TxType.REQUIRES_NEW)
    void delete(List<String> kids) {
        entityManager.createQuery("delete from SigningKey k where k.kid in :kids").setParameter("kids", kids)
                .executeUpdate();
    }

    /** Replaces the ciphertext of a signing key by one under another encryption key; returns false if the row is gone. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean rewrap(String kid, byte[] material) {
        return 1 == entityManager.createQuery("update SigningKey k set k.material = :material where k.kid = :kid")
                .setParameter("material", material).setParameter("kid", kid).executeUpdate();
    }

    private Optional<SigningKey> last(KeyPurpose purpose) {
        return entityManager
                .createQuery("select k from SigningKey k where k.purpose = :purpose order by k.signsFrom desc",
                        SigningKey.class)
                .setParameter("purpose", purpose).setMaxResults(1).getResultStream().findFirst();
    }
}

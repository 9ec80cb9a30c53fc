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

    /** In the order in which they sign. */
    @Transactional(TxType.REQUIRES_NEW)
    List<SigningKey> all() {
        return entityManager.createQuery("select k from SigningKey k order by k.signsFrom", SigningKey.class)
                .getResultList();
    }

    /** Fails when another node was faster: the time from which a key signs is unique for its purpose. */
    @Transactional(TxType.REQUIRES_NEW)
    void insert(SigningKey key) {
        entityManager.persist(key);
        entityManager.flush();
    }

    /** Inserts only while {@code last} is still the last of its purpose, whoever else tries. */
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

    /** The same key under another key. */
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

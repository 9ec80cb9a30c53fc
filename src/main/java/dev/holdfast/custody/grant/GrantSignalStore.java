package dev.holdfast.custody.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rows of grants for Google's security signals. Each change raises the version, so that a refresh in flight loses. */
@ApplicationScoped
class GrantSignalStore {

    @PersistenceContext(unitName = "holdfast")
    EntityManager entityManager;

    /** Returns at most two accounts whose stored refresh token has one of these fingerprints. */
    List<UUID> withToken(List<String> fingerprints) {
        return entityManager.createQuery("select g.accountId from Grant g where g.tokenDoubleHash in :hashes"
                        + " or g.tokenPrefixHash in :hashes", UUID.class)
                .setParameter("hashes", fingerprints).setMaxResults(2).getResultList();
    }

    /** Marks the grant as revoked and deletes its tokens; false if the row has changed since it was read. */
    boolean revoke(Grant grant, String code, Instant now) {
        return 1 == entityManager.createQuery("update Grant g set g.version = g.version + 1, g.status = :status,"
                        + " g.lastFailureAt = :now, g.lastFailureCode = :code, g.leaseOwner = null, g.leaseUntil = null"
                        + GrantStore.FORGOTTEN + " where g.accountId = :account and g.version = :version")
                .setParameter("status", GrantStatus.REVOKED).setParameter("now", now).setParameter("code", code)
                .setParameter("account", grant.accountId()).setParameter("version", grant.version()).executeUpdate();
    }

    void freeze(UUID accountId, Instant now) {
        entityManager.createQuery("update Grant g set g.version = g.version + 1, g.frozenAt = :now,"
                        + " g.leaseOwner = null, g.leaseUntil = null where g.accountId = :account")
                .setParameter("now", now).setParameter("account", accountId).executeUpdate();
    }

    void unfreeze(UUID accountId) {
        entityManager.createQuery("update Grant g set g.version = g.version + 1, g.frozenAt = null"
                        + " where g.accountId = :account")
                .setParameter("account", accountId).executeUpdate();
    }
}

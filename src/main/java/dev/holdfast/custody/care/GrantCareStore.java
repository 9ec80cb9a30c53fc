package dev.holdfast.custody.care;

import dev.holdfast.custody.grant.GrantStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of grants as their long-term care sees them; nothing here raises a version or waits for a lease. */
@ApplicationScoped
class GrantCareStore {

    private static final String TAKEABLE = " and (g.keepAliveAfter is null or g.keepAliveAfter <= :now)";
    private static final String UNWARNED = " and (g.expiryWarnedAt is null or g.expiryWarnedAt < :before)";

    @PersistenceContext(unitName = "holdfast")
    EntityManager entityManager;

    /** Living grants of that client whose refresh token has not been used since, the longest unused first. */
    List<UUID> unused(String clientId, Instant since, Instant now, int most) {
        return entityManager.createQuery("select g.accountId from Grant g where g.refreshTokenUsedAt <= :since"
                        + " and g.clientId = :client and g.status in :alive and g.refreshToken is not null" + TAKEABLE
                        + " order by g.refreshTokenUsedAt", UUID.class)
                .setParameter("since", since).setParameter("client", clientId)
                .setParameter("alive", GrantStatus.alive()).setParameter("now", now)
                .setMaxResults(most).getResultList();
    }

    /** True for exactly one node; nobody takes it again before {@code next}. */
    boolean take(UUID accountId, Instant now, Instant next) {
        return 1 == entityManager.createQuery("update Grant g set g.keepAliveAfter = :next"
                        + " where g.accountId = :account" + TAKEABLE)
                .setParameter("next", next).setParameter("account", accountId).setParameter("now", now).executeUpdate();
    }

    /**
     * Living grants that end between those times and of which nobody was warned since {@code before}: of too many those
     * that end first, but in the order of their accounts, in which whoever locks many has to do it. It is that of
     * the text: a UUID of Java compares otherwise than one of a database.
     */
    List<Object[]> ending(Instant after, Instant until, Instant before, int most) {
        return entityManager.createQuery("select g.accountId, g.refreshTokenExpiresAt from Grant g"
                        + " where g.refreshTokenExpiresAt > :after and g.refreshTokenExpiresAt <= :until"
                        + " and g.status in :alive" + UNWARNED + " order by g.refreshTokenExpiresAt", Object[].class)
                .setParameter("after", after).setParameter("until", until).setParameter("before", before)
                .setParameter("alive", GrantStatus.alive()).setMaxResults(most).getResultStream()
                .sorted(Comparator.comparing(row -> row[0].toString())).toList();
    }

    /** True for exactly one node. */
    boolean warn(UUID accountId, Instant before, Instant now) {
        return 1 == entityManager.createQuery("update Grant g set g.expiryWarnedAt = :now"
                        + " where g.accountId = :account" + UNWARNED)
                .setParameter("now", now).setParameter("account", accountId).setParameter("before", before)
                .executeUpdate();
    }

    /** Found revoked, or living for a time that Google has told; those the latest given first. */
    List<LifeSpan> endedLately(int most) {
        return entityManager.createQuery("select g.grantedAt, g.refreshTokenExpiresAt, g.lastFailureAt from Grant g"
                        + " where g.refreshTokenExpiresAt is not null or (g.status = :revoked and g.lastFailureAt is not null)"
                        + " order by g.grantedAt desc", Object[].class)
                .setParameter("revoked", GrantStatus.REVOKED).setMaxResults(most).getResultStream()
                .map(row -> new LifeSpan((Instant) row[0], (Instant) (row[1] == null ? row[2] : row[1]))).toList();
    }

    int mostRefreshTokens() {
        Integer most = entityManager.createQuery("select max(g.refreshTokensReceived) from Grant g", Integer.class)
                .getSingleResult();
        return most == null ? 0 : most;
    }

    Map<GrantStatus, Long> byStatus() {
        Map<GrantStatus, Long> counts = new EnumMap<>(GrantStatus.class);
        entityManager.createQuery("select g.status, count(g) from Grant g group by g.status", Object[].class)
                .getResultList().forEach(row -> counts.put((GrantStatus) row[0], (Long) row[1]));
        return counts;
    }
}

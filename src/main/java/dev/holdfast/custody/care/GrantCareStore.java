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

/** The rows of grants for their long-term care; no method raises a version or waits for a lease. */
@ApplicationScoped
class GrantCareStore {

    private static final String TAKEABLE = " and (g.keepAliveAfter is null or g.keepAliveAfter <= :now)";
    private static final String UNWARNED = " and (g.expiryWarnedAt is null or g.expiryWarnedAt < :before)";

    @PersistenceContext(unitName = "holdfast")
    EntityManager entityManager;

    /** Returns living grants of that client with a refresh token unused after {@code since}, the longest unused first. */
    List<UUID> unused(String clientId, Instant since, Instant now, int most) {
        return entityManager.createQuery("select g.accountId from Grant g where g.refreshTokenUsedAt <= :since"
                        + " and g.clientId = :client and g.status in :alive and g.refreshToken is not null"
                        + " and g.frozenAt is null" + TAKEABLE
                        + " order by g.refreshTokenUsedAt", UUID.class)
                .setParameter("since", since).setParameter("client", clientId)
                .setParameter("alive", GrantStatus.alive()).setParameter("now", now)
                .setMaxResults(most).getResultList();
    }

    /** Returns true for exactly one node; no node may take the grant again before {@code next}. */
    boolean take(UUID accountId, Instant now, Instant next) {
        return 1 == entityManager.createQuery("update Grant g set g.keepAliveAfter = :next"
                        + " where g.accountId = :account" + TAKEABLE)
                .setParameter("next", next).setParameter("account", accountId).setParameter("now", now).executeUpdate();
    }

    /**
     * Returns living grants that end between {@code after} and {@code until} and were not warned of since {@code before}.
     * If there are too many, it chooses those that end first. They are sorted by account, because a caller that locks
     * many rows must lock them in that order. The order is that of the ids' text: Java compares UUIDs differently from a
     * database.
     */
    List<Object[]> ending(Instant after, Instant until, Instant before, int most) {
        return entityManager.createQuery("select g.accountId, g.refreshTokenExpiresAt from Grant g"
                        + " where g.refreshTokenExpiresAt > :after and g.refreshTokenExpiresAt <= :until"
                        + " and g.status in :alive" + UNWARNED + " order by g.refreshTokenExpiresAt", Object[].class)
                .setParameter("after", after).setParameter("until", until).setParameter("before", before)
                .setParameter("alive", GrantStatus.alive()).setMaxResults(most).getResultStream()
                .sorted(Comparator.comparing(row -> row[0].toString())).toList();
    }

    /** Returns true for exactly one node. */
    boolean warn(UUID accountId, Instant before, Instant now) {
        return 1 == entityManager.createQuery("update Grant g set g.expiryWarnedAt = :now"
                        + " where g.accountId = :account" + UNWARNED)
                .setParameter("now", now).setParameter("account", accountId).setParameter("before", before)
                .executeUpdate();
    }

    /** Returns grants that were found revoked or for which Google has stated an end, the latest granted first. */
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

    /** Counts what the index of the status holds, so that no row is read. */
    Map<GrantStatus, Long> byStatus() {
        Map<GrantStatus, Long> counts = new EnumMap<>(GrantStatus.class);
        entityManager.createQuery("select g.status, count(g.status) from Grant g group by g.status", Object[].class)
                .getResultList().forEach(row -> counts.put((GrantStatus) row[0], (Long) row[1]));
        return counts;
    }
}

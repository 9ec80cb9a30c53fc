package dev.holdfast.session.control;

import dev.holdfast.storage.control.StorageConfig;
import dev.holdfast.storage.entity.InstantConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * Counts live sessions. PostgreSQL has to read the whole table for it: no index shows an idle end, because each
 * refresh would then change that index. From about a million sessions on, a sample of the pages is read instead.
 */
@ApplicationScoped
@Transactional
class LiveSessionStore {

    /** The size of the sample. Its standard error is below 1 %, even if live sessions fill a quarter of the pages alone. */
    static final long MOST_PAGES = 40_000;

    private static final String PAGES =
            "select cast(pg_relation_size('user_session') / cast(current_setting('block_size') as bigint) as bigint)";
    private static final String SAMPLED = "select count(*) from user_session tablesample system (cast(?1 as real))"
            + " where ended_at is null and idle_ends_at > ?2";
    private static final double ALL = 100;

    @PersistenceContext(unitName = "holdfast")
    EntityManager entityManager;

    @Inject StorageConfig storage;

    /** Returns the exact number, or an estimate if the table is large. */
    public long count(Instant now) {
        return count(now, MOST_PAGES);
    }

    long count(Instant now, long mostPages) {
        double percent = storage.kind() == StorageConfig.Kind.POSTGRESQL ? Math.min(ALL, ALL * mostPages / pages()) : ALL;
        return percent < ALL ? sampled(now, percent) : exactly(now);
    }

    /** Returns the present size of the table, at least one page. */
    private long pages() {
        return Math.max(1, ((Number) entityManager.createNativeQuery(PAGES).getSingleResult()).longValue());
    }

    private long sampled(Instant now, double percent) {
        Number found = (Number) entityManager.createNativeQuery(SAMPLED).setParameter(1, percent)
                .setParameter(2, InstantConverter.toColumn(now)).getSingleResult();
        return Math.round(found.longValue() * ALL / percent);
    }

    private long exactly(Instant now) {
        return entityManager.createQuery("select count(s) from Session s where s.idleEndsAt > :now and s.endedAt is null",
                Long.class).setParameter("now", now).getSingleResult();
    }
}

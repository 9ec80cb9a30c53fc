package dev.holdfast.session.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionOrigin;
import dev.holdfast.storage.control.SmallDatabase;
import dev.holdfast.storage.control.SmallDatabase.Kind;
import dev.holdfast.storage.control.StorageConfig;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The number of live sessions on each database, and the estimate that takes its place in a large table. */
class LiveSessionStoreTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant NOW = START.plusSeconds(1000);

    private final SessionStore sessions = new SessionStore();
    private final LiveSessionStore living = new LiveSessionStore();

    @ParameterizedTest
    @EnumSource
    void countWhenSomeAreOverThenTheyAreLeftOut(Kind kind) throws Exception {
        try (SmallDatabase database = SmallDatabase.open(kind); EntityManager entities = begun(database, kind)) {
            add(Duration.ofDays(7));
            add(Duration.ofDays(7));
            add(Duration.ofSeconds(1000));
            sessions.end(add(Duration.ofDays(7)).id(), EndReason.SIGNED_OUT, NOW);
            entities.flush();

            assertEquals(2, living.count(NOW));
            entities.getTransaction().rollback();
        }
    }

    /** One session in four lives. The estimate is expected to miss by 65. */
    @Test
    void countWhenTheTableIsLargeThenItIsEstimatedFromAShareOfThePages() throws Exception {
        try (SmallDatabase database = SmallDatabase.open(Kind.POSTGRESQL);
                EntityManager entities = begun(database, Kind.POSTGRESQL)) {
            entities.createNativeQuery("insert into user_session (id, generation, created_at, rotated_at, refreshed_at,"
                    + " idle_ends_at, ends_at, ended_at, sweep_from, user_agent) select gen_random_uuid(), 1, now, now, now,"
                    + " now + interval '7 days', now + interval '30 days', case when i % 4 > 0 then now end, now,"
                    + " repeat('x', 300)"
                    + " from generate_series(1, 4000) i, (select timestamp '2026-11-23 12:00:00' as now) at").executeUpdate();
            long pages = ((Number) entities.createNativeQuery("select pg_relation_size('user_session') / 8192")
                    .getSingleResult()).longValue();

            assertEquals(1000, living.count(NOW));
            long[] estimates = LongStream.range(0, 10).map(any -> living.count(NOW, pages / 2)).toArray();
            for (long estimate : estimates) {
                assertEquals(1000, estimate, 400);
            }
            assertTrue(LongStream.of(estimates).distinct().count() > 1, "each sample is another");
            entities.getTransaction().rollback();
        }
    }

    private EntityManager begun(SmallDatabase database, Kind kind) {
        EntityManager entities = database.begin();
        StorageConfig storage = new StorageConfig(SettingsOf.map(kind == Kind.DERBY ? Map.of() : Map.of("holdfast.db.kind",
                kind.name().toLowerCase(Locale.ROOT), "holdfast.db.host", "localhost")));
        sessions.entityManager = entities;
        sessions.storage = storage;
        living.entityManager = entities;
        living.storage = storage;
        return entities;
    }

    private Session add(Duration idle) {
        Session session = new Session(UUID.randomUUID(), UUID.randomUUID(), new SessionOrigin("192.0.2.7", "a browser"),
                START, idle, Duration.ofDays(30));
        sessions.insert(session);
        return session;
    }
}

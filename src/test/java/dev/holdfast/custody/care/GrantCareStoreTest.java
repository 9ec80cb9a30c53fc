package dev.holdfast.custody.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.custody.grant.GrantRows;
import dev.holdfast.custody.grant.GrantStatus;
import dev.holdfast.storage.control.BothDatabases;
import dev.holdfast.storage.control.SmallDatabase.Kind;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The statements of long-term care, on each database. */
class GrantCareStoreTest {

    @RegisterExtension
    static final BothDatabases DATABASES = new BothDatabases();

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String CLIENT = "client-1";

    private final GrantCareStore care = new GrantCareStore();
    private GrantRows grants;
    private EntityManager open;

    @ParameterizedTest
    @EnumSource
    void unusedWhenTakenThenOnceAndNotBeforeItsTime(Kind kind) throws Exception {
        UUID account = openWithGrant(kind, GrantStatus.DEGRADED);
        Instant later = NOW.plusSeconds(100);

        assertEquals(List.of(account), care.unused(CLIENT, NOW, NOW, 10));
        assertEquals(List.of(), care.unused("client-2", NOW, NOW, 10), "of another client");
        assertEquals(List.of(), care.unused(CLIENT, NOW.minusSeconds(1), NOW, 10), "used since");
        assertTrue(care.take(account, NOW, later));
        assertFalse(care.take(account, NOW, later));
        assertEquals(List.of(), care.unused(CLIENT, NOW, NOW, 10));
        assertEquals(List.of(account), care.unused(CLIENT, NOW, later, 10));
    }

    @ParameterizedTest
    @EnumSource
    void unusedWhenDeadThenNeverAskedFor(Kind kind) throws Exception {
        openWithGrant(kind, GrantStatus.REAUTH_REQUIRED);

        assertEquals(List.of(), care.unused(CLIENT, NOW, NOW, 10));
        assertEquals(Map.of(GrantStatus.REAUTH_REQUIRED, 1L), care.byStatus());
    }

    @ParameterizedTest
    @EnumSource
    void endingWhenWarnedThenOnce(Kind kind) throws Exception {
        UUID account = openWithGrant(kind, GrantStatus.ACTIVE);
        Instant end = NOW.plus(Duration.ofDays(2));
        Instant before = NOW.minus(Duration.ofDays(4));

        assertEquals(List.of(), care.ending(end, end.plusSeconds(1), before, 10), "over");
        Object[] row = care.ending(NOW, end, before, 10).get(0);
        assertEquals(List.of(account, end), List.of(row));
        assertTrue(care.warn(account, before, NOW));
        assertFalse(care.warn(account, before, NOW));
        assertEquals(List.of(), care.ending(NOW, end, before, 10));
    }

    @ParameterizedTest
    @EnumSource
    void endingWhenTooManyThenThoseThatEndFirstInTheOrderInWhichReencryptionGoesThroughThem(Kind kind) throws Exception {
        UUID latest = openWithGrant(kind, GrantStatus.ACTIVE);
        UUID first = UUID.fromString("ffffffff-0000-4000-8000-000000000000");
        UUID second = UUID.fromString("7fffffff-0000-4000-8000-000000000000");
        UUID third = UUID.fromString("00000000-0000-4000-8000-000000000000");
        for (UUID account : List.of(first, second, third)) {
            grants.insert(account, CLIENT, NOW);
        }
        endIn(Duration.ofHours(1), first);
        endIn(Duration.ofHours(2), second);
        endIn(Duration.ofHours(3), third);

        List<Object> ending = care.ending(NOW, NOW.plus(Duration.ofDays(3)), NOW, 3).stream().map(row -> row[0]).toList();

        assertEquals(List.of(third, second, first), ending);
        assertEquals(ending, grants.accounts().stream().filter(account -> !account.equals(latest)).toList());
    }

    private void endIn(Duration time, UUID account) {
        open.createQuery("update Grant g set g.status = :status, g.refreshTokenExpiresAt = :end"
                        + " where g.accountId = :account")
                .setParameter("status", GrantStatus.ACTIVE).setParameter("end", NOW.plus(time))
                .setParameter("account", account).executeUpdate();
    }

    private UUID openWithGrant(Kind kind, GrantStatus status) throws Exception {
        EntityManager entityManager = openWithGrant(kind);
        UUID account = entityManager.createQuery("select g.accountId from Grant g", UUID.class).getSingleResult();
        entityManager.createQuery("update Grant g set g.status = :status").setParameter("status", status).executeUpdate();
        return account;
    }

    private EntityManager openWithGrant(Kind kind) throws Exception {
        EntityManager entityManager = DATABASES.begin(kind);
        open = entityManager;
        grants = new GrantRows(entityManager);
        care.entityManager = entityManager;
        UUID account = UUID.randomUUID();
        grants.insert(account, CLIENT, NOW);
        grants.replace(account, CLIENT, new byte[] {2}, NOW);
        return entityManager;
    }
}

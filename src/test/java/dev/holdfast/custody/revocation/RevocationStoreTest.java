package dev.holdfast.custody.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.storage.control.SmallDatabase;
import dev.holdfast.storage.control.SmallDatabase.Kind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The statements on parked revocations, on each database. */
class RevocationStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Map<Kind, SmallDatabase> DATABASES = new EnumMap<>(Kind.class);

    private EntityManager open;

    @AfterEach
    void leaveNothing() {
        open.getTransaction().rollback();
        open.close();
    }

    @AfterAll
    static void close() throws Exception {
        for (SmallDatabase database : DATABASES.values()) {
            database.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refreshTokensOfWhenParkedThenTheirSum(Kind kind) throws Exception {
        RevocationStore parked = new RevocationStore();
        parked.entityManager = open(kind);
        parked.insert(new ParkedRevocation(UUID.randomUUID(), "one", new byte[] {1}, 7, NOW.plusSeconds(5)));
        parked.insert(new ParkedRevocation(UUID.randomUUID(), "one", new byte[] {1}, 1, NOW));
        parked.insert(new ParkedRevocation(UUID.randomUUID(), "other", new byte[] {1}, 9, NOW.plusSeconds(9)));
        open.flush();

        assertEquals(8, parked.refreshTokensOf(List.of("one", "none")));
        assertEquals(0, parked.refreshTokensOf(List.of("none")));
        assertEquals(3, parked.count());
        assertEquals(Optional.of(NOW), parked.oldest());
    }

    private EntityManager open(Kind kind) throws Exception {
        if (!DATABASES.containsKey(kind)) {
            DATABASES.put(kind, SmallDatabase.open(kind));
        }
        open = DATABASES.get(kind).begin();
        return open;
    }
}

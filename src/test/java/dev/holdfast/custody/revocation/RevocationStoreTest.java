package dev.holdfast.custody.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.storage.control.BothDatabases;
import dev.holdfast.storage.control.SmallDatabase.Kind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The statements on parked revocations, on each database. */
class RevocationStoreTest {

    @RegisterExtension
    static final BothDatabases DATABASES = new BothDatabases();

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private EntityManager open;

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
        open = DATABASES.begin(kind);
        return open;
    }
}

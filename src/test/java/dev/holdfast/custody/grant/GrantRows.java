package dev.holdfast.custody.grant;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of grants for tests of statements on them. */
public final class GrantRows {

    private final GrantStore store = new GrantStore();

    public GrantRows(EntityManager entityManager) {
        store.entityManager = entityManager;
    }

    public void insert(UUID account, String client, Instant now) {
        store.insert(new Grant(account, client, now));
    }

    /** Stores tokens as a sign-in does; the grant ends two days later. */
    public void replace(UUID account, String client, byte[] refreshToken, Instant now) {
        EncryptedTokens tokens = new EncryptedTokens(new byte[] {1}, now, now.plusSeconds(3600), Set.of("openid"),
                Optional.of(refreshToken), Optional.of(now.plus(Duration.ofDays(2))),
                Optional.of(new TokenFingerprints.Pair("prefix", "double")));
        assertTrue(store.replace(account, client, tokens, GrantStatus.ACTIVE, now));
    }

    /** Returns the accounts in the order of the re-encryption. */
    public List<UUID> accounts() {
        return store.after(new UUID(0, 0), 10).stream().map(Grant::accountId).toList();
    }

    Grant read(UUID account) {
        return store.read(account).orElseThrow();
    }

    GrantSignalStore signals() {
        GrantSignalStore signals = new GrantSignalStore();
        signals.entityManager = store.entityManager;
        return signals;
    }

    int addReceived(UUID account, int more) {
        return store.addReceived(account, more);
    }
}

package dev.holdfast.custody.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** The statements on grants, on each database. */
class GrantStoreTest {

    @RegisterExtension
    static final BothDatabases DATABASES = new BothDatabases();

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String CLIENT = "client-1";

    private EntityManager open;

    @ParameterizedTest
    @EnumSource
    void replaceWhenTheClientChangesThenTheCountStartsOver(Kind kind) throws Exception {
        GrantRows grants = new GrantRows(open(kind));
        UUID account = UUID.randomUUID();
        grants.insert(account, CLIENT, NOW);
        grants.replace(account, CLIENT, new byte[] {2}, NOW);

        assertEquals(5, grants.addReceived(account, 5));
        grants.replace(account, CLIENT, new byte[] {3}, NOW);
        assertEquals(6, grants.addReceived(account, 1));
        grants.replace(account, "client-2", new byte[] {4}, NOW);
        assertEquals(1, grants.addReceived(account, 1));
    }

    @ParameterizedTest
    @EnumSource
    void revokeWhenTheRowIsAsItWasReadThenTokensAndFingerprintsAreGone(Kind kind) throws Exception {
        GrantRows grants = new GrantRows(open(kind));
        GrantSignalStore signals = grants.signals();
        UUID account = UUID.randomUUID();
        grants.insert(account, CLIENT, NOW);
        grants.replace(account, CLIENT, new byte[] {2}, NOW);
        Grant read = grants.read(account);

        assertEquals(List.of(account), signals.withToken(List.of("other", "prefix")));
        assertEquals(List.of(account), signals.withToken(List.of("double")));
        assertTrue(signals.revoke(read, "tokens_revoked", NOW));
        assertFalse(signals.revoke(read, "tokens_revoked", NOW), "another has changed the row");
        assertEquals(List.of(), signals.withToken(List.of("prefix", "double")));
        assertEquals(Optional.empty(), grants.read(account).refreshToken());
        assertEquals(GrantStatus.REVOKED, grants.read(account).status());
    }

    @ParameterizedTest
    @EnumSource
    void freezeWhenDoneThenTheVersionRisesUntilItIsUndone(Kind kind) throws Exception {
        GrantRows grants = new GrantRows(open(kind));
        UUID account = UUID.randomUUID();
        grants.insert(account, CLIENT, NOW);
        long before = grants.read(account).version();

        grants.signals().freeze(account, NOW);
        assertTrue(grants.read(account).isFrozen());
        grants.signals().unfreeze(account);
        assertFalse(grants.read(account).isFrozen());
        assertEquals(before + 2, grants.read(account).version());
    }

    private EntityManager open(Kind kind) throws Exception {
        open = DATABASES.begin(kind);
        return open;
    }
}

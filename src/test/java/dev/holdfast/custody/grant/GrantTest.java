package dev.holdfast.custody.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void newWhenMadeThenItHoldsNothingAndSparesNothing() {
        Grant grant = new Grant(UUID.randomUUID(), "client-1", NOW);

        assertFalse(grant.sparesConsentFor("client-1"));
        assertFalse(grant.isLeasedAt(NOW));
        assertEquals(Set.of(), grant.scopes());
    }

    @Test
    void associatedDataWhenPurposeAccountOrClientDiffersThenItDiffers() {
        UUID account = UUID.randomUUID();

        assertNotEquals(Grant.refreshTokenOf(account, "client-1"), Grant.accessTokenOf(account, "client-1"));
        assertNotEquals(Grant.refreshTokenOf(account, "client-1"), Grant.refreshTokenOf(account, "client-2"));
        assertNotEquals(Grant.refreshTokenOf(account, "client-1"), Grant.refreshTokenOf(UUID.randomUUID(), "client-1"));
    }
}

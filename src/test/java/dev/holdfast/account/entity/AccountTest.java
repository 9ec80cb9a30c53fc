package dev.holdfast.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Instant THEN = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    /** OpenID Connect Core section 5.7: only issuer and subject identify. */
    @Test
    void signInWhenEmailChangedThenSameAccountWithTheNewOne() {
        Account account = new Account(UUID.randomUUID(), profile("old@example.com", "Old"), THEN);
        UUID id = account.id();

        account.signIn(profile("new@example.com", null), NOW);

        assertEquals(id, account.id());
        assertEquals(Optional.of("new@example.com"), account.email());
        assertEquals(Optional.empty(), account.name());
        assertEquals(THEN, account.createdAt());
        assertEquals(NOW, account.signedInAt());
    }

    @Test
    void signInWhenTextDoesNotFitThenItIsLeftOut() {
        Account account = new Account(UUID.randomUUID(), profile("a@example.com", "n".repeat(501)), THEN);

        assertEquals(Optional.empty(), account.name());
    }

    @Test
    void toStringWhenPrintedThenNothingPersonal() {
        assertFalse(new Account(UUID.randomUUID(), profile("a@example.com", "Ada"), THEN).toString().contains("a@"));
    }

    private static AccountProfile profile(String email, String name) {
        return new AccountProfile("https://accounts.google.com", "1", email, true, name, null, null);
    }
}

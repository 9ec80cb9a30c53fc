package dev.holdfast.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /**
     * Reports in the order in which they arrive, each with its time in seconds after the sign-in: {@code d} disabled and
     * {@code e} enabled by Google, {@code a} enabled by an administrator.
     */
    @ParameterizedTest
    @CsvSource({
        "d10, true", "d10 e20, false", "e20 d10, false", "d10 d10 e20 e20, false", "e20 e20 d10 d10, false",
        "d10 e20 d30, true", "d30 e20 d10, true", "d30 d10 e20, true", "e20 d30 d10, true", "d10 d30 e20, true",
        "d10 e10, false", "e10 d10, true", "d10 a15, false", "a15 d10, false", "a15 d20, true", "d20 e10 a15, false",
        "e10, false"})
    void frozenWhenReportsComeInAnyOrderThenTheLatestCounts(String reports, boolean frozen) {
        Account account = new Account(UUID.randomUUID(), profile("a@example.com", null), THEN);
        for (String report : reports.split(" ")) {
            Instant at = THEN.plusSeconds(Long.parseLong(report.substring(1)));
            switch (report.charAt(0)) {
                case 'd' -> account.freeze(at, at);
                case 'e' -> account.unfreeze(at);
                default -> account.enable(at);
            }
        }
        assertEquals(frozen, account.isFrozen());
    }

    @Test
    void freezeWhenReportedInTheSecondOfTheAdministratorsAllClearThenItCounts() {
        Account account = new Account(UUID.randomUUID(), profile("a@example.com", null), THEN);
        account.enable(NOW.plusMillis(700));

        assertTrue(account.freeze(NOW, NOW.plusSeconds(1)), "a report tells whole seconds");
        assertFalse(account.freeze(NOW.minusSeconds(1), NOW.plusSeconds(1)));
    }

    @Test
    void freezeWhenThePersonHasSignedInSinceThenNothing() {
        Account account = new Account(UUID.randomUUID(), profile("a@example.com", null), NOW);

        assertFalse(account.freeze(NOW.minusSeconds(100), NOW.minusSeconds(40)));
        assertFalse(account.isFrozen());
        assertTrue(account.freeze(NOW.minusSeconds(20), NOW.plusSeconds(1)), "within what clocks may differ");
    }

    @Test
    void unfreezeWhenAnAdministratorDisabledThenStillDisabled() {
        Account account = new Account(UUID.randomUUID(), profile("a@example.com", null), THEN);
        account.disable(NOW);
        account.freeze(NOW, NOW);

        assertTrue(account.unfreeze(NOW.plusSeconds(1)));
        assertTrue(account.isDisabled());
    }

    @Test
    void toStringWhenPrintedThenNothingPersonal() {
        assertFalse(new Account(UUID.randomUUID(), profile("a@example.com", "Ada"), THEN).toString().contains("a@"));
    }

    private static AccountProfile profile(String email, String name) {
        return new AccountProfile("https://accounts.google.com", "1", email, true, name, null, null);
    }
}

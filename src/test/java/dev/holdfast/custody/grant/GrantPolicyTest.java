package dev.holdfast.custody.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.token.AccessToken;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision about a grant, for every fact that counts; numbers are seconds before now. */
class GrantPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final UUID ACCOUNT = UUID.fromString("0190d2a0-0000-7000-8000-000000000001");
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final GrantPolicy policy = new GrantPolicy(AHEAD, true);

    @ParameterizedTest(name = "{0}, token {1}, failed {2} s ago, leased {3}: {4}")
    @CsvSource({
        // Whatever the status, a fresh token is returned without a call to Google.
        "ACTIVE, fresh, , false, Fresh",
        "SCOPE_SHORT, fresh, , false, Fresh",
        "ACTIVE, fresh, , true, Fresh",
        "DEGRADED, fresh, 1, true, Fresh",
        // Close to its end a token still serves, while Google is asked once.
        "ACTIVE, ageing, , false, Due",
        "ACTIVE, ageing, , true, Leased",
        "DEGRADED, ageing, 1, false, Resting",
        "DEGRADED, ageing, 9, true, Resting",
        "DEGRADED, ageing, 16, false, Due",
        "DEGRADED, ageing, 16, true, Leased",
        // Without a token that serves, the pause after a failure is short.
        "ACTIVE, expired, , false, Due",
        "ACTIVE, none, , false, Due",
        "ACTIVE, none, , true, Leased",
        "DEGRADED, none, 0, false, Resting",
        "DEGRADED, expired, 0, true, Resting",
        "DEGRADED, none, 2, false, Due",
        "DEGRADED, none, 2, true, Leased",
        // A failure time in the future means that a clock was set back since.
        "DEGRADED, none, -60, false, Due",
        // Refused for good: Google is not asked, and no token is returned.
        "REVOKED, fresh, 0, false, Lost",
        "REAUTH_REQUIRED, fresh, 0, true, Lost",
        "BLOCKED_BY_POLICY, none, 999, false, Lost",
        "CLIENT_REJECTED, ageing, 999, false, Lost"})
    void standingWhenAsCodedThenThatIsToBeDone(GrantStatus status, String token, Long failedAgo, boolean leased, String todo) {
        Grant grant = grant(status, failedAgo, leased);

        GrantStanding standing = policy.standing(grant, stored(token), NOW, NOW);

        assertEquals(todo, standing.getClass().getSimpleName());
        boolean serves = Set.of("fresh", "ageing").contains(token) && !todo.equals("Lost");
        assertEquals(serves, standing.serving().isPresent());
    }

    @ParameterizedTest
    @CsvSource({"ageing, 9, Resting", "ageing, 16, Due", "none, 29, Resting", "none, 46, Due", "fresh, 0, Fresh"})
    void standingWhenOurClientIsRejectedAndSessionsStayThenThatIsAnOutageWithALongerPause(String token, Long failedAgo,
            String todo) {
        GrantPolicy patient = new GrantPolicy(AHEAD, false);

        GrantStanding standing = patient.standing(grant(GrantStatus.CLIENT_REJECTED, failedAgo, false), stored(token), NOW, NOW);

        assertEquals(todo, standing.getClass().getSimpleName());
        assertEquals(Optional.empty(), patient.lost(GrantStatus.CLIENT_REJECTED));
        assertEquals(Optional.of(EndReason.GOOGLE_REVOKED), patient.lost(GrantStatus.REVOKED));
    }

    @ParameterizedTest(name = "{0}, token {1}, checked {2} s ago, leased {3}: {4}")
    @CsvSource({
        // Google is asked whatever is stored, and also soon after a failure.
        "ACTIVE, fresh, , false, Due",
        "DEGRADED, none, , false, Due",
        "ACTIVE, fresh, 11, false, Due",
        "ACTIVE, fresh, , true, Leased",
        // Once in ten seconds; a caller that comes during the call waits for its answer.
        "ACTIVE, fresh, 9, false, Resting",
        "DEGRADED, none, 0, false, Resting",
        "ACTIVE, fresh, 9, true, Leased",
        "ACTIVE, fresh, -60, false, Due",
        "REVOKED, fresh, 0, false, Lost",
        "CLIENT_REJECTED, none, 99, false, Lost"})
    void standingForCheckWhenAsCodedThenThatIsToBeDone(GrantStatus status, String token, Long checkedAgo, boolean leased,
            String todo) {
        Grant grant = grant(status, 0L, leased);
        set(grant, "checkedAt", before(checkedAgo));

        GrantStanding standing = policy.standingForCheck(grant, stored(token), NOW, NOW);

        assertEquals(todo, standing.getClass().getSimpleName());
    }

    /** The stored token of a lost grant is of no use: it is not decrypted, so it can raise no alarm. */
    @Test
    void standingWhenLostThenTheStoredTokenIsNotLookedAt() {
        Supplier<Optional<AccessToken>> untouchable = () -> {
            throw new AssertionError("was looked at");
        };
        Grant lost = grant(GrantStatus.REVOKED, 0L, false);

        GrantStanding.Lost one = assertInstanceOf(GrantStanding.Lost.class, policy.standing(lost, untouchable, NOW, NOW));
        assertEquals(EndReason.GOOGLE_REVOKED, one.reason());
        assertInstanceOf(GrantStanding.Lost.class, policy.standingForCheck(lost, untouchable, NOW, NOW));
    }

    /** The server's clock decides whether a token serves; the database's clock decides on the pause and the lease. */
    @Test
    void standingWhenTheClocksDifferThenEachTellsItsOwn() {
        Instant databaseNow = NOW.plus(Duration.ofHours(1));
        Grant grant = grant(GrantStatus.DEGRADED, 1L, true);

        assertInstanceOf(GrantStanding.Due.class, policy.standing(grant, stored("ageing"), NOW, databaseNow));
    }

    private static Supplier<Optional<AccessToken>> stored(String token) {
        long left = switch (token) {
            case "fresh" -> 1800;
            case "ageing" -> 120;
            case "expired" -> 4;
            default -> 0;
        };
        return () -> left == 0 ? Optional.empty() : Optional.of(new AccessToken(Secret.of("token"), Set.of(),
                NOW.plusSeconds(left).minus(Duration.ofHours(1)), NOW.plusSeconds(left)));
    }

    /** Whatever the status and however fresh the token: Google is not asked, and no token is returned. */
    @ParameterizedTest
    @CsvSource({"ACTIVE, fresh", "DEGRADED, none", "REVOKED, none"})
    void standingWhenTheAccountIsFrozenThenLostUntilTheAllClear(GrantStatus status, String token) {
        Grant grant = grant(status, null, false);
        set(grant, "frozenAt", NOW);

        assertEquals(new GrantStanding.Lost(EndReason.GOOGLE_ACCOUNT_AT_RISK), policy.standing(grant, stored(token), NOW, NOW));
        assertEquals(new GrantStanding.Lost(EndReason.GOOGLE_ACCOUNT_AT_RISK),
                policy.standingForCheck(grant, stored(token), NOW, NOW));
    }

    /** Sets each field as the database would, whatever the constructor has set. */
    private static Grant grant(GrantStatus status, Long failedAgo, boolean leased) {
        Grant grant = new Grant(ACCOUNT, "client-1", NOW);
        set(grant, "status", status);
        set(grant, "lastFailureAt", before(failedAgo));
        set(grant, "leaseUntil", leased ? NOW.plusSeconds(10) : null);
        return grant;
    }

    private static Instant before(Long seconds) {
        return seconds == null ? null : NOW.minusSeconds(seconds);
    }

    private static void set(Grant grant, String name, Object value) {
        try {
            Field field = Grant.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(grant, value);
        } catch (ReflectiveOperationException gone) {
            throw new AssertionError(gone);
        }
    }
}

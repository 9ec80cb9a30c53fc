package dev.holdfast.custody.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.google.token.RefreshOutcome.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GrantStatusTest {

    @ParameterizedTest
    @CsvSource({
        "REVOKED, REVOKED, GOOGLE_REVOKED",
        "REAUTH_REQUIRED, REAUTH_REQUIRED, GOOGLE_REAUTH",
        "BLOCKED_BY_POLICY, BLOCKED_BY_POLICY, GOOGLE_POLICY",
        "CLIENT_REJECTED, CLIENT_REJECTED, GOOGLE_CLIENT_REJECTED"})
    void afterWhenRefusedThenDeadWithItsReason(Refusal refusal, GrantStatus status, EndReason reason) {
        assertEquals(status, GrantStatus.after(refusal));
        assertEquals(Optional.of(reason), status.lost());
    }

    @ParameterizedTest
    @EnumSource(value = GrantStatus.class, names = {"ACTIVE", "DEGRADED", "SCOPE_SHORT"})
    void lostWhenAliveThenNot(GrantStatus status) {
        assertEquals(Optional.empty(), status.lost());
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, true", "DEGRADED, true", "SCOPE_SHORT, true", "CLIENT_REJECTED, true", "REVOKED, false",
        "REAUTH_REQUIRED, false", "BLOCKED_BY_POLICY, false"})
    void sparesConsentWhenTheTroubleIsNotThePersonsThenTrue(GrantStatus status, boolean spares) {
        assertEquals(spares, status.sparesConsent());
    }

    @Test
    void aliveWhenListedThenOnlyThoseOfWhichGoogleMayBeAsked() {
        assertEquals(List.of(GrantStatus.ACTIVE, GrantStatus.DEGRADED, GrantStatus.SCOPE_SHORT), GrantStatus.alive());
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, active", "SCOPE_SHORT, scope_short", "BLOCKED_BY_POLICY, blocked_by_policy"})
    void codeWhenToldThenAsInTheContract(GrantStatus status, String code) {
        assertEquals(code, status.code());
    }
}

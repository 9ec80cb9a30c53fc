package dev.holdfast.signals.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.control.Timeline;
import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.custody.grant.GrantSignals;
import dev.holdfast.google.signal.SecurityEvents;
import dev.holdfast.google.signal.SignalType;
import dev.holdfast.session.control.Sessions;
import dev.holdfast.signals.entity.Signal;
import dev.holdfast.signals.entity.SignalEffect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The effect of each event, as a table. */
class SignalEffectsTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant HAPPENED = RECEIVED.minusSeconds(300);

    /** The limit of an event of five minutes ago: its own time, and a minute for clocks that differ. */
    private static final Instant BEGUN_BY = HAPPENED.plusSeconds(60);

    private final UUID account = UUID.randomUUID();
    private final List<String> done = new ArrayList<>();
    private final SignalEffects effects = new SignalEffects();
    private GrantSignals.Loss loss = GrantSignals.Loss.REVOKED;
    private boolean changes = true;

    @BeforeEach
    void enter() {
        effects.sessions = new Sessions() {
            @Override
            public void endBegunBy(UUID accountId, Instant begunBy, EndReason reason) {
                done.add("end " + reason.code() + " " + (begunBy.equals(BEGUN_BY) ? "of before" : begunBy));
            }
        };
        effects.grants = new GrantSignals() {
            @Override
            public Loss revoke(UUID accountId, Instant grantedBy, String code) {
                done.add("revoke " + code + " " + (grantedBy.equals(BEGUN_BY) ? "of before" : grantedBy));
                return loss;
            }

            @Override
            public Loss revokeToken(UUID accountId, List<String> tokenFingerprints, Instant grantedBy, String code) {
                done.add("revoke token " + tokenFingerprints + " " + (grantedBy.equals(BEGUN_BY) ? "of before" : grantedBy));
                return loss;
            }
        };
        effects.accounts = new Accounts() {
            @Override
            public boolean freeze(UUID accountId, Instant reportedAt, Instant begunBy) {
                done.add("freeze " + reportedAt.equals(HAPPENED) + " " + begunBy.equals(BEGUN_BY));
                return changes;
            }

            @Override
            public boolean unfreeze(UUID accountId, Instant reportedAt) {
                done.add("unfreeze " + reportedAt.equals(HAPPENED));
                return changes;
            }
        };
        effects.timeline = new Timeline() {
            @Override
            public void record(Activity activity) {
                done.add(activity.type().code() + ":" + activity.reason());
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "sessions-revoked, end google_signed_out of before, sessions_ended",
        "account-credential-change-required, end google_signed_out of before, sessions_ended",
        "tokens-revoked, revoke tokens_revoked of before; end google_revoked of before, grant_revoked",
        "account-purged, revoke account_purged of before; end google_revoked of before, grant_revoked",
        "token-revoked, revoke token [print] of before; end google_revoked of before, grant_revoked",
        "account-disabled, freeze true true, frozen",
        "account-enabled, unfreeze true, unfrozen",
        "verification, '', nothing",
        "unknown, '', nothing"})
    void applyWhenGoogleReportsThenAsTheTableSays(String event, String expected, String effect) {
        assertEquals(effect, apply(event, true).code());
        assertDone(event, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "tokens-revoked, GONE, revoke tokens_revoked of before; end google_revoked of before, sessions_ended",
        "tokens-revoked, YOUNGER, revoke tokens_revoked of before, nothing",
        "token-revoked, OTHER_TOKEN, revoke token [print] of before, nothing"})
    void applyWhenTheGrantIsNotRevokedByItThenItsSessionsEndOnlyIfItIsGone(String event, GrantSignals.Loss found,
            String expected, String effect) {
        loss = found;

        assertEquals(effect, apply(event, true).code());
        assertDone(event, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "account-disabled, freeze true true; end google_account_at_risk of before, sessions_ended",
        "account-enabled, unfreeze true, nothing"})
    void applyWhenTheReportIsOvertakenThenNothingOfAfterItChanges(String event, String expected, String effect) {
        changes = false;

        assertEquals(effect, apply(event, true).code());
        assertDone(event, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "sessions-revoked, end ended_by_administrator of before, sessions_ended",
        "account-credential-change-required, end ended_by_administrator of before, sessions_ended",
        "account-disabled, end ended_by_administrator of before, sessions_ended",
        "account-purged, end ended_by_administrator of before, sessions_ended",
        "tokens-revoked, '', nothing",
        "token-revoked, '', nothing",
        "account-enabled, '', nothing"})
    void applyWhenAnotherTransmitterReportsThenSessionsEndAndNothingElse(String event, String expected, String effect) {
        assertEquals(effect, apply(event, false).code());
        assertDone(event, expected);
    }

    private SignalEffect apply(String event, boolean fromGoogle) {
        SignalType type = SignalType.ofCode(event);
        Signal signal = new Signal(fromGoogle ? SecurityEvents.about("7", type, HAPPENED)
                : SecurityEvents.ofOther("7", type, HAPPENED), account, List.of("print"), RECEIVED);
        return effects.apply(signal, account);
    }

    private void assertDone(String event, String expected) {
        List<String> all = new ArrayList<>(List.of("signal_received:" + event));
        if (!expected.isEmpty()) {
            all.addAll(List.of(expected.split("; ")));
        }
        assertEquals(all, done);
    }
}

package dev.holdfast.session.control;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.entity.AccountDisabled;
import dev.holdfast.account.entity.AccountErased;
import dev.holdfast.account.entity.AccountFrozen;
import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.account.entity.GoogleAccessLost;
import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionOrigin;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Starts and ends our sessions. Each method joins the caller's transaction or opens one. */
@ApplicationScoped
@Transactional
public class Sessions {

    @Inject SessionStore store;
    @Inject SessionEndings endings;
    @Inject SessionEnds ends;
    @Inject SessionConfig config;
    @Inject RefreshTokens refreshTokens;
    @Inject Accounts accounts;

    /**
     * Starts a session. The caller must have locked the account, and must keep the refresh token until its transaction
     * has committed. Sessions beyond {@code holdfast.session.most-per-account} end, the least recently used first.
     */
    public StartedSession start(UUID accountId, SessionOrigin origin) {
        Session session = new Session(UUID.randomUUID(), accountId, origin, endings.beginningOfNext(accountId),
                config.idleTimeout(), config.absoluteTimeout());
        endings.makeRoom(accountId);
        store.insert(session);
        return new StartedSession(session.id(),
                refreshTokens.issue(session.currentGeneration()), session.endsAt());
    }

    /** Ends a session. Does nothing if the session is already over or unknown. */
    public void end(UUID sessionId, EndReason reason) {
        store.read(sessionId).ifPresent(session -> ends.end(session, reason));
    }

    /** Ends a session of the account; false if the account has no such session, true also if it had ended before. */
    public boolean endOwn(UUID accountId, UUID sessionId, EndReason reason) {
        return store.read(sessionId).filter(session -> session.accountId().filter(accountId::equals).isPresent())
                .map(session -> {
                    ends.end(session, reason);
                    return true;
                })
                .orElse(false);
    }

    /** Ends all sessions of an account that have begun by now. All are over from the commit on, however many there are. */
    public void endAll(UUID accountId, EndReason reason) {
        if (accounts.lock(accountId).isPresent()) {
            endings.endAll(accountId, Optional.empty(), reason);
        }
    }

    /** Ends all sessions of an account that have begun by that time, as {@link #endAll} does; later ones go on. */
    public void endBegunBy(UUID accountId, Instant begunBy, EndReason reason) {
        if (accounts.lock(accountId).isPresent()) {
            endings.endBegunBy(accountId, begunBy, reason);
        }
    }

    /** Ends all sessions as {@link #endAll} does, except {@code kept}. */
    public void endAllBut(UUID accountId, UUID kept, EndReason reason) {
        if (accounts.lock(accountId).isPresent()) {
            endings.endAll(accountId, Optional.of(kept), reason);
        }
    }

    /** Ends all sessions of an account or none: the caller's own as signed out, the others for that reason. */
    public void endAllAndOwn(UUID accountId, UUID own, EndReason others) {
        endAllBut(accountId, own, others);
        end(own, EndReason.SIGNED_OUT);
    }

    /**
     * Ends all sessions without the lock on the account: a sign-in writes the grant first, so waits for this transaction.
     */
    void googleAccessLost(@Observes GoogleAccessLost lost) {
        endings.endAll(lost.accountId(), Optional.empty(), lost.reason());
    }

    void accountDisabled(@Observes AccountDisabled disabled) {
        endings.endAll(disabled.accountId(), Optional.empty(), EndReason.ACCOUNT_DISABLED);
    }

    void accountFrozen(@Observes @Priority(AccountErased.SESSIONS_NEXT) AccountFrozen frozen) {
        endings.endAll(frozen.accountId(), Optional.empty(), EndReason.GOOGLE_ACCOUNT_AT_RISK);
    }

    /** Ends all sessions and removes the person's data from their tombstones. */
    void accountErased(@Observes @Priority(AccountErased.SESSIONS_NEXT) AccountErased erased) {
        endings.endAll(erased.accountId(), Optional.empty(), EndReason.ERASED);
    }

    boolean endOverdue(Session session, Instant now) {
        return ends.endOverdue(session, now);
    }

    void endReused(Session session, Activity reuse) {
        ends.endReused(session, reuse);
    }
}

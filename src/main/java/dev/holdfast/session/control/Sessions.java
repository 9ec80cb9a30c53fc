package dev.holdfast.session.control;

import dev.holdfast.account.control.Timeline;
import dev.holdfast.account.entity.AccountDisabled;
import dev.holdfast.account.entity.AccountErased;
import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.ActivityType;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.account.entity.GoogleAccessLost;
import dev.holdfast.session.entity.EndedSession;
import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionOrigin;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Starts and ends our sessions. Everything joins the caller's transaction, or opens one. */
@ApplicationScoped
@Transactional
public class Sessions {

    @Inject SessionStore store;
    @Inject SessionConfig config;
    @Inject RefreshTokens refreshTokens;
    @Inject Timeline timeline;
    @Inject Event<EndedSession> endings;
    @Inject @DatabaseTime Clock clock;

    /** A new session; its refresh token must not leave before the caller's transaction is through. */
    public StartedSession start(UUID accountId, SessionOrigin origin) {
        Instant now = clock.instant();
        Session session = new Session(UUID.randomUUID(), accountId, origin, now, config.idleTimeout(),
                config.absoluteTimeout());
        store.insert(session);
        return new StartedSession(session.id(),
                refreshTokens.issue(session, session.generation(), session.rotatedAt()), session.endsAt());
    }

    /** Nothing happens to a session that is over already, or that never was. */
    public void end(UUID sessionId, EndReason reason) {
        store.read(sessionId).ifPresent(session -> end(session, reason));
    }

    /** False if the account has no such session; true also when it had ended before. */
    public boolean endOwn(UUID accountId, UUID sessionId, EndReason reason) {
        return store.read(sessionId).filter(session -> accountId.equals(session.accountId()))
                .map(session -> {
                    end(session, reason);
                    return true;
                })
                .orElse(false);
    }

    public void endAll(UUID accountId, EndReason reason) {
        store.unendedOf(accountId).forEach(session -> end(session, reason));
    }

    public void endAllBut(UUID accountId, UUID kept, EndReason reason) {
        store.unendedOf(accountId).stream().filter(session -> !session.id().equals(kept))
                .forEach(session -> end(session, reason));
    }

    void googleAccessLost(@Observes GoogleAccessLost lost) {
        endAll(lost.accountId(), lost.reason());
    }

    void accountDisabled(@Observes AccountDisabled disabled) {
        endAll(disabled.accountId(), EndReason.ACCOUNT_DISABLED);
    }

    /** The tombstones keep nothing of the person. */
    void accountErased(@Observes @Priority(AccountErased.SESSIONS_NEXT) AccountErased erased) {
        endAll(erased.accountId(), EndReason.ERASED);
        store.forgetAccount(erased.accountId());
    }

    /** What is over by time is recorded so, as of its time; true if this call did. Its access tokens are over as well. */
    boolean endOverdue(Session session, Instant now) {
        Optional<EndReason> over = session.overAt(now);
        boolean recorded = over.filter(reason -> store.endOverdue(session, reason)).isPresent();
        if (recorded) {
            timeline.recordAt(told(session, over.get()), session.idleEndsAt());
            endings.fire(new EndedSession(session.id(), over.get(), session.idleEndsAt()));
        }
        return recorded;
    }

    /** A spent token has come back. Told once, by whoever ends the session for it. */
    void endReused(Session session, Activity reuse) {
        Instant now = clock.instant();
        if (store.end(session.id(), EndReason.TOKEN_REUSED, now)) {
            timeline.record(reuse);
            tell(session, EndReason.TOKEN_REUSED, now);
        }
    }

    private void end(Session session, EndReason reason) {
        Instant now = clock.instant();
        if (!endOverdue(session, now) && store.end(session.id(), reason, now)) {
            tell(session, reason, now);
        }
    }

    private void tell(Session session, EndReason reason, Instant now) {
        timeline.record(told(session, reason));
        endings.fire(new EndedSession(session.id(), reason, now));
    }

    private static Activity told(Session session, EndReason reason) {
        return Activity.of(session.accountId(), ActivityType.SESSION_ENDED).withReason(reason.code())
                .inSession(session.id()).from(session.address(), session.userAgent());
    }
}

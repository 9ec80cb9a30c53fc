package dev.holdfast.admin.control;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.control.Requester;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.admin.entity.AdminAct;
import dev.holdfast.admin.entity.AdminAct.Kind;
import dev.holdfast.session.control.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * The acts of an administrator on other people's accounts. Each act is one transaction. It is in force on this node from the
 * commit on, and on all others within a second. The audit trail records it if and only if it was done.
 */
@ApplicationScoped
@Transactional
public class AccountActs {

    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject Requester requester;
    @Inject AuditTrail audit;

    /** Disables an account, or leaves it disabled; returns false if there is no such account. */
    public boolean disable(UUID admin, UUID accountId) {
        requester.administers();
        return accounts.disable(accountId) && done(admin, AdminAct.on(accountId, Kind.ACCOUNT_DISABLED));
    }

    /** Enables an account, or leaves it enabled; returns false if there is no such account. */
    public boolean enable(UUID admin, UUID accountId) {
        requester.administers();
        return accounts.enable(accountId) && done(admin, AdminAct.on(accountId, Kind.ACCOUNT_ENABLED));
    }

    /** Ends all sessions of an account; returns false if there is no such account. */
    public boolean endSessions(UUID admin, UUID accountId) {
        requester.administers();
        if (accounts.find(accountId).isEmpty()) {
            return false;
        }
        sessions.endAll(accountId, EndReason.ENDED_BY_ADMINISTRATOR);
        return done(admin, AdminAct.on(accountId, Kind.SESSIONS_ENDED));
    }

    /** Ends a session, or leaves it ended; returns false if the account has no such session. */
    public boolean endSession(UUID admin, UUID accountId, UUID sessionId) {
        requester.administers();
        return sessions.endOwn(accountId, sessionId, EndReason.ENDED_BY_ADMINISTRATOR)
                && done(admin, AdminAct.on(accountId, Kind.SESSION_ENDED).inSession(sessionId));
    }

    private boolean done(UUID admin, AdminAct act) {
        audit.told(admin, act);
        return true;
    }
}

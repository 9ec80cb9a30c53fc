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
 * What an administrator may do to other people's accounts. Each act is one transaction, in force on this node when it is
 * through and on all others within a second, and is in the audit trail if and only if it was done.
 */
@ApplicationScoped
@Transactional
public class AccountActs {

    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject Requester requester;
    @Inject AuditTrail audit;

    /** False if there is no such account; true also if it was disabled before. */
    public boolean disable(UUID admin, UUID accountId) {
        requester.administers();
        return accounts.disable(accountId) && done(admin, AdminAct.on(accountId, Kind.ACCOUNT_DISABLED));
    }

    /** False if there is no such account; true also if it was not disabled. */
    public boolean enable(UUID admin, UUID accountId) {
        requester.administers();
        return accounts.enable(accountId) && done(admin, AdminAct.on(accountId, Kind.ACCOUNT_ENABLED));
    }

    /** False if there is no such account. */
    public boolean endSessions(UUID admin, UUID accountId) {
        requester.administers();
        if (accounts.find(accountId).isEmpty()) {
            return false;
        }
        sessions.endAll(accountId, EndReason.ENDED_BY_ADMINISTRATOR);
        return done(admin, AdminAct.on(accountId, Kind.SESSIONS_ENDED));
    }

    /** False if the account has no such session; true also if it had ended before. */
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

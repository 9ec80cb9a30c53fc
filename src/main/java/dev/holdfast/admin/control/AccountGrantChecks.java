package dev.holdfast.admin.control;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.control.Requester;
import dev.holdfast.admin.entity.AdminAct;
import dev.holdfast.admin.entity.AdminAct.Kind;
import dev.holdfast.custody.care.CheckedGrant;
import dev.holdfast.custody.care.GrantCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Checks an account's grant at Google for an administrator. The audit trail's entry is committed first, since no transaction
 * is open while Google is asked.
 */
@ApplicationScoped
public class AccountGrantChecks {

    @Inject Accounts accounts;
    @Inject GrantCheck check;
    @Inject Requester requester;
    @Inject AuditTrail audit;

    /**
     * Asks Google at most once in ten seconds for an account, as its owner's check does. A missing account counts as one
     * without a grant.
     */
    public CheckedGrant check(UUID admin, UUID accountId) {
        if (accounts.find(accountId).isEmpty()) {
            return new CheckedGrant.None();
        }
        requester.administers();
        audit.told(admin, AdminAct.on(accountId, Kind.GRANT_CHECKED));
        return check.check(accountId);
    }
}

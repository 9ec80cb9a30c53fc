package dev.holdfast.admin.control;

import dev.holdfast.account.control.AccountConfig;
import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.control.Timeline;
import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.ActivityPage;
import dev.holdfast.account.entity.Administrators;
import dev.holdfast.account.entity.PageCursor;
import dev.holdfast.admin.entity.AccountFilter;
import dev.holdfast.admin.entity.AccountOverview;
import dev.holdfast.admin.entity.AdminAct;
import dev.holdfast.admin.entity.AdminAct.Kind;
import dev.holdfast.admin.entity.OverviewPage;
import dev.holdfast.custody.grant.Grant;
import dev.holdfast.custody.grant.GrantStatus;
import dev.holdfast.custody.grant.Grants;
import dev.holdfast.session.control.SessionReads;
import dev.holdfast.session.entity.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An administrator's reads of other people's accounts. The number of queries for a page is independent of its length. No
 * token is ever returned.
 */
@ApplicationScoped
public class AccountReads {

    @Inject Accounts accounts;
    @Inject AccountListStore lists;
    @Inject AccountConfig config;
    @Inject Grants grants;
    @Inject SessionReads sessions;
    @Inject Timeline timeline;
    @Inject AuditTrail audit;

    /**
     * Whether the account is an administrator's now, whatever its access token says. Asked for each request whose access
     * token has the role {@code admin}, and for no other.
     */
    public boolean isAdministrator(UUID accountId) {
        return accounts.find(accountId).filter(account -> !account.isDisabled())
                .filter(account -> config.administrators().rolesOf(account.verifiedEmail()).contains(Administrators.ADMIN))
                .isPresent();
    }

    public OverviewPage search(UUID admin, AccountFilter filter) {
        List<AccountListStore.Found> oneMore = lists.page(filter);
        List<AccountListStore.Found> page = oneMore.subList(0, Math.min(filter.limit(), oneMore.size()));
        audit.told(admin, AdminAct.of(Kind.ACCOUNTS_LISTED));
        return new OverviewPage(overviews(page.stream().map(AccountListStore.Found::account).toList()),
                oneMore.size() > page.size() ? Optional.of(page.get(page.size() - 1).cursor()) : Optional.empty());
    }

    public Optional<AccountOverview> account(UUID admin, UUID accountId) {
        return accounts.find(accountId).map(account -> {
            audit.told(admin, AdminAct.on(accountId, Kind.ACCOUNT_VIEWED));
            return overviews(List.of(account)).get(0);
        });
    }

    /** Returns the grant. The audit trail records this as part of viewing the account. */
    public Optional<Grant> grantOf(UUID accountId) {
        return grants.find(accountId);
    }

    /** Empty if there is no such account. */
    public Optional<List<Session>> sessionsOf(UUID admin, UUID accountId) {
        return accounts.find(accountId).map(account -> {
            audit.told(admin, AdminAct.on(accountId, Kind.SESSIONS_VIEWED));
            return sessions.liveOf(accountId);
        });
    }

    /** Empty if there is no such account. */
    public Optional<ActivityPage> activityOf(UUID admin, UUID accountId, int limit, Optional<PageCursor> before) {
        return accounts.find(accountId).map(account -> {
            audit.told(admin, AdminAct.on(accountId, Kind.ACTIVITY_VIEWED));
            return timeline.page(accountId, limit, before);
        });
    }

    private List<AccountOverview> overviews(List<Account> page) {
        List<UUID> ids = page.stream().map(Account::id).toList();
        Map<UUID, GrantStatus> statuses = grants.statusesOf(ids);
        Map<UUID, Long> live = sessions.liveCountsOf(ids);
        return page.stream().map(account -> new AccountOverview(account,
                Optional.ofNullable(statuses.get(account.id())), live.getOrDefault(account.id(), 0L))).toList();
    }
}

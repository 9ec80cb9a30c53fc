package dev.holdfast.admin.control;

import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.PageRequest;
import dev.holdfast.admin.entity.AccountCursor;
import dev.holdfast.admin.entity.AccountFilter;
import dev.holdfast.admin.entity.AccountSort;
import dev.holdfast.admin.entity.AdminAct;
import dev.holdfast.admin.entity.AuditQuery;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Sends every statement that an administrator's request or the job of the audit trail sends, by the stores themselves. */
public final class AdminStatements {

    private final AccountListStore accounts = new AccountListStore();
    private final AuditStore audit = new AuditStore();
    private final Map<String, Consumer<EntityManager>> all = new LinkedHashMap<>();

    private AdminStatements() {}

    /**
     * Returns them by name; each joins the transaction of the entity manager that it is given.
     *
     * @param middle an account somewhere in the middle of each order
     */
    public static Map<String, Consumer<EntityManager>> all(EntityManager entities, Instant now, UUID middle, UUID admin) {
        AdminStatements statements = new AdminStatements();
        Account account = entities.find(Account.class, middle);
        for (AccountSort sort : AccountSort.values()) {
            statements.list(sort, "first page", null, null, null, null);
            statements.list(sort, "late page", null, null, null, after(sort, account));
            statements.list(sort, "text that many have", "jan ", null, null, null);
            statements.list(sort, "text that one has", account.email().orElseThrow(), null, null, null);
            statements.list(sort, "grant active", null, "active", null, null);
            statements.list(sort, "grant reauth_required", null, "reauth_required", null, null);
            statements.list(sort, "grant client_rejected, which none is", null, "client_rejected", null, null);
            statements.list(sort, "without a grant", null, "none", null, null);
            statements.list(sort, "disabled", null, null, "true", null);
        }
        statements.list(AccountSort.NEWEST, "by account id", middle.toString(), null, null, null);
        statements.add("count of accounts", statements.accounts::count);
        statements.add("count of disabled accounts", statements.accounts::countDisabled);
        statements.add("accounts of a page of the audit trail", () -> statements.accounts.byId(List.of(middle, admin)));
        statements.audit(now, middle, admin);
        return statements.all;
    }

    private void audit(Instant now, UUID account, UUID admin) {
        add("audit trail: all", () -> audit.page(query(null, null, null, null)));
        add("audit trail: without looks", () -> audit.page(query(null, null, null, "false")));
        add("audit trail: by administrator, account and type", () -> audit.page(query(admin.toString(), account.toString(),
                "account_viewed", null)));
        add("audit trail: a refusal of the last hour", () -> audit.has(admin, AdminAct.Kind.REFUSED,
                now.minus(AuditTrail.REFUSALS_APART)));
        add("audit trail: removal", () -> audit.removeBefore(now.minus(Duration.ofDays(365)), 500));
        add("audit trail: erased people with origins", () -> audit.erasedWithOrigins(100));
    }

    private static AuditQuery query(String admin, String account, String type, String looks) {
        return AuditQuery.parse(admin, account, type, looks, PageRequest.parse(null, null).orElseThrow()).orElseThrow();
    }

    private void list(AccountSort sort, String name, String text, String grant, String disabled, String before) {
        AccountFilter filter = AccountFilter.parse(text, grant, disabled, null, sort.code(), null, before).orElseThrow();
        add("list of accounts by " + sort.code() + ": " + name, () -> accounts.page(filter));
    }

    private static String after(AccountSort sort, Account account) {
        Object key = switch (sort) {
            case NEWEST -> account.createdAt();
            case LAST_SIGNED_IN -> account.signedInAt();
            case NAME -> account.name().orElseThrow().toLowerCase(Locale.ROOT);
            case EMAIL -> account.email().orElseThrow().toLowerCase(Locale.ROOT);
        };
        return new AccountCursor(sort, Optional.of(key), account.id()).encoded();
    }

    private void add(String name, Runnable statement) {
        all.put(name, entities -> {
            accounts.entities = entities;
            audit.entities = entities;
            statement.run();
        });
    }
}

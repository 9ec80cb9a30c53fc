package dev.holdfast.admin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.AccountProfile;
import dev.holdfast.account.entity.PageCursor;
import dev.holdfast.account.entity.PageRequest;
import dev.holdfast.admin.entity.AccountFilter;
import dev.holdfast.admin.entity.AccountSort;
import dev.holdfast.admin.entity.AdminAct;
import dev.holdfast.admin.entity.AuditEntry;
import dev.holdfast.admin.entity.AuditQuery;
import dev.holdfast.storage.control.BothDatabases;
import dev.holdfast.storage.control.SmallDatabase.Kind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order in which administrators see accounts and the audit trail, page by page, on each database. */
class AccountListStoreTest {

    @RegisterExtension
    static final BothDatabases DATABASES = new BothDatabases();

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final AccountListStore accounts = new AccountListStore();
    private final AuditStore audit = new AuditStore();
    private EntityManager open;

    @ParameterizedTest
    @EnumSource
    void pageWhenSortedByTextThenInAnyCaseAndThoseWithoutItComeLast(Kind kind) throws Exception {
        open(kind);
        for (String email : new String[] {"Bea@x.example", null, "ada@x.example", "ada@x.example", null, "CARL@x.example"}) {
            account(email, NOW);
        }

        List<String> listed = everyPage(AccountSort.EMAIL).stream().map(each -> each.email().orElse("none")).toList();

        assertEquals(List.of("ada@x.example", "ada@x.example", "Bea@x.example", "CARL@x.example", "none", "none"), listed);
        assertEquals(6, everyPage(AccountSort.NAME).stream().map(Account::id).distinct().count());
    }

    @ParameterizedTest
    @EnumSource
    void pageWhenSortedByTimeThenTheLatestComesFirstAndNoneIsLeftOut(Kind kind) throws Exception {
        open(kind);
        List<UUID> youngestFirst = new ArrayList<>();
        for (int age = 0; age < 5; age++) {
            youngestFirst.add(account("p" + age + "@x.example", NOW.minusSeconds(age)).id());
        }

        for (AccountSort sort : new AccountSort[] {AccountSort.NEWEST, AccountSort.LAST_SIGNED_IN}) {
            assertEquals(youngestFirst, everyPage(sort).stream().map(Account::id).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void filterWhenAnythingIsAskedForThenTheDatabaseAnswers(Kind kind) throws Exception {
        open(kind);
        UUID id = account("ada@x.example", NOW).id();
        for (String grant : new String[] {"none", "active"}) {
            int expected = grant.equals("none") ? 1 : 0;
            assertEquals(expected, accounts.page(filter("ADA@", grant, "false", "email", null)).size(), grant);
            assertEquals(expected, accounts.page(filter(id.toString(), grant, null, "newest", null)).size(), grant);
        }
        assertEquals(0, accounts.page(filter("", null, "true", null, null)).size());
        assertEquals(List.of(id), List.copyOf(accounts.byId(List.of(id, UUID.randomUUID())).keySet()));
    }

    @ParameterizedTest
    @EnumSource
    void filterWhenFrozenIsAskedForThenThoseOfWhichGoogleReportsSoAreFoundAndCounted(Kind kind) throws Exception {
        open(kind);
        Account frozen = account("frozen@x.example", NOW);
        Account other = account("fine@x.example", NOW);
        long before = accounts.countFrozen();
        frozen.freeze(NOW.plusSeconds(1), NOW.plusSeconds(1));
        open.flush();

        assertEquals(List.of(frozen.id()), found("true"));
        assertEquals(List.of(other.id()), found("false"));
        assertEquals(before + 1, accounts.countFrozen());
    }

    private List<UUID> found(String isFrozen) {
        AccountFilter filter = AccountFilter.parse("@x.example", null, null, isFrozen, null, null, null).orElseThrow();
        return accounts.page(filter).stream().map(each -> each.account().id()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void auditTrailWhenItHasManyEntriesThenTheyComeInPagesAndGoByAge(Kind kind) throws Exception {
        open(kind);
        UUID admin = UUID.randomUUID();
        UUID whom = UUID.randomUUID();
        for (int age = 0; age < 5; age++) {
            AdminAct act = AdminAct.on(whom, age == 3 ? AdminAct.Kind.ACCOUNT_DISABLED : AdminAct.Kind.ACCOUNT_VIEWED);
            audit.add(new AuditEntry(UUID.randomUUID(), NOW.minusSeconds(age), admin, act, "192.0.2.1", null));
        }

        List<AuditEntry> first = audit.page(query(admin, null, null));
        assertEquals(List.of(NOW, NOW.minusSeconds(1), NOW.minusSeconds(2)), first.stream().map(AuditEntry::at).toList());
        List<AuditEntry> next = audit.page(query(admin, null, new PageCursor(first.get(1).at(), first.get(1).id())));
        assertEquals(NOW.minusSeconds(2), next.get(0).at());
        assertEquals(1, audit.page(query(admin, "false", null)).size());

        assertEquals(5, audit.forgetOriginsOf(admin, 10));
        open.clear();
        assertEquals(Optional.empty(), audit.page(query(admin, null, null)).get(0).address());
        assertEquals(3, audit.removeBefore(NOW.minusSeconds(1), 10));
        assertEquals(2, audit.page(query(admin, null, null)).size());
    }

    @ParameterizedTest
    @EnumSource
    void originsWhenAnAccountIsErasedThenTheyGoInPagesAndThoseOfOthersStay(Kind kind) throws Exception {
        open(kind);
        UUID gone = UUID.randomUUID();
        UUID here = account("here@x.example", NOW).id();
        for (int age = 0; age < 5; age++) {
            audit.add(new AuditEntry(UUID.randomUUID(), NOW, gone, AdminAct.of(AdminAct.Kind.AUDIT_VIEWED), "192.0.2.1", "x"));
            audit.add(new AuditEntry(UUID.randomUUID(), NOW, here, AdminAct.of(AdminAct.Kind.AUDIT_VIEWED), "192.0.2.1", "x"));
        }

        assertEquals(List.of(gone), audit.erasedWithOrigins(10));
        assertEquals(2, audit.forgetOriginsOf(gone, 2));
        assertEquals(List.of(gone), audit.erasedWithOrigins(10));
        assertEquals(3, audit.forgetOriginsOf(gone, 10));
        assertEquals(0, audit.forgetOriginsOf(gone, 10));

        assertEquals(List.of(), audit.erasedWithOrigins(10));
        open.clear();
        assertEquals(Optional.of("192.0.2.1"), audit.page(query(here, null, null)).get(0).address());
    }

    @ParameterizedTest
    @EnumSource
    void refusalWhenThereIsOneOfTheLastHourThenItIsFound(Kind kind) throws Exception {
        open(kind);
        UUID caller = UUID.randomUUID();
        audit.add(new AuditEntry(UUID.randomUUID(), NOW, caller, AdminAct.of(AdminAct.Kind.REFUSED), null, null));

        assertEquals(true, audit.has(caller, AdminAct.Kind.REFUSED, NOW));
        assertEquals(false, audit.has(caller, AdminAct.Kind.REFUSED, NOW.plusSeconds(1)));
        assertEquals(false, audit.has(caller, AdminAct.Kind.AUDIT_VIEWED, NOW));
        assertEquals(false, audit.has(UUID.randomUUID(), AdminAct.Kind.REFUSED, NOW));
    }

    private void open(Kind kind) throws Exception {
        open = DATABASES.begin(kind);
        accounts.entities = open;
        audit.entities = open;
    }

    private Account account(String email, Instant at) {
        Account added = new Account(UUID.randomUUID(), new AccountProfile("https://issuer.example", UUID.randomUUID().toString(),
                email, true, email, null, null), at);
        open.persist(added);
        open.flush();
        return added;
    }

    private List<Account> everyPage(AccountSort sort) {
        List<Account> all = new ArrayList<>();
        String before = null;
        do {
            List<AccountListStore.Found> page = accounts.page(filter("", null, null, sort.code(), before));
            page.stream().limit(2).forEach(found -> all.add(found.account()));
            before = page.size() > 2 ? page.get(1).cursor().encoded() : null;
        } while (before != null);
        return all;
    }

    private static AccountFilter filter(String text, String grant, String disabled, String sort, String before) {
        return AccountFilter.parse(text, grant, disabled, null, sort, "2", before).orElseThrow();
    }

    private static AuditQuery query(UUID admin, String looks, PageCursor before) {
        return AuditQuery.parse(admin.toString(), null, null, looks, new PageRequest(2, Optional.ofNullable(before)))
                .orElseThrow();
    }
}

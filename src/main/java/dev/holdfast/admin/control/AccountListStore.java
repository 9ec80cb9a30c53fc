package dev.holdfast.admin.control;

import dev.holdfast.account.entity.Account;
import dev.holdfast.admin.entity.AccountCursor;
import dev.holdfast.admin.entity.AccountFilter;
import dev.holdfast.admin.entity.AccountSort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lists of accounts for administrators. A page starts at its cursor in the index of its order, so that late pages cost the
 * same as the first. Each query is a short transaction.
 */
@ApplicationScoped
@Transactional
class AccountListStore {

    /** An account, and the cursor of a page that ends with it. */
    record Found(Account account, AccountCursor cursor) {}

    @PersistenceContext(unitName = "holdfast")
    EntityManager entities;

    /** Returns one account more than the page holds, if there is one: it shows that another page follows. */
    List<Found> page(AccountFilter filter) {
        boolean endedWithoutKey = filter.after().filter(cursor -> cursor.key().isEmpty()).isPresent();
        List<Found> found = new ArrayList<>();
        if (!endedWithoutKey) {
            found.addAll(withKey(filter, filter.limit() + 1));
        }
        if (!filter.sort().isByTime() && found.size() <= filter.limit()) {
            found.addAll(withoutKey(filter, filter.limit() + 1 - found.size()));
        }
        return found;
    }

    Map<UUID, Account> byId(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : entities.createQuery("select a from Account a where a.id in :ids", Account.class)
                .setParameter("ids", ids).getResultStream().collect(Collectors.toMap(Account::id, Function.identity()));
    }

    long count() {
        return entities.createQuery("select count(a) from Account a", Long.class).getSingleResult();
    }

    long countDisabled() {
        return entities.createQuery("select count(a) from Account a where a.disabledAt is not null", Long.class)
                .getSingleResult();
    }

    long countFrozen() {
        return entities.createQuery("select count(a) from Account a where a.frozenAt is not null", Long.class)
                .getSingleResult();
    }

    private List<Found> withKey(AccountFilter filter, int most) {
        AccountSort sort = filter.sort();
        String key = sort.key();
        String beyond = sort.isByTime() ? "<" : ">";
        String direction = sort.isByTime() ? " desc" : "";
        // Two conditions, so that the database can look up the first in the index.
        String after = filter.after().isEmpty() ? "" : " and " + key + " " + beyond + "= :key and (" + key + " " + beyond
                + " :key or a.id " + beyond + " :after)";
        TypedQuery<Object[]> query = asked(Object[].class, "select a, " + key + " from Account a where " + key + " is not null"
                + after + conditions(filter) + " order by " + key + direction + ", a.id" + direction, filter, most);
        filter.after().ifPresent(cursor -> query.setParameter("key", cursor.key().orElseThrow())
                .setParameter("after", cursor.id()));
        return query.getResultStream().map(row -> found(sort, (Account) row[0], Optional.of(row[1]))).toList();
    }

    private List<Found> withoutKey(AccountFilter filter, int most) {
        Optional<UUID> last = filter.after().filter(cursor -> cursor.key().isEmpty()).map(AccountCursor::id);
        TypedQuery<Account> query = asked(Account.class, "select a from Account a where " + filter.sort().key() + " is null"
                + (last.isEmpty() ? "" : " and a.id > :after") + conditions(filter) + " order by a.id", filter, most);
        last.ifPresent(id -> query.setParameter("after", id));
        return query.getResultStream().map(account -> found(filter.sort(), account, Optional.empty())).toList();
    }

    private static Found found(AccountSort sort, Account account, Optional<Object> key) {
        return new Found(account, new AccountCursor(sort, key, account.id()));
    }

    private static String conditions(AccountFilter filter) {
        String text = filter.text().isBlank() ? "" : filter.id().isPresent() ? " and a.id = :id"
                : " and (lower(a.email) like :pattern escape '!' or lower(a.name) like :pattern escape '!')";
        String grant = filter.grant().map(wanted -> wanted.status().isPresent()
                ? " and exists (select g.accountId from Grant g where g.accountId = a.id and g.status = :status)"
                : " and not exists (select g.accountId from Grant g where g.accountId = a.id)").orElse("");
        String disabled = filter.disabled().map(is -> " and a.disabledAt is " + (is ? "not null" : "null")).orElse("");
        String frozen = filter.frozen().map(is -> " and a.frozenAt is " + (is ? "not null" : "null")).orElse("");
        return text + grant + disabled + frozen;
    }

    private <T> TypedQuery<T> asked(Class<T> type, String jpql, AccountFilter filter, int most) {
        TypedQuery<T> query = entities.createQuery(jpql, type).setMaxResults(most);
        if (filter.id().isPresent()) {
            query.setParameter("id", filter.id().get());
        } else if (!filter.text().isBlank()) {
            query.setParameter("pattern", filter.pattern());
        }
        filter.grant().flatMap(wanted -> wanted.status()).ifPresent(status -> query.setParameter("status", status));
        return query;
    }
}

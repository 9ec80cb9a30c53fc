package dev.holdfast.account.control;

import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.ActivityEvent;
import dev.holdfast.account.entity.PageCursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts and their timelines in the database. */
@ApplicationScoped
class AccountStore {

    @PersistenceContext(unitName = "holdfast") EntityManager entities;

    Optional<Account> find(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    Optional<Account> find(String issuer, String subject) {
        return entities.createQuery("select a from Account a where a.issuer = :issuer and a.subject = :subject",
                Account.class).setParameter("issuer", issuer).setParameter("subject", subject)
                .getResultStream().findFirst();
    }

    /** Locks the account: until the end of this transaction no other transaction signs in to it or erases it. */
    Optional<Account> lock(String issuer, String subject) {
        return entities.createQuery("select a from Account a where a.issuer = :issuer and a.subject = :subject",
                Account.class).setParameter("issuer", issuer).setParameter("subject", subject)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    Optional<Account> lock(UUID id) {
        return entities.createQuery("select a from Account a where a.id = :id", Account.class).setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    /** Inserts at once, so that a second account of the same identity fails here and not at the commit. */
    Account add(Account account) {
        entities.persist(account);
        entities.flush();
        return account;
    }

    /**
     * Inserts and deletes the account, so that until the end of this transaction no other transaction can add an account of
     * this identity. Waits for an insert in progress: the unique constraint sees the rows of open transactions too.
     */
    void bar(Account account) {
        add(account);
        entities.remove(account);
        entities.flush();
    }

    void add(ActivityEvent event) {
        entities.persist(event);
    }

    List<ActivityEvent> newest(UUID accountId, int limit) {
        return events("select e from ActivityEvent e where e.accountId = :account order by e.at desc, e.id desc",
                accountId, limit).getResultList();
    }

    List<ActivityEvent> newestBefore(UUID accountId, PageCursor cursor, int limit) {
        return events("select e from ActivityEvent e where e.accountId = :account"
                + " and (e.at < :at or (e.at = :at and e.id < :id)) order by e.at desc, e.id desc", accountId, limit)
                .setParameter("at", cursor.at()).setParameter("id", cursor.id()).getResultList();
    }

    /** Removes the oldest events, in the order of their ids so that two nodes cannot deadlock. */
    int removeActivityBefore(Instant time, int most) {
        List<UUID> old = entities.createQuery("select e.id from ActivityEvent e where e.at < :time order by e.at",
                        UUID.class)
                .setParameter("time", time).setMaxResults(most).getResultStream().sorted().toList();
        return removed(old);
    }

    /** Removes at most {@code most} events and returns how many it found. */
    int removeActivityOf(UUID accountId, int most) {
        return removed(entities.createQuery("select e.id from ActivityEvent e where e.accountId = :account", UUID.class)
                .setParameter("account", accountId).setMaxResults(most).getResultStream().sorted().toList());
    }

    private int removed(List<UUID> events) {
        if (!events.isEmpty()) {
            entities.createQuery("delete from ActivityEvent e where e.id in :events").setParameter("events", events)
                    .executeUpdate();
        }
        return events.size();
    }

    void erase(UUID accountId) {
        entities.createQuery("delete from Account a where a.id = :account")
                .setParameter("account", accountId).executeUpdate();
    }

    private TypedQuery<ActivityEvent> events(String query, UUID accountId, int limit) {
        return entities.createQuery(query, ActivityEvent.class).setParameter("account", accountId)
                .setMaxResults(limit);
    }
}

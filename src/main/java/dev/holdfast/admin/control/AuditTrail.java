package dev.holdfast.admin.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.account.control.Requester;
import dev.holdfast.account.entity.AccountErased;
import dev.holdfast.admin.entity.AdminAct;
import dev.holdfast.admin.entity.AuditEntry;
import dev.holdfast.storage.control.DatabaseTime;
import dev.holdfast.storage.control.OnceCommitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Who did what to whom, and from where. Each act is a row, written in the act's own transaction, so that the row is there
 * if and only if the act was done; and a log line, once that transaction is committed.
 */
@ApplicationScoped
public class AuditTrail {

    /** An act with everything the line says of it. */
    record Told(UUID admin, AdminAct act, String address, String userAgent) {}

    @Inject Requester requester;
    @Inject AuditStore store;
    @Inject Event<Told> acts;
    @Inject @DatabaseTime Clock clock;
    @Inject OnceCommitted committed;

    private final Cache<UUID, Boolean> refusedLately = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1)).build();

    /** Once a minute for each account: whoever goes on asking fills neither the log nor the table. */
    @Transactional
    public void refused(UUID accountId) {
        if (refusedLately.asMap().putIfAbsent(accountId, Boolean.TRUE) == null) {
            write(accountId, AdminAct.of(AdminAct.Kind.REFUSED));
            AdminLog.refused(accountId, requester.address(), requester.userAgent());
        }
    }

    /** Joins the act's transaction; looking has none, and then the row is committed before anything is shown. */
    @Transactional
    void told(UUID admin, AdminAct act) {
        write(admin, act);
        Told told = new Told(admin, act, requester.address(), requester.userAgent());
        committed.run(() -> acts.fire(told));
    }

    void tell(@Observes Told told) {
        AdminLog.acted(told.admin(), told.act(), told.address(), told.userAgent());
    }

    /** The ids of people who are gone stay, and name nobody any more; their own address and browser go. */
    void accountErased(@Observes AccountErased erased) {
        store.forgetOriginsOf(erased.accountId());
    }

    private void write(UUID admin, AdminAct act) {
        store.add(new AuditEntry(UUID.randomUUID(), clock.instant(), admin, act, requester.address(), requester.userAgent()));
    }
}

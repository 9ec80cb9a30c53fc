package dev.holdfast.admin.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.account.control.Requester;
import dev.holdfast.admin.entity.AdminAct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Who did what to whom, and from where: one line for each act, once it is committed. */
@ApplicationScoped
public class AuditTrail {

    /** An act with everything the line says of it. */
    record Told(UUID admin, AdminAct act, String address, String userAgent) {}

    @Inject Requester requester;
    @Inject Event<Told> acts;

    private final Cache<UUID, Boolean> refusedLately = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1)).build();

    /** Once a minute for each account: whoever goes on asking fills no log. */
    public void refused(UUID accountId) {
        if (refusedLately.asMap().putIfAbsent(accountId, Boolean.TRUE) == null) {
            AdminLog.refused(accountId, requester.address(), requester.userAgent());
        }
    }

    void told(UUID admin, AdminAct act) {
        acts.fire(new Told(admin, act, requester.address(), requester.userAgent()));
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Told told) {
        AdminLog.acted(told.admin(), told.act(), told.address(), told.userAgent());
    }
}

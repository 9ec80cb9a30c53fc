package dev.holdfast.admin.control;

import dev.holdfast.account.control.Requester;
import dev.holdfast.admin.entity.AdminAct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;

/** Who did what to whom, and from where: one line for each act, once it is committed. */
@ApplicationScoped
public class AuditTrail {

    /** An act with everything the line says of it. */
    record Told(UUID admin, AdminAct act, String address, String userAgent) {}

    @Inject Requester requester;
    @Inject Event<Told> acts;

    void told(UUID admin, AdminAct act) {
        acts.fire(new Told(admin, act, requester.address(), requester.userAgent()));
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Told told) {
        AdminLog.acted(told.admin(), told.act(), told.address(), told.userAgent());
    }
}

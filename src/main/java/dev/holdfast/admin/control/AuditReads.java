package dev.holdfast.admin.control;

import dev.holdfast.admin.entity.AdminAct;
import dev.holdfast.admin.entity.AdminAct.Kind;
import dev.holdfast.admin.entity.AuditPage;
import dev.holdfast.admin.entity.AuditQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Administrators' reads of the audit trail, which the audit trail records too. */
@ApplicationScoped
public class AuditReads {

    @Inject AuditStore store;
    @Inject AccountListStore accounts;
    @Inject AuditTrail audit;

    @Transactional
    public AuditPage page(UUID admin, AuditQuery query) {
        AuditPage page = AuditPage.of(store.page(query), query.limit());
        Set<UUID> named = page.entries().stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.admin()), entry.account().stream()))
                .collect(Collectors.toSet());
        audit.told(admin, AdminAct.of(Kind.AUDIT_VIEWED));
        return page.withPeople(accounts.byId(named));
    }
}

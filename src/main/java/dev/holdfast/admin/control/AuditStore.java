package dev.holdfast.admin.control;

import dev.holdfast.admin.entity.AdminAct;
import dev.holdfast.admin.entity.AuditEntry;
import dev.holdfast.admin.entity.AuditQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rows of the audit trail. */
@ApplicationScoped
class AuditStore {

    private static final String ORIGIN = "(e.address is not null or e.userAgent is not null)";

    @PersistenceContext(unitName = "holdfast")
    EntityManager entities;

    /** Inserts at once, so that an act that cannot be recorded fails here, before the request is answered. */
    void add(AuditEntry entry) {
        entities.persist(entry);
        entities.flush();
    }

    /**
     * Returns entries, newest first, with one more than the page holds if there is one: it shows that another page follows.
     */
    List<AuditEntry> page(AuditQuery wanted) {
        TypedQuery<AuditEntry> query = entities.createQuery("select e from AuditEntry e where 1 = 1"
                + wanted.admin().map(id -> " and e.admin = :admin").orElse("")
                + wanted.account().map(id -> " and e.account = :account").orElse("")
                + wanted.type().map(type -> " and e.type = :type").orElse("")
                + (wanted.looks() ? "" : " and e.looked = 0")
                + wanted.before().map(cursor -> " and e.at <= :at and (e.at < :at or e.id < :id)").orElse("")
                + " order by e.at desc, e.id desc", AuditEntry.class).setMaxResults(wanted.limit() + 1);
        wanted.admin().ifPresent(id -> query.setParameter("admin", id));
        wanted.account().ifPresent(id -> query.setParameter("account", id));
        wanted.type().ifPresent(type -> query.setParameter("type", type.code()));
        wanted.before().ifPresent(cursor -> query.setParameter("at", cursor.at()).setParameter("id", cursor.id()));
        return query.getResultList();
    }

    /**
     * Removes the oldest entries, in the order of their ids so that two nodes cannot deadlock; returns how many it found.
     */
    int removeBefore(Instant time, int most) {
        List<UUID> old = entities.createQuery("select e.id from AuditEntry e where e.at < :time order by e.at", UUID.class)
                .setParameter("time", time).setMaxResults(most).getResultStream().sorted().toList();
        if (!old.isEmpty()) {
            entities.createQuery("delete from AuditEntry e where e.id in :old").setParameter("old", old).executeUpdate();
        }
        return old.size();
    }

    /** Whether this person has an entry of this kind since that time. */
    boolean has(UUID admin, AdminAct.Kind kind, Instant since) {
        return !entities.createQuery("select e.id from AuditEntry e where e.admin = :admin and e.at >= :since"
                + " and e.type = :type", UUID.class).setParameter("admin", admin).setParameter("since", since)
                .setParameter("type", kind.code()).setMaxResults(1).getResultList().isEmpty();
    }

    /**
     * Clears address and browser in at most {@code most} of this person's entries, and returns their number. The ids stay.
     */
    int forgetOriginsOf(UUID admin, int most) {
        List<UUID> told = entities.createQuery("select e.id from AuditEntry e where e.admin = :admin and " + ORIGIN, UUID.class)
                .setParameter("admin", admin).setMaxResults(most).getResultStream().sorted().toList();
        if (!told.isEmpty()) {
            entities.createQuery("update AuditEntry e set e.address = null, e.userAgent = null where e.id in :told")
                    .setParameter("told", told).executeUpdate();
        }
        return told.size();
    }

    /** Returns at most {@code most} people whose account is erased, but whose entries still have an address or a browser. */
    List<UUID> erasedWithOrigins(int most) {
        return entities.createQuery("select distinct e.admin from AuditEntry e where " + ORIGIN
                + " and not exists (select a.id from Account a where a.id = e.admin)", UUID.class)
                .setMaxResults(most).getResultList();
    }
}

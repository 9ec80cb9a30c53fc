package dev.holdfast.admin.entity;

import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.PageCursor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A page of entries, newest first, and the accounts named in them that still exist. The last page has no cursor. */
public record AuditPage(List<AuditEntry> entries, Map<UUID, Account> people, Optional<PageCursor> next) {

    /** Returns the first {@code limit} of {@code limit + 1} requested entries; an extra one shows that a page follows. */
    public static AuditPage of(List<AuditEntry> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new AuditPage(List.copyOf(oneMore), Map.of(), Optional.empty());
        }
        List<AuditEntry> entries = List.copyOf(oneMore.subList(0, limit));
        AuditEntry last = entries.get(limit - 1);
        return new AuditPage(entries, Map.of(), Optional.of(new PageCursor(last.at(), last.id())));
    }

    public AuditPage withPeople(Map<UUID, Account> found) {
        return new AuditPage(entries, Map.copyOf(found), next);
    }
}

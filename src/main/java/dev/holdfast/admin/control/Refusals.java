package dev.holdfast.admin.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Records callers who asked for what only administrators may. Repeated requests fill neither the log nor the table. */
@ApplicationScoped
public class Refusals {

    @Inject AuditTrail audit;

    private final Cache<UUID, Boolean> told = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(AuditTrail.REFUSALS_APART).build();

    /** Records a refusal once an hour for each account. If the write fails, the next refusal is written. */
    public void refused(UUID accountId) {
        if (told.asMap().putIfAbsent(accountId, Boolean.TRUE) != null) {
            return;
        }
        boolean written = false;
        try {
            audit.refused(accountId);
            written = true;
        } finally {
            if (!written) {
                told.invalidate(accountId);
            }
        }
    }
}

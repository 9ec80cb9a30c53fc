package dev.holdfast.admin.entity;

import dev.holdfast.account.entity.CanonicalId;
import dev.holdfast.account.entity.PageCursor;
import dev.holdfast.account.entity.PageRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A query for entries of the audit trail, newest first. Without {@code looks}, it leaves out acts that changed nothing. */
public record AuditQuery(Optional<UUID> admin, Optional<UUID> account, Optional<AdminAct.Kind> type, boolean looks, int limit,
        Optional<PageCursor> before) {

    /** Parses query parameters, null where they are absent; empty if one of them is invalid. */
    public static Optional<AuditQuery> parse(@Nullable String admin, @Nullable String account, @Nullable String type,
            @Nullable String looks, PageRequest page) {
        Optional<UUID> adminId = Optional.ofNullable(admin).flatMap(CanonicalId::parse);
        Optional<UUID> accountId = Optional.ofNullable(account).flatMap(CanonicalId::parse);
        Optional<AdminAct.Kind> kind = Optional.ofNullable(type).flatMap(AdminAct.Kind::parse);
        Optional<Boolean> looksToo = looks == null ? Optional.of(true) : YesOrNo.parse(looks);
        boolean broken = isBroken(admin, adminId) || isBroken(account, accountId) || isBroken(type, kind);
        return looksToo.filter(sensible -> !broken)
                .map(too -> new AuditQuery(adminId, accountId, kind, too, page.limit(), page.before()));
    }

    private static boolean isBroken(@Nullable String parameter, Optional<?> parsed) {
        return parameter != null && parsed.isEmpty();
    }
}

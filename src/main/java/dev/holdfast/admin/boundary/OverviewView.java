package dev.holdfast.admin.boundary;

import dev.holdfast.admin.entity.Counts;
import dev.holdfast.custody.grant.GrantStatus;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of accounts, live sessions and grants, each counted at {@code counted_at} or later. That is less than a minute ago,
 * or more if a count takes long: millions of sessions are counted less often. {@code live_sessions} and {@code grants} are null
 * in the first seconds after a server's start and while the database does not answer. On PostgreSQL, {@code live_sessions} is an
 * estimate once the table has about a million rows, ended sessions included.
 */
@JsonbNillable
@JsonbPropertyOrder({"countedAt", "accounts", "disabled", "frozen", "liveSessions", "grants"})
public record OverviewView(
        @Schema(description = "The time of the oldest of these counts: each number was counted at this time or later")
        @JsonbProperty("counted_at") Instant countedAt,
        @Schema(examples = "120") long accounts,
        @Schema(examples = "2") long disabled,
        @Schema(description = "Accounts whose Google account Google reports as disabled", examples = "1") long frozen,
        @Schema(nullable = true, examples = "97")
        @JsonbProperty(value = "live_sessions", nillable = true) @Nullable Long liveSessions,
        @Schema(nullable = true) @Nullable Grants grants) {

    static OverviewView of(Counts counts) {
        return new OverviewView(counts.countedAt(), counts.accounts(), counts.disabled(), counts.frozen(),
                counts.liveSessions().orElse(null),
                counts.grants().map(byStatus -> Grants.of(byStatus, counts.accounts())).orElse(null));
    }

    /** The number of accounts for each status of the grant; {@code none} counts accounts without a grant. */
    @Schema(name = "GrantCounts")
    @JsonbPropertyOrder({"active", "degraded", "scopeShort", "revoked", "reauthRequired", "blockedByPolicy",
        "clientRejected", "none"})
    public record Grants(
            @Schema(examples = "110") long active,
            @Schema(examples = "1") long degraded,
            @Schema(examples = "2") @JsonbProperty("scope_short") long scopeShort,
            @Schema(examples = "1") long revoked,
            @Schema(examples = "3") @JsonbProperty("reauth_required") long reauthRequired,
            @Schema(examples = "0") @JsonbProperty("blocked_by_policy") long blockedByPolicy,
            @Schema(examples = "0") @JsonbProperty("client_rejected") long clientRejected,
            @Schema(examples = "3") long none) {

        static Grants of(Map<GrantStatus, Long> counted, long accounts) {
            long all = counted.values().stream().mapToLong(Long::longValue).sum();
            return new Grants(of(counted, GrantStatus.ACTIVE), of(counted, GrantStatus.DEGRADED),
                    of(counted, GrantStatus.SCOPE_SHORT), of(counted, GrantStatus.REVOKED),
                    of(counted, GrantStatus.REAUTH_REQUIRED), of(counted, GrantStatus.BLOCKED_BY_POLICY),
                    of(counted, GrantStatus.CLIENT_REJECTED), Math.max(0, accounts - all));
        }

        private static long of(Map<GrantStatus, Long> counted, GrantStatus status) {
            return counted.getOrDefault(status, 0L);
        }
    }
}

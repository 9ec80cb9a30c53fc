package dev.holdfast.admin.boundary;

import dev.holdfast.account.entity.Account;
import dev.holdfast.admin.entity.AccountOverview;
import dev.holdfast.custody.grant.GrantStatus;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as administrators see it; {@code grant_status} is null if there is no grant. */
@JsonbNillable
@JsonbPropertyOrder({"id", "email", "name", "hostedDomain", "createdAt", "signedInAt", "disabledAt", "frozenAt",
    "grantStatus", "liveSessions"})
public record AdminAccountView(
        UUID id,
        @Schema(nullable = true, examples = "grace@example.org") @Nullable String email,
        @Schema(nullable = true, examples = "Grace Example") @Nullable String name,
        @Schema(nullable = true, examples = "example.org")
        @JsonbProperty(value = "hosted_domain", nillable = true) @Nullable String hostedDomain,
        @JsonbProperty("created_at") Instant createdAt,
        @JsonbProperty("signed_in_at") Instant signedInAt,
        @Schema(nullable = true) @JsonbProperty(value = "disabled_at", nillable = true) @Nullable Instant disabledAt,
        @Schema(description = "When Google disabled the Google account, as it reports. Until Google or an administrator"
                + " gives the all-clear, its owner cannot sign in", nullable = true)
        @JsonbProperty(value = "frozen_at", nillable = true) @Nullable Instant frozenAt,
        @Schema(nullable = true, examples = "active")
        @JsonbProperty(value = "grant_status", nillable = true) @Nullable String grantStatus,
        @Schema(examples = "2") @JsonbProperty("live_sessions") long liveSessions) {

    static AdminAccountView of(AccountOverview overview) {
        Account account = overview.account();
        return new AdminAccountView(account.id(), account.email().orElse(null), account.name().orElse(null),
                account.hostedDomain().orElse(null), account.createdAt(), account.signedInAt(),
                account.disabledAt().orElse(null), account.frozenAt().orElse(null),
                overview.grant().map(GrantStatus::code).orElse(null), overview.liveSessions());
    }
}

package dev.holdfast.admin.boundary;

import dev.holdfast.account.entity.Account;
import dev.holdfast.admin.entity.AccountOverview;
import dev.holdfast.custody.entity.GrantStatus;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/** An account as administrators see it; {@code grant_status} is null where there is no grant. */
@JsonbNillable
@JsonbPropertyOrder({"id", "email", "name", "hostedDomain", "createdAt", "signedInAt", "disabledAt", "grantStatus",
    "liveSessions"})
public record AdminAccountView(
        UUID id,
        String email,
        String name,
        @JsonbProperty(value = "hosted_domain", nillable = true) String hostedDomain,
        @JsonbProperty("created_at") Instant createdAt,
        @JsonbProperty("signed_in_at") Instant signedInAt,
        @JsonbProperty(value = "disabled_at", nillable = true) Instant disabledAt,
        @JsonbProperty(value = "grant_status", nillable = true) String grantStatus,
        @JsonbProperty("live_sessions") long liveSessions) {

    static AdminAccountView of(AccountOverview overview) {
        Account account = overview.account();
        return new AdminAccountView(account.id(), account.email().orElse(null), account.name().orElse(null),
                account.hostedDomain().orElse(null), account.createdAt(), account.signedInAt(),
                account.disabledAt().orElse(null), overview.grant().map(GrantStatus::code).orElse(null),
                overview.liveSessions());
    }
}

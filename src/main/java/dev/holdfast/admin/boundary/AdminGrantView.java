package dev.holdfast.admin.boundary;

import dev.holdfast.custody.entity.Grant;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;

/** How somebody's grant at Google stands, for whoever is asked why it broke; never a token. */
@JsonbNillable
@JsonbPropertyOrder({"status", "scopes", "grantedAt", "lastRefreshedAt", "accessTokenExpiresAt", "lastFailureAt",
    "lastFailureCode", "expiresAt", "refreshTokensIssued"})
public record AdminGrantView(
        String status,
        List<String> scopes,
        @JsonbProperty("granted_at") Instant grantedAt,
        @JsonbProperty(value = "last_refreshed_at", nillable = true) Instant lastRefreshedAt,
        @JsonbProperty(value = "access_token_expires_at", nillable = true) Instant accessTokenExpiresAt,
        @JsonbProperty(value = "last_failure_at", nillable = true) Instant lastFailureAt,
        @JsonbProperty(value = "last_failure_code", nillable = true) String lastFailureCode,
        @JsonbProperty(value = "expires_at", nillable = true) Instant expiresAt,
        @JsonbProperty("refresh_tokens_issued") int refreshTokensIssued) {

    static AdminGrantView of(Grant grant) {
        return new AdminGrantView(grant.status().code(), grant.scopes().stream().sorted().toList(), grant.grantedAt(),
                grant.lastRefreshedAt(), grant.accessTokenExpiresAt(), grant.lastFailureAt().orElse(null),
                grant.lastFailureCode(), grant.refreshTokenExpiresAt().orElse(null), grant.refreshTokensReceived());
    }
}

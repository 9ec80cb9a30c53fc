package dev.holdfast.admin.boundary;

import dev.holdfast.custody.grant.Grant;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The state of an account's grant at Google, for finding out why it broke; it never contains a token. */
@JsonbNillable
@JsonbPropertyOrder({"status", "scopes", "grantedAt", "lastRefreshedAt", "accessTokenExpiresAt", "lastFailureAt",
    "lastFailureCode", "expiresAt", "refreshTokensIssued"})
public record AdminGrantView(
        @Schema(examples = "active") String status,
        @Schema(examples = "https://www.googleapis.com/auth/drive.readonly") List<String> scopes,
        @JsonbProperty("granted_at") Instant grantedAt,
        @Schema(nullable = true) @JsonbProperty(value = "last_refreshed_at", nillable = true) @Nullable Instant lastRefreshedAt,
        @Schema(nullable = true)
        @JsonbProperty(value = "access_token_expires_at", nillable = true) @Nullable Instant accessTokenExpiresAt,
        @Schema(nullable = true) @JsonbProperty(value = "last_failure_at", nillable = true) @Nullable Instant lastFailureAt,
        @Schema(nullable = true, examples = "http_503")
        @JsonbProperty(value = "last_failure_code", nillable = true) @Nullable String lastFailureCode,
        @Schema(nullable = true) @JsonbProperty(value = "expires_at", nillable = true) @Nullable Instant expiresAt,
        @Schema(examples = "1") @JsonbProperty("refresh_tokens_issued") int refreshTokensIssued) {

    static AdminGrantView of(Grant grant) {
        return new AdminGrantView(grant.status().code(), grant.scopes().stream().sorted().toList(), grant.grantedAt(),
                grant.lastRefreshedAt().orElse(null), grant.accessTokenExpiresAt().orElse(null),
                grant.lastFailureAt().orElse(null), grant.lastFailureCode().orElse(null),
                grant.refreshTokenExpiresAt().orElse(null), grant.refreshTokensReceived());
    }
}

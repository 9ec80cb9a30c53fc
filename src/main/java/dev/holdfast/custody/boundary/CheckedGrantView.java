package dev.holdfast.custody.boundary;

import dev.holdfast.custody.care.CheckedGrant;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A grant's health as {@link GrantView} shows it, and when Google was last asked. */
@JsonbNillable
@JsonbPropertyOrder({"status", "scopes", "missingScopes", "accessTokenExpiresAt", "lastRefreshedAt", "lastFailure",
    "grantedAt", "expiresAt", "checkedAt"})
public record CheckedGrantView(
        @Schema(examples = "active") String status,
        @Schema(examples = "https://www.googleapis.com/auth/drive.readonly") List<String> scopes,
        @Schema(examples = "https://www.googleapis.com/auth/calendar.readonly")
        @JsonbProperty("missing_scopes") List<String> missingScopes,
        @Schema(nullable = true)
        @JsonbProperty(value = "access_token_expires_at", nillable = true) @Nullable Instant accessTokenExpiresAt,
        @Schema(nullable = true) @JsonbProperty(value = "last_refreshed_at", nillable = true) @Nullable Instant lastRefreshedAt,
        @Schema(nullable = true) @JsonbProperty(value = "last_failure", nillable = true) GrantView.@Nullable Failure lastFailure,
        @JsonbProperty("granted_at") Instant grantedAt,
        @Schema(nullable = true) @JsonbProperty(value = "expires_at", nillable = true) @Nullable Instant expiresAt,
        @JsonbProperty("checked_at") Instant checkedAt) {

    static CheckedGrantView of(CheckedGrant.Known checked, Set<String> alwaysAsked) {
        GrantView grant = GrantView.of(checked.grant(), alwaysAsked);
        return new CheckedGrantView(grant.status(), grant.scopes(), grant.missingScopes(), grant.accessTokenExpiresAt(),
                grant.lastRefreshedAt(), grant.lastFailure(), grant.grantedAt(), grant.expiresAt(), checked.checkedAt());
    }
}

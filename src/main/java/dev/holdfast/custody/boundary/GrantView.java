package dev.holdfast.custody.boundary;

import dev.holdfast.custody.grant.Grant;
import dev.holdfast.google.Scopes;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A grant's health as the contract shows it. */
@JsonbNillable
@JsonbPropertyOrder({"status", "scopes", "missingScopes", "accessTokenExpiresAt", "lastRefreshedAt", "lastFailure",
    "grantedAt", "expiresAt"})
public record GrantView(
        @Schema(examples = "scope_short") String status,
        @Schema(examples = "https://www.googleapis.com/auth/drive.readonly") List<String> scopes,
        @Schema(examples = "https://www.googleapis.com/auth/calendar.readonly")
        @JsonbProperty("missing_scopes") List<String> missingScopes,
        @Schema(nullable = true)
        @JsonbProperty(value = "access_token_expires_at", nillable = true) @Nullable Instant accessTokenExpiresAt,
        @Schema(nullable = true) @JsonbProperty(value = "last_refreshed_at", nillable = true) @Nullable Instant lastRefreshedAt,
        @Schema(nullable = true) @JsonbProperty(value = "last_failure", nillable = true) @Nullable Failure lastFailure,
        @JsonbProperty("granted_at") Instant grantedAt,
        @Schema(nullable = true) @JsonbProperty(value = "expires_at", nillable = true) @Nullable Instant expiresAt) {

    /** The last refresh that failed, with a short code of ours or Google's {@code error}. */
    @JsonbNillable // Without it, a null failure is left out, even though the member is nillable.
    @Schema(name = "GrantFailure")
    public record Failure(Instant at, @Schema(nullable = true, examples = "http_503") @Nullable String code) {}

    static GrantView of(Grant grant, Set<String> alwaysAsked) {
        return new GrantView(grant.status().code(),
                grant.scopes().stream().sorted().toList(),
                Scopes.missing(alwaysAsked, grant.scopes()).stream().sorted().toList(),
                grant.accessTokenExpiresAt().orElse(null), grant.lastRefreshedAt().orElse(null),
                grant.lastFailureAt().map(at -> new Failure(at, grant.lastFailureCode().orElse(null))).orElse(null),
                grant.grantedAt(), grant.refreshTokenExpiresAt().orElse(null));
    }
}

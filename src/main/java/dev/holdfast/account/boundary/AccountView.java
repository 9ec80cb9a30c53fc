package dev.holdfast.account.boundary;

import dev.holdfast.account.entity.Account;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as its owner sees it; a value that Google did not supply is null. */
@JsonbNillable
@JsonbPropertyOrder({"id", "email", "name", "picture", "hostedDomain", "createdAt"})
public record AccountView(
        UUID id,
        @Schema(nullable = true, examples = "grace@example.org") @Nullable String email,
        @Schema(nullable = true, examples = "Grace Example") @Nullable String name,
        @Schema(nullable = true, examples = "https://lh3.googleusercontent.com/a/ada") @Nullable String picture,
        @Schema(nullable = true, examples = "example.org")
        @JsonbProperty(value = "hosted_domain", nillable = true) @Nullable String hostedDomain,
        @JsonbProperty(value = "created_at", nillable = true) Instant createdAt) {

    static AccountView of(Account account) {
        return new AccountView(account.id(), account.email().orElse(null), account.name().orElse(null),
                account.picture().orElse(null), account.hostedDomain().orElse(null), account.createdAt());
    }
}

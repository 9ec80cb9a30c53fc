package dev.holdfast.session.boundary;

import dev.holdfast.session.entity.AccessClaims;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller as a MicroProfile JWT 2.1 principal; claims have the types of its table 1. */
final class AccessTokenPrincipal implements JsonWebToken {

    private final AccessClaims claims;
    private final String rawToken;

    AccessTokenPrincipal(AccessClaims claims, String rawToken) {
        this.claims = claims;
        this.rawToken = rawToken;
    }

    @Override
    public @Nullable String getName() {
        return getClaim(Claims.upn.name());
    }

    @Override
    public Set<String> getClaimNames() {
        Set<String> names = new LinkedHashSet<>(claims.members().keySet());
        names.add(Claims.raw_token.name());
        return names;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getClaim(String name) {
        return (T) switch (name) {
            case "raw_token" -> rawToken;
            case "aud" -> Set.of((String) claims.members().get("aud"));
            case "groups" -> Set.copyOf((List<String>) claims.members().get("groups"));
            case "iat" -> claims.issuedAt().getEpochSecond();
            case "exp" -> claims.expiresAt().getEpochSecond();
            default -> claims.members().get(name);
        };
    }

    @Override
    public String toString() {
        return "AccessTokenPrincipal[" + claims.sessionId() + "]";
    }
}

package dev.holdfast.standin.grant;

import java.time.Instant;
import java.util.Set;

/** An access or refresh token. Guarded by its {@link StandInGrants}. */
public final class Token {

    private final String value;
    private final StandInGrant grant;
    private final String client;
    private final Set<String> scopes;
    private final Instant expiresAt;
    private boolean dead;

    public Token(String value, StandInGrant grant, String client, Set<String> scopes, Instant expiresAt) {
        this.value = value;
        this.grant = grant;
        this.client = client;
        this.scopes = scopes;
        this.expiresAt = expiresAt;
    }

    public String value() {
        return value;
    }

    public StandInGrant grant() {
        return grant;
    }

    public String person() {
        return grant.person();
    }

    public String client() {
        return client;
    }

    public Set<String> scopes() {
        return scopes;
    }

    void kill() {
        dead = true;
    }

    boolean isLiveAt(Instant now) {
        return !dead && !grant.isRevoked() && now.isBefore(expiresAt);
    }
}

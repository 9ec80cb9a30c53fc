package dev.holdfast.standin.grant;

import java.util.LinkedHashSet;
import java.util.Set;

/** The scopes that one person allowed the project; a grant ends as a whole. Guarded by its {@link StandInGrants}. */
public final class StandInGrant {

    private final String person;
    private final Set<String> scopes = new LinkedHashSet<>();
    private boolean revoked;

    StandInGrant(String person) {
        this.person = person;
    }

    public String person() {
        return person;
    }

    Set<String> scopes() {
        return Set.copyOf(scopes);
    }

    void widen(Set<String> more) {
        scopes.addAll(more);
    }

    void revoke() {
        revoked = true;
    }

    boolean isRevoked() {
        return revoked;
    }
}

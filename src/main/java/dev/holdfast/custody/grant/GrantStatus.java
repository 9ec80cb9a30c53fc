package dev.holdfast.custody.grant;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.google.Scopes;
import dev.holdfast.google.token.RefreshOutcome.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The status of a grant. A dead grant is not tried again at Google's token endpoint until the person signs in again. */
public enum GrantStatus {
    ACTIVE,
    /** The last refresh failed for a transient reason. */
    DEGRADED,
    /** Alive, but the person did not allow every scope that is always requested. */
    SCOPE_SHORT,
    REVOKED(EndReason.GOOGLE_REVOKED),
    REAUTH_REQUIRED(EndReason.GOOGLE_REAUTH),
    BLOCKED_BY_POLICY(EndReason.GOOGLE_POLICY),
    CLIENT_REJECTED(EndReason.GOOGLE_CLIENT_REJECTED);

    private final Optional<EndReason> lost;

    GrantStatus() {
        this.lost = Optional.empty();
    }

    GrantStatus(EndReason lost) {
        this.lost = Optional.of(lost);
    }

    /** Returns the status of a working grant: whether it covers the scopes that are always requested. */
    public static GrantStatus of(Set<String> granted, Set<String> alwaysAsked) {
        return Scopes.missing(alwaysAsked, granted).isEmpty() ? ACTIVE : SCOPE_SHORT;
    }

    public static GrantStatus after(Refusal refusal) {
        return switch (refusal) {
            case REVOKED -> REVOKED;
            case REAUTH_REQUIRED -> REAUTH_REQUIRED;
            case BLOCKED_BY_POLICY -> BLOCKED_BY_POLICY;
            case CLIENT_REJECTED -> CLIENT_REJECTED;
        };
    }

    /** Returns why Google's permission is gone, if it is. */
    public Optional<EndReason> lost() {
        return lost;
    }

    /**
     * Returns whether a stored refresh token spares the person another consent, as it does if only our client was
     * rejected.
     */
    public boolean sparesConsent() {
        return lost.isEmpty() || this == CLIENT_REJECTED;
    }

    /** Returns the statuses in which the refresh token is of no more use to the person. */
    public static List<GrantStatus> lostToThePerson() {
        return Stream.of(values()).filter(status -> !status.sparesConsent()).toList();
    }

    /** Returns the statuses in which Google's token endpoint may be asked. */
    public static List<GrantStatus> alive() {
        return Stream.of(values()).filter(status -> status.lost.isEmpty()).toList();
    }

    /** Returns the wire form: {@code reauth_required}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

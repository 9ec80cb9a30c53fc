package dev.holdfast.google.openid;

import java.util.Map;
import java.util.Optional;

/**
 * An ID token that passed every check of OpenID Connect Core section 3.1.3.7; only its verifier can create one. Issuer
 * and subject are always present. The issuer always has the configured form, whichever of Google's two the token had.
 */
public final class VerifiedIdToken {

    private final String issuer;
    private final String subject;
    private final Map<String, Object> claims;

    VerifiedIdToken(String issuer, String subject, Map<String, Object> claims) {
        this.issuer = issuer;
        this.subject = subject;
        this.claims = Map.copyOf(claims);
    }

    public String issuer() {
        return issuer;
    }

    public String subject() {
        return subject;
    }

    public Optional<String> email() {
        return text("email");
    }

    public boolean emailVerified() {
        return Boolean.TRUE.equals(claims.get("email_verified"));
    }

    public Optional<String> name() {
        return text("name");
    }

    public Optional<String> picture() {
        return text("picture");
    }

    /** Returns Google's {@code hd}: present only for accounts of a Workspace or Cloud organisation. */
    public Optional<String> hostedDomain() {
        return text("hd");
    }

    @Override
    public String toString() {
        return "VerifiedIdToken[" + issuer + "]";
    }

    private Optional<String> text(String claim) {
        return claims.get(claim) instanceof String value && !value.isBlank() ? Optional.of(value) : Optional.empty();
    }
}

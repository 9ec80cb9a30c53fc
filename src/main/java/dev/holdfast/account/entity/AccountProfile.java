package dev.holdfast.account.entity;

import org.jspecify.annotations.Nullable;

/**
 * The profile of a person in a verified ID token (OpenID Connect Core section 5.1). Issuer and subject are the identity;
 * every other value may change or be null and never identifies the person.
 */
public record AccountProfile(String issuer, String subject, @Nullable String email, boolean emailVerified,
        @Nullable String name, @Nullable String picture, @Nullable String hostedDomain) {

    /** A profile of which only the identity is known. */
    public static AccountProfile unknown(String issuer, String subject) {
        return new AccountProfile(issuer, subject, null, false, null, null, null);
    }
}

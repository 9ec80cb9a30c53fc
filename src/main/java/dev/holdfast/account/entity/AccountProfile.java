package dev.holdfast.account.entity;

/**
 * What a verified ID token tells about a person (OpenID Connect Core section 5.1). Issuer and subject are the identity;
 * everything else may change or be null and decides nothing.
 */
public record AccountProfile(String issuer, String subject, String email, boolean emailVerified, String name,
        String picture, String hostedDomain) {

    /** Of whom nothing else is known. */
    public static AccountProfile unknown(String issuer, String subject) {
        return new AccountProfile(issuer, subject, null, false, null, null, null);
    }
}

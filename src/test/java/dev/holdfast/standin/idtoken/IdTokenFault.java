package dev.holdfast.standin.idtoken;

import java.util.Locale;

/** A fault of an ID token. */
public enum IdTokenFault {
    NONE("Correct"),
    ALG_NONE("alg none, no signature"),
    HS256_WITH_PUBLIC_KEY("HS256, keyed with the public key"),
    WRONG_ISS("Another issuer"),
    SCHEMELESS_ISS("The issuer without its scheme (correct, the older form)"),
    GOOGLE_LEGACY_ISS("iss is accounts.google.com"),
    WRONG_AUD("Another audience"),
    AUD_ARRAY("aud is an array of ours alone (correct)"),
    AUD_ARRAY_WITH_OTHER("aud is an array of ours and another"),
    FOREIGN_AZP("azp is another client"),
    NO_AZP("No azp (correct)"),
    WRONG_NONCE("Another nonce"),
    NO_NONCE("No nonce"),
    NO_EXP("No exp"),
    EXPIRED("Expired two minutes ago"),
    IAT_TOMORROW("Issued tomorrow"),
    NO_SUB("No sub"),
    BAD_AT_HASH("at_hash of another access token"),
    NO_AT_HASH("No at_hash (correct)"),
    UNPUBLISHED_KID("Signed by an unpublished key with its own kid"),
    FOREIGN_KEY("Signed by another key under a published kid"),
    JKU_HEADER("Another key, named by a jku header"),
    JWK_HEADER("Another key, carried in a jwk header"),
    EMAIL_UNVERIFIED("email_verified is false (correct)"),
    NO_EMAIL("No e-mail address (correct)"),
    MALFORMED("Not a JWT"),
    NO_ID_TOKEN("No ID token at all");

    private final String words;

    IdTokenFault(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static IdTokenFault of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}

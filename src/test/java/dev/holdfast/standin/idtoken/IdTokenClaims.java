package dev.holdfast.standin.idtoken;

import dev.holdfast.standin.grant.CodeChallenge;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.journal.Markers;
import dev.holdfast.standin.people.Person;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The claims of an ID token, faults included. */
public record IdTokenClaims(
        String issuer,
        String client,
        Person person,
        String nonce,
        Set<String> scopes,
        String accessToken,
        Instant now) {

    private static final long LIFETIME_SECONDS = 3600;
    private static final String OTHER_CLIENT = "another-client.apps.example";

    Map<String, Object> with(IdTokenFault fault) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("azp", client);
        claims.put("aud", client);
        claims.put("sub", person.sub());
        claims.put("hd", person.hostedDomain());
        addEmail(claims);
        claims.put("at_hash", hashOf(accessToken));
        claims.put("nonce", nonce);
        addProfile(claims);
        liveFrom(now, claims);
        change(claims, fault);
        claims.values().removeIf(Objects::isNull);
        return claims;
    }

    private void addEmail(Map<String, Object> claims) {
        if (StandInScopes.hasEmail(scopes)) {
            claims.put("email", person.email());
            claims.put("email_verified", person.emailVerified());
        }
    }

    private void addProfile(Map<String, Object> claims) {
        if (StandInScopes.hasProfile(scopes)) {
            claims.put("name", person.name());
            claims.put("given_name", person.givenName());
            claims.put("family_name", person.familyName());
            claims.put("picture", issuer + "/pictures/" + person.key() + ".svg");
        }
    }

    private void change(Map<String, Object> claims, IdTokenFault fault) {
        switch (fault) {
            case WRONG_ISS -> claims.put("iss", "https://accounts.evil.example");
            case SCHEMELESS_ISS -> claims.put("iss", issuer.replaceFirst("^https?://", ""));
            case GOOGLE_LEGACY_ISS -> claims.put("iss", "accounts.google.com");
            case WRONG_AUD -> claims.put("aud", OTHER_CLIENT);
            case AUD_ARRAY -> claims.put("aud", List.of(client));
            case AUD_ARRAY_WITH_OTHER -> claims.put("aud", List.of(client, OTHER_CLIENT));
            case FOREIGN_AZP -> claims.put("azp", OTHER_CLIENT);
            case NO_AZP -> claims.remove("azp");
            case WRONG_NONCE -> claims.put("nonce", Markers.random(16));
            case NO_NONCE -> claims.remove("nonce");
            case NO_EXP -> claims.remove("exp");
            case EXPIRED -> liveFrom(now.minusSeconds(LIFETIME_SECONDS + 120), claims);
            case IAT_TOMORROW -> liveFrom(now.plusSeconds(86_400), claims);
            case NO_SUB -> claims.remove("sub");
            case BAD_AT_HASH -> claims.put("at_hash", hashOf("another"));
            case NO_AT_HASH -> claims.remove("at_hash");
            case EMAIL_UNVERIFIED -> claims.put("email_verified", false);
            case NO_EMAIL -> claims.keySet().removeAll(List.of("email", "email_verified"));
            default -> { }
        }
    }

    private static void liveFrom(Instant issued, Map<String, Object> claims) {
        claims.put("iat", issued.getEpochSecond());
        claims.put("exp", issued.getEpochSecond() + LIFETIME_SECONDS);
    }

    /** Returns the left half of the hash (OpenID Connect Core §3.1.3.6). */
    private static String hashOf(String accessToken) {
        byte[] half = Arrays.copyOf(CodeChallenge.digest(accessToken), 16);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(half);
    }
}

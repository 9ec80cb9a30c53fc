package dev.holdfast.google.openid;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The checks of an ID token's claims, in the order of OpenID Connect Core section 3.1.3.7. The signature has been
 * verified before.
 */
public record IdTokenChecks(String issuer, String clientId, String nonce, Instant now) {

    private static final Duration SKEW = Duration.ofSeconds(60);

    /** A subject: at most 255 ASCII characters, case-sensitive (OpenID Connect Core section 2). */
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private static final Set<String> PLAIN_SCHEMES = Set.of("https://", "http://");

    /**
     * Returns the first check that the claims fail; empty if they pass all. Dates are {@link Date}, an audience is a
     * list.
     */
    public Optional<String> failure(Map<String, Object> claims) {
        if (!(claims.get("iss") instanceof String from && issuerForms().contains(from))) {
            return Optional.of("iss");
        }
        if (!(claims.get("aud") instanceof List<?> audience && audience.contains(clientId))) {
            return Optional.of("aud");
        }
        if (claims.containsKey("azp") && !clientId.equals(claims.get("azp"))) {
            return Optional.of("azp");
        }
        return timeFailure(claims).or(() -> identityFailure(claims));
    }

    private Optional<String> timeFailure(Map<String, Object> claims) {
        if (!(claims.get("exp") instanceof Date exp && exp.toInstant().plus(SKEW).isAfter(now))) {
            return Optional.of("exp");
        }
        if (!(claims.get("iat") instanceof Date iat && hasBegun(iat))) {
            return Optional.of("iat");
        }
        boolean begun = !claims.containsKey("nbf") || claims.get("nbf") instanceof Date nbf && hasBegun(nbf);
        return begun ? Optional.empty() : Optional.of("nbf");
    }

    private Optional<String> identityFailure(Map<String, Object> claims) {
        if (!nonce.equals(claims.get("nonce"))) {
            return Optional.of("nonce");
        }
        boolean named = claims.get("sub") instanceof String subject && SUBJECT.matcher(subject).matches();
        return named ? Optional.empty() : Optional.of("sub");
    }

    /** Returns the accepted forms of the issuer: Google's legacy form has no scheme. */
    private Set<String> issuerForms() {
        String bare = PLAIN_SCHEMES.stream().filter(issuer::startsWith).findFirst()
                .map(scheme -> issuer.substring(scheme.length())).orElse(issuer);
        return bare.equals(issuer) ? Set.of(issuer) : Set.of(issuer, bare);
    }

    private boolean hasBegun(Date from) {
        return !from.toInstant().isAfter(now.plus(SKEW));
    }
}

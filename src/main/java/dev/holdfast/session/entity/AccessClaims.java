package dev.holdfast.session.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The claims of an access token that one of our keys has signed (RFC 9068 section 2.2). */
public record AccessClaims(Map<String, Object> members) {

    public static final String AUDIENCE = "holdfast";
    public static final String CLIENT_ID = "holdfast-spa";

    /** The most by which the clocks of our own nodes may differ. */
    public static final Duration SKEW = Duration.ofSeconds(5);

    public UUID sessionId() {
        return UUID.fromString((String) members.get("sid"));
    }

    public UUID accountId() {
        return UUID.fromString((String) members.get("sub"));
    }

    /** The time of issue, rounded down to the second. */
    public Instant issuedAt() {
        return instant("iat");
    }

    public Instant expiresAt() {
        return instant("exp");
    }

    public boolean isFor(String issuer) {
        return issuer.equals(members.get("iss")) && AUDIENCE.equals(members.get("aud"))
                && CLIENT_ID.equals(members.get("client_id"));
    }

    public boolean isValidAt(Instant now) {
        return now.isBefore(expiresAt().plus(SKEW)) && !instant("iat").isAfter(now.plus(SKEW));
    }

    /** Our signature vouches that the claim is there. */
    private Instant instant(String claim) {
        return Instant.ofEpochSecond(Objects.requireNonNull((Number) members.get(claim), claim).longValue());
    }
}
